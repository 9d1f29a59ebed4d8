"""What is found: by who investigates, with its true day, and with evidence."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.staff import Post
from domain.investigation import INVESTIGATION
from domain.investigation.events import CheckRecorded, SecurityAssessed, VisitRecorded
from domain.investigation.rules import (
    ACTOR_INVESTIGATES,
    AMOUNTS_FIT_THE_APPLICATION,
    FIELD_VISIT_HAS_A_PLACE,
    INVESTIGATED_BY_TODAY,
    INVESTIGATION_IS_OPEN,
    ONE_VISIT_A_NUMBER,
    SECURITY_IS_ON_RECORD,
    VERDICT_HAS_EVIDENCE,
    VISITORS_INVESTIGATE,
)
from domain.investigation.values import Verdict, VisitWay
from domain.money import Money
from tests.domain.investigation.files import (
    CHECKS,
    COLLATERAL,
    CONCLUDE,
    DEBTS,
    FORM,
    FOUND,
    INTERVIEW,
    OPEN,
    SECURITY,
    SUN,
    TODAY,
    VISIT,
    acting,
    after,
)
from tests.domain.staffing import member
from tests.specs import given

CHECK = CHECKS[0]
FOUND_HERE: tuple[Any, ...] = (VISIT, CHECK, DEBTS, INTERVIEW, FORM, SECURITY)
each = pytest.mark.parametrize("command", FOUND_HERE, ids=lambda one: type(one).__name__)


@each
def test_what_is_found_is_recorded_once(command):
    (event,) = after(OPEN).when(command).outcome()
    assert event
    after(OPEN, command).when(command).then_nothing()


@each
def test_it_is_recorded_by_who_investigates(command):
    stranger = evolve(command, actor="sun", staff=SUN)
    after(OPEN).when(stranger).then_refused(ACTOR_INVESTIGATES)
    reviewer = evolve(command, staff=member("wang", Post.REVIEWER))
    after(OPEN).when(reviewer).then_refused(ACTOR_HOLDS_THE_POST)


@each
def test_nothing_is_recorded_before_it_is_opened_or_after_it_is_concluded(command):
    given(INVESTIGATION).when(command).then_refused(INVESTIGATION_IS_OPEN)
    after(*FOUND, CONCLUDE).when(command).then_refused(INVESTIGATION_IS_OPEN)


@pytest.mark.parametrize("command", [one for one in FOUND_HERE if one is not FORM])
def test_nothing_is_recorded_for_a_day_that_has_not_come(command):
    ahead = evolve(command, on=date(2026, 3, 3))
    after(OPEN).when(ahead).then_refused(INVESTIGATED_BY_TODAY, today=TODAY)


def test_a_visit_says_who_when_where_and_with_which_photos():
    (visited,) = after(OPEN).when(VISIT).outcome()
    assert isinstance(visited, VisitRecorded)
    assert (visited.visitors, visited.on, visited.division, len(visited.photos)) == (
        ("wang", "zhao"),
        date(2026, 2, 28),
        "330106001002",
        1,
    )


def test_who_visited_investigates_and_records_it_themselves():
    after(OPEN).when(evolve(VISIT, visitors=("wang", "sun"))).then_refused(VISITORS_INVESTIGATE)
    after(OPEN).when(acting(VISIT, "zhao", visitors=("wang",))).then_refused(VISITORS_INVESTIGATE)


def test_a_visit_in_the_field_has_a_place_and_a_desk_check_needs_none():
    after(OPEN).when(evolve(VISIT, division=None)).then_refused(FIELD_VISIT_HAS_A_PLACE)
    after(OPEN).when(evolve(VISIT, way=VisitWay.DESK_CHECK, division=None)).outcome()


def test_a_number_names_one_visit():
    after(OPEN, VISIT).when(evolve(VISIT, says="another")).then_refused(ONE_VISIT_A_NUMBER)


def test_a_verdict_has_evidence_and_a_doubt_may_have_none():
    for result in (Verdict.PROVEN, Verdict.REFUTED):
        bare = evolve(CHECK, result=result, evidence=())
        after(OPEN).when(bare).then_refused(VERDICT_HAS_EVIDENCE)
    after(OPEN).when(evolve(CHECK, result=Verdict.DOUBTFUL, evidence=())).outcome()
    after(OPEN).when(evolve(SECURITY, evidence=())).then_refused(VERDICT_HAS_EVIDENCE)


def test_the_last_verdict_of_an_item_stands_with_who_gave_it():
    refuted = acting(CHECK, "zhao", result=Verdict.REFUTED)
    case = INVESTIGATION.fold(after(OPEN, CHECK, refuted).past)
    standing = case.checks[CHECK.item]
    assert isinstance(standing, CheckRecorded)
    assert (standing.result, standing.checked_by) == (Verdict.REFUTED, "zhao")


def test_amounts_are_in_the_currency_of_the_application():
    for amount in (Money(1, "USD"), Money(-1), Money(10**12)):
        debt = evolve(DEBTS.debts[0], amount=amount)
        after(OPEN).when(evolve(DEBTS, debts=(debt,))).then_refused(AMOUNTS_FIT_THE_APPLICATION)


def test_a_security_is_looked_up_with_its_value():
    (assessed,) = after(OPEN).when(SECURITY).outcome()
    assert isinstance(assessed, SecurityAssessed)
    assert (assessed.value, assessed.counts) == (COLLATERAL.value, COLLATERAL.counts)
    for security in (None, evolve(COLLATERAL, released_on=TODAY)):
        unknown = evolve(SECURITY, security=security)
        after(OPEN).when(unknown).then_refused(SECURITY_IS_ON_RECORD)
