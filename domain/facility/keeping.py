"""Decisions: cutting, freezing and reviewing a limit."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, assert_never

from domain.calendar.months import months_after
from domain.facility.commands import (
    CutLimit,
    FreezeFacility,
    Order,
    RecordReview,
    UnfreezeFacility,
)
from domain.facility.events import (
    FacilityEvent,
    FacilityFrozen,
    FacilityUnfrozen,
    LimitCut,
    ReviewRecorded,
)
from domain.facility.rules import (
    CUT_IS_LOWER,
    FROZEN_ONCE,
    FROZEN_TO_UNFREEZE,
    LIMIT_IS_GRANTED,
    SAME_CURRENCY,
)
from domain.facility.state import Granted, State
from domain.facts.duty import require_apart, require_duty
from domain.facts.policy import SHIPPED, PolicyBook
from domain.facts.staff import Post

KEEPERS: Final = (
    Post.RELATIONSHIP_HEAD,
    Post.REVIEWER,
    Post.APPROVER,
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
    Post.BRANCH_HEAD,
    Post.PRESIDENT,
)


def keep(command: Order, state: State) -> Sequence[FacilityEvent]:
    """Return what follows from an order about a limit that was granted."""
    customer_id = state.granted.customer_id if state else None
    require_duty(command.staff, command.today, KEEPERS, customer_id)
    limit = require_granted(command.facility_id, state)
    match command:
        case CutLimit():
            return cut_limit(command, limit)
        case FreezeFacility():
            return freeze(command, limit)
        case UnfreezeFacility():
            return unfreeze(command, limit)
        case RecordReview():
            return record_review(command, limit)
    assert_never(command)


def require_granted(facility_id: str, state: State) -> Granted:
    """Return a limit that was granted; Refused where there is none."""
    LIMIT_IS_GRANTED.require(state is not None, facility_id=facility_id)
    assert state is not None
    return state


def cut_limit(command: CutLimit, state: Granted) -> Sequence[LimitCut]:
    """Cut the limit; () where it is that low."""
    SAME_CURRENCY.require(
        command.limit.currency == state.limit.currency,
        currency=command.limit.currency,
        expected=state.limit.currency,
    )
    if command.limit == state.limit:
        return ()
    CUT_IS_LOWER.require(0 <= command.limit.fen < state.limit.fen, limit=state.limit)
    cut = LimitCut(
        limit=command.limit,
        was=state.limit,
        reason=command.reason,
        decided_by=command.actor,
        on=command.today,
    )
    return (cut,)


def freeze(command: FreezeFacility, state: Granted) -> Sequence[FacilityFrozen]:
    """Freeze the limit; () where it is frozen for that reason."""
    if state.frozen is not None:
        FROZEN_ONCE.require(state.frozen.reason is command.reason, reason=state.frozen.reason)
        return ()
    return (FacilityFrozen(reason=command.reason, decided_by=command.actor, on=command.today),)


def unfreeze(command: UnfreezeFacility, state: Granted) -> Sequence[FacilityUnfrozen]:
    """Unfreeze the limit; another person does so than who froze it."""
    FROZEN_TO_UNFREEZE.require(state.frozen is not None, facility_id=command.facility_id)
    assert state.frozen is not None
    require_apart(command.actor, (state.frozen.decided_by,), "frozen")
    return (FacilityUnfrozen(decided_by=command.actor, on=command.today),)


def record_review(command: RecordReview, state: Granted) -> Sequence[ReviewRecorded]:
    """Record the review, and when the next one is due; () where it is on record."""
    book, today = command.book or SHIPPED, command.today
    due, late = next_review(book, today)
    reviewed = ReviewRecorded(
        outcome=command.outcome,
        report=command.report,
        reviewed_by=command.actor,
        on=today,
        next_due=due,
        nothing_new_from=late,
        settings=(book.on(REVIEW_MONTHS, today), book.on(REVIEW_GRACE, today)),
    )
    last = state.reviewed
    if last is not None and (last.outcome, last.report) == (command.outcome, command.report):
        return ()
    return (reviewed,)


REVIEW_MONTHS: Final = "bank.facility.review_months"
REVIEW_GRACE: Final = "bank.facility.review_grace_days"


def next_review(book: PolicyBook, day: date) -> tuple[date, date]:
    """Return the last day of the review after a day, and from when nothing new is reserved."""
    due = months_after(day, book.count(REVIEW_MONTHS, day), day.day)
    return due, due + timedelta(days=book.count(REVIEW_GRACE, day) + 1)
