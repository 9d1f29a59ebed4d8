"""Decisions: what is taken from a limit, and what is given back.

Each limit decides for itself; that all above it agree is held by guards in the same transaction.
"""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from domain.facility.events import (
    FacilityEvent,
    HeadroomReleased,
    HeadroomReserved,
    HeadroomRestored,
    HeadroomUnused,
    HeadroomUsed,
)
from domain.facility.hanging import allot, let_go, take_on
from domain.facility.keeping import require_granted
from domain.facility.room import require_currency, require_headroom
from domain.facility.rules import (
    APPLICANT_OWNS_THE_LIMIT,
    LIMIT_IS_OPEN,
    PURPOSE_IS_THE_LIMITS,
    RESERVED_ONCE,
    RESTORED_WITHIN_USED,
    REVIEW_IS_NOT_LATE,
    USED_ONCE,
    USED_WITHIN_RESERVED,
)
from domain.facility.state import Granted, State
from domain.facility.ties import AllotLimit, LetHoldingsGo, TakeOnHoldings, Tie
from domain.facts.application import Application
from domain.money import Money
from domain.ties import (
    ReleaseHeadroom,
    ReserveHeadroom,
    RestoreHeadroom,
    UnuseHeadroom,
    UseHeadroom,
)


def take(command: Tie, state: State) -> Sequence[FacilityEvent]:
    """Return what follows for a limit from what another aggregate takes or gives back."""
    limit = require_granted(command.facility_id, state)
    match command:
        case ReserveHeadroom():
            return reserve(command, limit)
        case ReleaseHeadroom():
            return release(command, limit)
        case UseHeadroom():
            return use(command, limit)
        case UnuseHeadroom():
            return unuse(command, limit)
        case RestoreHeadroom():
            return restore(command, limit)
        case AllotLimit():
            return allot(command, limit)
        case TakeOnHoldings():
            return take_on(command, limit)
        case LetHoldingsGo():
            return let_go(command, limit)
    assert_never(command)


def reserve(command: ReserveHeadroom, state: Granted) -> Sequence[HeadroomReserved]:
    """Reserve for an approval; () where just that is reserved."""
    amount, today = command.amount, command.today
    require_currency(amount, state)
    if (reserved := state.reservations.get(command.application_id)) is not None:
        RESERVED_ONCE.require(reserved == amount, reserved=reserved)
        return ()
    _require_open(command.facility_id, state, today)
    REVIEW_IS_NOT_LATE.require(today < state.nothing_new_from, review_due=state.review_due)
    _require_purpose(command.application, state)
    require_headroom(command.facility_id, amount, state.headroom, state)
    reserved_now = HeadroomReserved(application_id=command.application_id, amount=amount, on=today)
    return (reserved_now,)


def release(command: ReleaseHeadroom, state: Granted) -> Sequence[HeadroomReleased]:
    """Give back what is still reserved for an approval; () where nothing is."""
    reserved = state.reservations.get(command.application_id)
    if reserved is None:
        return ()
    return (HeadroomReleased(application_id=command.application_id, amount=reserved),)


def use(command: UseHeadroom, state: Granted) -> Sequence[HeadroomUsed]:
    """Use of what is reserved; () where the loan used just that."""
    amount = command.amount
    require_currency(amount, state)
    if (taken := state.loans.get(command.loan_id)) is not None:
        USED_ONCE.require(taken.amount == amount, used=taken.amount)
        return ()
    _require_open(command.facility_id, state, command.today)
    reserved = state.reservations.get(command.application_id, Money(0, amount.currency))
    USED_WITHIN_RESERVED.require(0 < amount.fen <= reserved.fen, amount=amount, reserved=reserved)
    require_headroom(command.facility_id, amount, state.limit - state.used, state)
    used = HeadroomUsed(
        application_id=command.application_id,
        loan_id=command.loan_id,
        amount=amount,
        on=command.today,
    )
    return (used,)


def unuse(command: UnuseHeadroom, state: Granted) -> Sequence[HeadroomUnused]:
    """Reserve again what a loan used that was not paid out; () where it uses nothing."""
    taken = state.loans.get(command.loan_id)
    if taken is None:
        return ()
    unused = HeadroomUnused(
        application_id=command.application_id, loan_id=command.loan_id, amount=taken.amount
    )
    return (unused,)


def restore(command: RestoreHeadroom, state: Granted) -> Sequence[HeadroomRestored]:
    """Note how much of what a loan took is paid back in all; () where that is known."""
    require_currency(command.amount, state)
    taken = state.loans.get(command.loan_id)
    RESTORED_WITHIN_USED.require(
        taken is not None and 0 <= command.amount.fen <= taken.amount.fen,
        amount=command.amount,
        used=taken.amount if taken else None,
    )
    assert taken is not None
    if command.amount == taken.paid_back:
        return ()
    restored = HeadroomRestored(loan_id=command.loan_id, amount=command.amount, was=taken.paid_back)
    return (restored,)


def _require_open(facility_id: str, state: Granted, today: date) -> None:
    granted = state.granted
    LIMIT_IS_OPEN.require(
        granted.since <= today <= granted.until and state.frozen is None,
        facility_id=facility_id,
        since=granted.since,
        until=granted.until,
        frozen=state.frozen.reason if state.frozen else None,
    )


def _require_purpose(application: Application | None, state: Granted) -> None:
    granted = state.granted
    APPLICANT_OWNS_THE_LIMIT.require(
        application is None or granted.customer_id in (None, application.customer_id),
        customer_id=application.customer_id if application else None,
    )
    product = application.terms.product_id if application else None
    PURPOSE_IS_THE_LIMITS.require(
        not granted.products or product in granted.products,
        product_id=product,
        products=", ".join(granted.products),
    )
