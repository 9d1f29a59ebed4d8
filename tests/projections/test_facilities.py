"""The register of credit limits: what is left in the chain, on two dates."""

from datetime import date

import pytest
from attrs import evolve

from domain.facility.values import ReviewOutcome
from tests.domain.facility.limits import (
    CUT,
    FREEZE,
    GROUP_LIMIT,
    PART,
    RESERVE,
    REVIEW,
    TODAY,
    UNDER_GROUP,
    UNTIL,
    USE,
    granted,
    yuan,
)
from tests.projections.asking import Books, shown

FIGURES = ("limit", "reserved", "used", "headroom", "available")


def books():
    """Return the limits of a group, a member and a part of the member's, with one loan."""
    small = evolve(granted(GROUP_LIMIT), limit=yuan(250_000))
    made = Books().with_events("facility-G1", small)
    made.with_events("facility-C1", granted(UNDER_GROUP)).with_events("facility-F1", granted(PART))
    for number in ("F1", "C1", "G1"):
        made.after(evolve(RESERVE, facility_id=number), evolve(USE, facility_id=number))
    return made


@pytest.mark.row("RL-06", "RL-10", shown_by="views.facilities")
def test_what_is_available_is_the_least_in_the_chain():
    rows = {row["facility_id"]: row for row in books().rows("facilities")}
    assert rows["F1"]["chain"] == ["C1", "G1"]
    assert shown(rows["F1"], *FIGURES) == (
        "200000.00 CNY",
        "40000.00 CNY",
        "60000.00 CNY",
        "100000.00 CNY",
        "100000.00 CNY",
    )
    assert shown(rows["C1"], "headroom", "available") == ("200000.00 CNY", "150000.00 CNY")
    assert shown(rows["G1"], "kind", "group_id") == ("group_limit", "G1")


@pytest.mark.row("RL-05", shown_by="views.facilities")
def test_the_limits_of_a_customer_are_the_maximum_and_its_parts():
    rows = books().rows("facilities", customer_id="C1")
    assert [shown(row, "facility_id", "kind") for row in rows] == [
        ("C1", "maximum_exposure"),
        ("F1", "general_limit"),
    ]
    assert books().row("facilities", group_id="G1")["facility_id"] == "G1"
    assert books().row("facilities", facility_id="F1")["customer_id"] == "C1"


@pytest.mark.row("RL-07", shown_by="views.facilities")
def test_a_limit_is_open_frozen_late_for_its_review_or_expired():
    def status(made, day):
        row = made.row("facilities", facility_id="C1", in_effect_on=day.isoformat())
        return row["status"]

    made = books()
    assert status(made, TODAY) == "open"
    assert status(made, date(2027, 4, 2)) == "review_late"
    assert status(made, date(UNTIL.year, UNTIL.month, 2)) == "expired"
    assert status(books().after(FREEZE), TODAY) == "frozen"
    reviewed = books().after(evolve(REVIEW, today=date(2026, 12, 1), outcome=ReviewOutcome.CUT))
    row = reviewed.row("facilities", facility_id="C1", in_effect_on="2027-04-02")
    assert shown(row, "status", "last_review", "review_due") == ("open", "cut", "2027-12-01")


def test_the_register_tells_what_was_known_then_and_lacks_what_does_not_yet_count():
    made = books().after(CUT)
    known = str(int(made.last) - 1)
    assert made.row("facilities", facility_id="C1")["limit"] == "50000.00 CNY"
    before = made.row("facilities", facility_id="C1", known_by=known)
    assert before["limit"] == "300000.00 CNY"
    assert not made.rows("facilities", in_effect_on="2026-03-01")
