"""What follows from granting, renewing and withdrawing a licence, and from training."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from domain.calendar.months import months_after
from domain.facts.policy import SHIPPED, Setting
from domain.staff.commands import GrantLicence, RecordTraining, RenewLicence, WithdrawLicence
from domain.staff.events import (
    LicenceGranted,
    LicenceRenewed,
    LicenceWithdrawn,
    StaffEvent,
    TrainingRecorded,
)
from domain.staff.keeping import require_order
from domain.staff.rules import (
    LICENCE_IS_FOR_A_TERM,
    LICENCE_IS_HELD,
    TEST_IS_PASSED,
    TRAINING_SUFFICES,
    TRAINING_WAS_COMPLETED,
)
from domain.staff.state import Person

POINTS: Final = "bank.licence.test_points_min"
TERM: Final = "bank.licence.months_max"
HOURS: Final = "bank.licence.training_hours_min"
_DAY: Final = timedelta(days=1)
_YEAR: Final = timedelta(days=365)


def grant_licence(command: GrantLicence, person: Person) -> Sequence[StaffEvent]:
    """Grant a licence on a test; () where the same grade runs for these days."""
    known = person.licence(command.grade)
    if known and (known.since, known.until) == (command.since, command.until):
        return ()
    require_order(command, person)
    book = command.policy or SHIPPED
    pass_mark, term = book.on(POINTS, command.today), book.on(TERM, command.today)
    TEST_IS_PASSED.require(
        command.points >= int(pass_mark.setting) and command.tested_on <= command.today,
        points=command.points,
        asked=pass_mark.setting,
        tested_on=command.tested_on,
    )
    _require_term(command.since, command.until, term, command.today)
    granted = LicenceGranted(
        grade=command.grade,
        tested_on=command.tested_on,
        points=command.points,
        document=command.document,
        since=command.since,
        until=command.until,
        settings=(pass_mark, term),
    )
    return (granted,)


def renew_licence(command: RenewLicence, person: Person) -> Sequence[StaffEvent]:
    """Renew a licence from the day after it ends, or from today; () where it runs so long."""
    known = person.licence(command.grade)
    if known and known.until == command.until:
        return ()
    require_order(command, person)
    LICENCE_IS_HELD.require(known is not None, grade=command.grade)
    assert known is not None
    book = command.policy or SHIPPED
    asked, term = book.on(HOURS, command.today), book.on(TERM, command.today)
    hours = _hours(person, command.today)
    TRAINING_SUFFICES.require(hours >= int(asked.setting), hours=hours, asked=asked.setting)
    since = max(known.until + _DAY, command.today)
    _require_term(since, command.until, term, command.today)
    renewed = LicenceRenewed(
        grade=command.grade, since=since, until=command.until, hours=hours, settings=(asked, term)
    )
    return (renewed,)


def withdraw_licence(command: WithdrawLicence, person: Person) -> Sequence[StaffEvent]:
    """Withdraw a licence from today on; () where it was withdrawn."""
    if command.grade in person.withdrawn:
        return ()
    require_order(command, person)
    LICENCE_IS_HELD.require(person.licence(command.grade) is not None, grade=command.grade)
    withdrawn = LicenceWithdrawn(
        grade=command.grade,
        since=command.today,
        reason=command.reason,
        document=command.document,
    )
    return (withdrawn,)


def record_training(command: RecordTraining, person: Person) -> Sequence[StaffEvent]:
    """Record a training; () where the same is on record."""
    recorded = TrainingRecorded(
        training_id=command.training_id,
        title=command.title,
        completed_on=command.completed_on,
        hours=command.hours,
        document=command.document,
    )
    if person.trainings.get(command.training_id) == recorded:
        return ()
    require_order(command, person)
    TRAINING_WAS_COMPLETED.require(
        command.training_id not in person.trainings and command.completed_on <= command.today,
        training_id=command.training_id,
        completed_on=command.completed_on,
    )
    return (recorded,)


def _require_term(since: date, until: date, term: Setting, today: date) -> None:
    longest = months_after(since, int(term.setting), since.day)
    LICENCE_IS_FOR_A_TERM.require(
        today <= since <= until <= longest, since=since, until=until, months=term.setting
    )


def _hours(person: Person, today: date) -> int:
    recent = (t for t in person.trainings.values() if today - _YEAR < t.completed_on <= today)
    return sum(training.hours for training in recent)
