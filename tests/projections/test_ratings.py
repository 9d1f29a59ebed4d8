"""Ratings and what another version would make of them."""

from datetime import date

import pytest
from attrs import evolve

from adapters.problems import Unknown, Unreadable
from tests.domain.rating.files import OVERRIDE, RATE
from tests.domain.scorecard.cards import DEFINE
from tests.projections.asking import Books, shown

NEXT = evolve(RATE, today=date(2026, 3, 3))


def book(*customers: str) -> Books:
    books = Books()
    for name in customers:
        books.after(evolve(RATE, customer_id=name))
    return books


def test_every_rating_is_kept_and_found_by_grade():
    books = book("C1").after(evolve(OVERRIDE, grade="A"), NEXT)
    rows = books.rows("ratings", customer_id="C1")
    assert [shown(row, "overridden", "grade", "grade_before") for row in rows] == [
        (False, "AA", None),
        (True, "A", "AA"),
        (False, "AA", None),
    ]
    assert len(books.rows("ratings", grade="A")) == 1


def test_the_last_rating_of_each_customer_is_compared_page_by_page():
    books = book("C1", "C2", "C3").after(NEXT)
    first = books.page("rating_comparison", scorecard_id="farm-household", limit="2")
    rest = books.page(
        "rating_comparison", scorecard_id="farm-household", limit="2", after=str(first.next)
    )
    rows = [*first.rows, *rest.rows]
    assert [shown(row, "customer_id", "rated_on", "same_again") for row in rows] == [
        ("C1", "2026-03-03", True),
        ("C2", "2026-03-02", True),
        ("C3", "2026-03-02", True),
    ]
    assert rest.next is None


def test_a_version_that_nobody_knows_is_said_to_be_none():
    books = book("C1").after(DEFINE)
    with pytest.raises(Unknown, match="no version 7 of the scorecard 'own'"):
        books.rows("rating_comparison", scorecard_id="own", version="7")
    with pytest.raises(Unreadable, match="version: 'first' is no number"):
        books.rows("rating_comparison", scorecard_id="own", version="first")
    assert books.rows("rating_comparison", scorecard_id="own") == []


def test_a_rating_is_known_from_its_record_on():
    books = book("C1")
    assert books.rows("ratings", known_by="-1") == []
