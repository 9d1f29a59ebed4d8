"""The products: the terms in effect on a day."""

from attrs import evolve

from tests.domain.product.catalogue import CHANGED, DEFINED, WITHDRAWN
from tests.projections.asking import Books, shown


def defined(*events: object) -> Books:
    return Books().with_events("product-P1", DEFINED, *events)


def test_a_product_is_there_from_its_first_day_with_its_terms():
    books = defined()
    assert books.rows("products", in_effect_on="2024-12-31") == []
    row = books.row("products", in_effect_on="2025-01-01")
    assert shown(row, "product_id", "title", "offered", "since", "source") == (
        "P1",
        "惠农贷",
        True,
        "2025-01-01",
        "Credit committee 2024-12",
    )
    assert shown(row["terms"], "rate_min", "amount_max", "documents") == (
        "3.00%",
        "300000.00 CNY",
        ["loan_contract", "loan_note"],
    )


def test_other_terms_hold_from_their_day_and_only_once_they_are_known():
    books = defined(CHANGED)
    rates = [
        books.row("products", **query)["terms"]["rate_min"]
        for query in ({}, {"in_effect_on": "2025-12-31"}, {"known_by": "0"})
    ]
    assert rates == ["4.00%", "3.00%", "3.00%"]


def test_a_withdrawn_product_is_shown_and_not_offered():
    row = defined(WITHDRAWN).row("products")
    assert shown(row, "offered", "since", "terms") == (False, "2026-01-01", None)


def test_products_are_found_by_number_and_read_page_by_page():
    books = defined().with_events("product-P2", evolve(DEFINED, title="商户贷"))
    assert books.row("products", product_id="P2")["title"] == "商户贷"
    assert books.rows("products", product_id="P3") == []
    first = books.page("products", limit="1")
    rest = books.page("products", limit="1", after=str(first.next))
    assert [row["product_id"] for row in (*first.rows, *rest.rows)] == ["P1", "P2"]
    assert rest.next is None
