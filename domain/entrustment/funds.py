"""Decisions: take in the money, lend of it, return it, and be paid for that by who entrusts.

Source: 商业银行委托贷款管理办法 (银监发〔2018〕2号) 第12条, 第15条: who entrusts pays; the money is
deposited before it is lent, and moneys of several are kept apart.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.entrustment.commands import CollectFee, DepositFunds, OfEntrustment, ReturnFunds
from domain.entrustment.events import (
    EntrustmentAccepted,
    EntrustmentEvent,
    EntrustmentTakenUp,
    FeeCollected,
    FundsDeposited,
    FundsLent,
    FundsReturned,
    FundsUnlent,
)
from domain.entrustment.rules import (
    BOOKED_BY_TODAY,
    ENTRUSTMENT_STANDS,
    FEE_IS_AGREED,
    FUNDS_ARE_THE_ENTRUSTERS,
    FUNDS_WITHIN_THE_LOAN,
    NOTE_IS_LENT_ONCE,
    ONE_BOOKING_A_REFERENCE,
    ONE_CONTRACT_AN_ENTRUSTMENT,
    WITHIN_FUNDS_HELD,
)
from domain.entrustment.state import Booked, Entrusted
from domain.facts.duty import require_duty, require_not_connected
from domain.facts.staff import Post
from domain.ties import LendFunds, TakeUpEntrustment, UnlendFunds

BOOKING: Final = (Post.DISBURSEMENT_OFFICER, Post.CONTRACT_OFFICER)


def _standing(known: Entrusted) -> EntrustmentAccepted:
    ENTRUSTMENT_STANDS.require(known.accepted is not None and known.ended is None)
    assert known.accepted is not None
    return known.accepted


def _is_booked(command: OfEntrustment, known: Entrusted, booking: Booked) -> bool:
    """Say whether a movement is on record; Refused where its number or its day cannot be."""
    accepted = _standing(known)
    staff = require_duty(command.staff, command.today, BOOKING, accepted.customer_id)
    require_not_connected(staff, accepted.entrusted_by)
    recorded = known.booked.get(booking.reference)
    ONE_BOOKING_A_REFERENCE.require(recorded in (None, booking), reference=booking.reference)
    day: date = booking.value_date
    BOOKED_BY_TODAY.require(accepted.accepted_on <= day <= command.today, day=day)
    return recorded is not None


def deposit(command: DepositFunds, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Take in money of who entrusts it; () where that is on record."""
    deposited = FundsDeposited(
        reference=command.reference, amount=command.amount, value_date=command.value_date
    )
    accepted = _standing(known)
    FUNDS_ARE_THE_ENTRUSTERS.require(
        command.paid_by == accepted.entrusted_by, paid_by=command.paid_by
    )
    if _is_booked(command, known, deposited):
        return ()
    whole, amount = accepted.terms.amount, command.amount
    standing = known.sum_of(FundsDeposited) - known.sum_of(FundsReturned)
    FUNDS_WITHIN_THE_LOAN.require(
        amount.currency == whole.currency and 0 < amount.fen <= whole.fen - standing.fen,
        amount=amount,
        deposited=standing,
        whole=whole,
    )
    return (deposited,)


def return_(command: ReturnFunds, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Pay back what is held; () where that is on record."""
    returned = FundsReturned(
        reference=command.reference, amount=command.amount, value_date=command.value_date
    )
    if _is_booked(command, known, returned):
        return ()
    _require_held(known, returned)
    return (returned,)


def _require_held(known: Entrusted, moved: FundsReturned | FundsLent) -> None:
    """Raise Refused where more would go out than is held, by all that is known or on that day."""
    amount, held = moved.amount, known.held
    WITHIN_FUNDS_HELD.require(
        amount.currency == held.currency and 0 < amount.fen <= held.fen, amount=amount, held=held
    )
    in_by_then = sum(
        each.amount.fen
        for each in known.booked.values()
        if isinstance(each, FundsDeposited) and each.value_date <= moved.value_date
    )
    out = known.sum_of(FundsDeposited).fen - held.fen
    WITHIN_FUNDS_HELD.require(
        out + amount.fen <= in_by_then, amount=amount, value_date=moved.value_date
    )


def collect_fee(command: CollectFee, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Take the fee from who entrusts; () where that is on record."""
    collected = FeeCollected(
        reference=command.reference, amount=command.amount, value_date=command.value_date
    )
    if _is_booked(command, known, collected):
        return ()
    accepted, amount = _standing(known), command.amount
    left = accepted.service_fee - known.sum_of(FeeCollected)
    FEE_IS_AGREED.require(
        command.paid_by == accepted.entrusted_by
        and amount.currency == left.currency
        and 0 < amount.fen <= left.fen,
        paid_by=command.paid_by,
        amount=amount,
        left=left,
    )
    return (collected,)


def take_up(command: TakeUpEntrustment, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Sign the contract of three parties; () where it is signed."""
    _standing(known)
    if known.contract_id == command.contract_id:
        return ()
    ONE_CONTRACT_AN_ENTRUSTMENT.require(known.contract_id is None, signed=known.contract_id)
    return (EntrustmentTakenUp(contract_id=command.contract_id),)


def lend(command: LendFunds, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Lend of what is held; () where that note lent it."""
    _standing(known)
    lent = FundsLent(
        loan_id=command.loan_id,
        reference=command.reference,
        amount=command.amount,
        value_date=command.value_date,
    )
    recorded = known.lent.get(command.loan_id)
    if recorded == lent:
        return ()
    NOTE_IS_LENT_ONCE.require(
        recorded is None and command.loan_id not in known.unlent, loan_id=command.loan_id
    )
    _require_held(known, lent)
    return (lent,)


def unlend(command: UnlendFunds, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Hold again what a note lent; () where it lends nothing."""
    lent = known.lent.get(command.loan_id)
    if lent is None:
        return ()
    unlent = FundsUnlent(
        loan_id=lent.loan_id,
        reference=lent.reference,
        amount=lent.amount,
        value_date=lent.value_date,
    )
    return (unlent,)
