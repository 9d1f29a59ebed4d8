"""A licence is granted on a test, renewed on training, and withdrawn."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.facts.policy import SHIPPED, PolicyBook
from domain.staff import STAFF
from domain.staff.commands import (
    Grade,
    GrantLicence,
    RecordTraining,
    RenewLicence,
    WithdrawLicence,
)
from domain.staff.events import (
    LicenceGranted,
    LicenceRenewed,
    LicenceWithdrawn,
    StaffRegistered,
    TrainingRecorded,
)
from domain.staff.licences import HOURS, POINTS, TERM
from domain.staff.rules import (
    LICENCE_IS_FOR_A_TERM,
    LICENCE_IS_HELD,
    NOBODY_FOR_THEMSELVES,
    TEST_IS_PASSED,
    TRAINING_SUFFICES,
    TRAINING_WAS_COMPLETED,
)
from tests.department import BY_SUN, DAY, DIGEST, TODAY
from tests.specs import given

REGISTERED = StaffRegistered(since=TODAY)
UNTIL = date(2027, 3, 1)
TEST: dict[str, Any] = {"grade": Grade.MIDDLE, "tested_on": TODAY, "points": 80, "document": DIGEST}
GRANT = GrantLicence(staff_id="wang", since=TODAY, until=UNTIL, policy=None, **TEST, **BY_SUN)
GRANTED = LicenceGranted(
    since=TODAY,
    until=UNTIL,
    settings=(SHIPPED.on(POINTS, TODAY), SHIPPED.on(TERM, TODAY)),
    **TEST,
)
TRAINING: dict[str, Any] = {
    "training_id": "T1",
    "title": "农户贷款",
    "completed_on": TODAY,
    "hours": 24,
    "document": DIGEST,
}
RECORD = RecordTraining(staff_id="wang", **TRAINING, **BY_SUN)
TRAINED = TrainingRecorded(**TRAINING)
RENEW = RenewLicence(
    staff_id="wang", grade=Grade.MIDDLE, until=date(2028, 3, 1), policy=None, **BY_SUN
)
RENEWED = LicenceRenewed(
    grade=Grade.MIDDLE,
    since=date(2027, 3, 2),
    until=date(2028, 3, 1),
    hours=24,
    settings=(SHIPPED.on(HOURS, TODAY), SHIPPED.on(TERM, TODAY)),
)
WITHDRAW = WithdrawLicence(
    staff_id="wang", grade=Grade.MIDDLE, reason="breach", document=DIGEST, **BY_SUN
)
WITHDRAWN = LicenceWithdrawn(grade=Grade.MIDDLE, since=TODAY, reason="breach", document=DIGEST)
PAST = (REGISTERED, GRANTED)


def licensed(day, *events) -> Any:
    return STAFF.fact("wang", STAFF.fold(events)).licensed(day)


@pytest.mark.row("RO-10", shown_by="staff.grant_licence")
def test_a_licence_is_granted_on_a_test_that_was_passed():
    given(STAFF, REGISTERED).when(GRANT).then(GRANTED)
    given(STAFF, *PAST).when(GRANT).then_nothing()
    given(STAFF, REGISTERED).when(evolve(GRANT, points=59)).then_refused(TEST_IS_PASSED)
    ahead = evolve(GRANT, tested_on=TODAY + DAY)
    given(STAFF, REGISTERED).when(ahead).then_refused(TEST_IS_PASSED)


def test_what_passes_is_for_the_institution_to_set():
    book = PolicyBook({POINTS: Dated[str]().with_value(TODAY, "90", "Board 2026-3")})
    stricter = evolve(GRANT, policy=book)
    given(STAFF, REGISTERED).when(stricter).then_refused(TEST_IS_PASSED, asked="90")


@pytest.mark.parametrize(
    ("since", "until"),
    [(TODAY - DAY, UNTIL), (TODAY, TODAY - DAY), (TODAY, date(2028, 3, 3))],
)
def test_a_licence_runs_for_a_term_that_is_not_dated_back(since, until):
    given(STAFF, REGISTERED).when(evolve(GRANT, since=since, until=until)).then_refused(
        LICENCE_IS_FOR_A_TERM
    )


def test_nobody_licenses_themselves():
    own = evolve(GRANT, actor="wang")
    given(STAFF, REGISTERED).when(own).then_refused(NOBODY_FOR_THEMSELVES)


@pytest.mark.row("RO-14", shown_by="staff.renew_licence,staff.record_training")
def test_a_licence_is_renewed_only_after_enough_training():
    given(STAFF, *PAST).when(RENEW).then_refused(TRAINING_SUFFICES, hours=0)
    less = evolve(TRAINED, hours=23)
    given(STAFF, *PAST, less).when(RENEW).then_refused(TRAINING_SUFFICES, hours=23)
    old = evolve(TRAINED, completed_on=date(2025, 3, 2))
    given(STAFF, *PAST, old).when(RENEW).then_refused(TRAINING_SUFFICES, hours=0)
    given(STAFF, *PAST, TRAINED).when(RENEW).then(RENEWED)
    given(STAFF, *PAST, TRAINED, RENEWED).when(RENEW).then_nothing()
    assert licensed(date(2028, 3, 1), *PAST, TRAINED, RENEWED)


def test_a_licence_that_ran_out_is_renewed_from_today():
    over = evolve(GRANTED, since=date(2025, 1, 1), until=date(2025, 12, 31))
    again = evolve(RENEW, until=UNTIL)
    given(STAFF, REGISTERED, over, TRAINED).when(again).then(
        evolve(RENEWED, since=TODAY, until=UNTIL)
    )


def test_a_licence_is_withdrawn_from_today_and_not_renewed():
    given(STAFF, *PAST).when(WITHDRAW).then(WITHDRAWN)
    given(STAFF, *PAST, WITHDRAWN).when(WITHDRAW).then_nothing()
    given(STAFF, REGISTERED).when(WITHDRAW).then_refused(LICENCE_IS_HELD)
    given(STAFF, *PAST, WITHDRAWN, TRAINED).when(RENEW).then_refused(LICENCE_IS_HELD)
    assert not licensed(TODAY, *PAST, WITHDRAWN)


def test_a_training_is_recorded_once_and_when_it_was_completed():
    given(STAFF, REGISTERED).when(RECORD).then(TRAINED)
    given(STAFF, REGISTERED, TRAINED).when(RECORD).then_nothing()
    other = evolve(RECORD, hours=8)
    given(STAFF, REGISTERED, TRAINED).when(other).then_refused(TRAINING_WAS_COMPLETED)
    ahead = evolve(RECORD, completed_on=TODAY + DAY)
    given(STAFF, REGISTERED).when(ahead).then_refused(TRAINING_WAS_COMPLETED)
