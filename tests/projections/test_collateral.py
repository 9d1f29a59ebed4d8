"""What is held as security: registers, the vault, the memo ledger, guarantors."""

from datetime import date

import pytest
from attrs import evolve

from domain.collateral.values import VaultReason
from domain.guarantor.events import GuaranteeTakenOn
from domain.money import Money
from tests.domain.collateral.flat import (
    BOUND,
    INSIDE,
    LENT_OUT,
    REALISED,
    RELEASED,
    RIGHT,
    TAKEN,
    VALUED,
)
from tests.domain.guarantee import promises
from tests.domain.guarantee.promises import ASSESSED, GIVEN
from tests.domain.staff_of_the_bank import DAY
from tests.projections.asking import Books, shown

LOWER = evolve(
    VALUED,
    valuation_no="V2",
    valuation=Money(40_000_000),
    valued_on=date(2026, 5, 4),
    counts=Money(28_000_000),
    shortfall=Money(7_000_000),
    due_again=date(2027, 5, 4),
)


def flat(*events: object) -> Books:
    return Books().with_events("collateral-K1", TAKEN, VALUED, BOUND, *events, day=DAY)


@pytest.mark.row("CO-07", "CO-08", shown_by="views.collateral_register")
def test_the_register_shows_value_cover_and_when_it_is_due_again():
    row = flat().row("collateral_register", in_effect_on="2026-03-02")
    said = ("valuation", "counts", "secured", "shortfall", "due_again", "overdue")
    assert shown(row, *said) == (
        "500000.01 CNY",
        "350000.00 CNY",
        "350000.00 CNY",
        "0.00 CNY",
        "2027-02-28",
        False,
    )
    later = flat().row("collateral_register", in_effect_on="2027-03-01")
    assert later["overdue"] is True
    fallen = flat(LOWER).row("collateral_register", in_effect_on="2026-05-04")
    assert shown(fallen, "counts", "shortfall") == ("280000.00 CNY", "70000.00 CNY")


@pytest.mark.row("CO-02", "CO-09", "CO-11", shown_by="views.collateral_register")
def test_the_register_shows_the_right_and_how_it_ended():
    row = flat(RIGHT, INSIDE, REALISED).row("collateral_register")
    said = ("certificate_no", "lien_rank", "held", "proceeds", "unpaid", "ended_on")
    assert shown(row, *said) == (
        "2026-0017",
        1,
        True,
        "400000.00 CNY",
        "0.00 CNY",
        "2026-03-02",
    )
    released = flat(RIGHT, RELEASED).row("collateral_register")
    assert shown(released, "held", "ended_on", "overdue") == (False, "2026-03-02", False)


@pytest.mark.row("CO-03", "CO-04", shown_by="views.vault")
def test_the_vault_shows_what_lies_in_it_and_what_is_out_too_long():
    books = flat(RIGHT, INSIDE)
    assert shown(books.row("vault"), "list_no", "inside", "keepers") == ("H1", True, ["sun", "li"])
    lent = flat(RIGHT, INSIDE, LENT_OUT)
    row = lent.row("vault", in_effect_on="2026-03-09")
    assert shown(row, "inside", "reason", "due_back", "overdue") == (
        False,
        "lent",
        "2026-03-09",
        False,
    )
    assert lent.row("vault", in_effect_on="2026-03-10")["overdue"] is True
    (item,) = row["items"]
    assert shown(item, "kind", "number") == ("mortgage_certificate", "2026-0017")


@pytest.mark.row("CO-05", shown_by="views.memo_ledger")
def test_papers_are_booked_beside_the_balance_sheet_when_they_come_and_when_they_go_for_good():
    books = flat(RIGHT, INSIDE)
    assert shown(books.row("memo_ledger"), "received", "given", "balance") == (
        "500000.01 CNY",
        "0.00 CNY",
        "500000.01 CNY",
    )
    assert books.rows("ledger") == []
    lent = flat(RIGHT, INSIDE, LENT_OUT)
    assert len(lent.rows("memo_ledger", collateral_id="K1")) == 1
    gone = evolve(LENT_OUT, reason=VaultReason.RETURNED_TO_OWNER, due_back=None)
    rows = flat(RIGHT, INSIDE, RELEASED, gone).rows("memo_ledger")
    assert [shown(row, "received", "given", "balance") for row in rows] == [
        ("500000.01 CNY", "0.00 CNY", "0.00 CNY"),
        ("0.00 CNY", "500000.01 CNY", "0.00 CNY"),
    ]


@pytest.mark.row("CO-01", shown_by="views.guarantors, views.guarantees")
def test_guarantors_are_shown_with_what_they_still_can_guarantee():
    taken = GuaranteeTakenOn(guarantee_id="G1", amount=Money(15_000_000), left=Money(5_000_000))
    books = Books().with_events("guarantor-C7", ASSESSED, taken)
    books.with_events("guarantee-G1", GIVEN, promises.BOUND)
    row = books.row("guarantors", guarantor_id="C7")
    assert shown(row, "capacity", "left", "guarantees", "overdue") == (
        "200000.00 CNY",
        "50000.00 CNY",
        ["G1"],
        False,
    )
    found = books.row("guarantees", borrower_id="C1")
    assert shown(found, "guarantor_id", "mode", "period_months", "contract_id") == (
        "C7",
        "joint",
        36,
        "B1",
    )


def test_collateral_is_found_by_owner_and_read_page_by_page():
    books = flat().with_events("collateral-K2", evolve(TAKEN, owner_id="C2"), day=DAY)
    assert books.row("collateral_register", owner_id="C2")["collateral_id"] == "K2"
    first = books.page("collateral_register", limit="1")
    rest = books.page("collateral_register", limit="1", after=str(first.next))
    assert [row["collateral_id"] for row in (*first.rows, *rest.rows)] == ["K1", "K2"]
    assert rest.next is None
