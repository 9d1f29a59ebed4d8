"""The credit policy as views show it: parameters and standards, on two dates."""

import pytest

from domain.facts.parameters import PARAMETERS
from domain.facts.standards import SHIPPED_STANDARDS
from tests.domain.policy.book import CORRECT, END_STANDARD, SET, SET_STANDARD
from tests.projections.asking import Books, shown

NAME = "dual_investigators.min"
HELD = ("setting", "own", "since", "source")


@pytest.mark.row("PR-08", shown_by="policy.set_parameter, views.policy_parameters")
def test_a_parameter_shows_what_holds_on_a_day_as_it_was_known():
    books = Books().after(SET, CORRECT)
    before = books.row("policy_parameters", parameter=NAME, in_effect_on="2026-03-31")
    assert shown(before, *HELD) == ("2", False, None, PARAMETERS[NAME].source)
    first = books.row("policy_parameters", parameter=NAME, in_effect_on="2026-04-01", known_by="0")
    assert shown(first, *HELD) == ("3", True, "2026-04-01", "Minutes 2026-7")
    now = books.row("policy_parameters", parameter=NAME, in_effect_on="2026-04-01")
    assert shown(now, *HELD) == ("2", True, "2026-04-01", "Minutes 2026-7")


def test_every_parameter_says_who_decides_and_how_sure_it_is():
    books = Books().after(SET)
    assert len(books.rows("policy_parameters", limit="1000")) == len(PARAMETERS)
    for row in books.rows("policy_parameters", decided_by="bank", limit="1000"):
        assert row["confidence"] in ("low", "medium")
    capped = books.row("policy_parameters", parameter="collateral.ltv_max_default.vehicle")
    assert shown(capped, "setting", "decided_by", "confidence", "stricter") == (
        "0.50",
        "bank",
        "low",
        "lower",
    )


@pytest.mark.row(
    "PR-09", shown_by="policy.set_standard, policy.end_standard, views.credit_standards"
)
def test_standards_say_to_whom_not_to_lend_from_their_day():
    books = Books().after(SET_STANDARD, END_STANDARD)
    before = books.rows("credit_standards", in_effect_on="2026-03-31")
    assert {row["standard_id"] for row in before} == SHIPPED_STANDARDS.keys()
    (own,) = [row for row in books.rows("credit_standards") if row["own"]]
    assert shown(own, "standard_id", "stance", "industries", "says") == (
        "developers",
        "do_not_lend",
        ["K70"],
        "No money for developers.",
    )
    after = {row["standard_id"] for row in books.rows("credit_standards")}
    assert "overcapacity" not in after
    barred = {row["standard_id"] for row in books.rows("credit_standards", stance="do_not_lend")}
    assert "developers" in barred
    assert "farming" not in barred
