"""Decisions: pay a drawdown, take the payment back, and follow the money to where it went."""

from collections.abc import Sequence

from domain.calendar import last_working_day
from domain.drawdown.commands import (
    ConfirmArrival,
    DelayPayment,
    RecordUse,
    ReleaseDrawdown,
    ReverseDrawdown,
)
from domain.drawdown.discount import kept_back_by
from domain.drawdown.events import (
    DrawdownEvent,
    DrawdownReleased,
    DrawdownReversed,
    FundsArrived,
    PaymentDelayed,
    UseRecorded,
)
from domain.drawdown.request import PAYERS, REQUESTERS, requested_of, require_open
from domain.drawdown.rules import (
    ARRIVED_ONCE,
    DRAWDOWN_IS_CHECKED,
    DRAWDOWN_IS_PAID,
    ONE_USE_A_REFERENCE,
    PAID_AFTER_THE_CHECK,
    PAYEE_IS_KNOWN,
    USE_IS_AS_AGREED,
    USE_ONCE_PAID,
)
from domain.drawdown.standing import require_paid_by_others, require_secured
from domain.drawdown.state import Drawing
from domain.facts.duty import require_duty, require_lending_unit
from domain.facts.policy import SHIPPED
from domain.origin import Finding

_IN_TIME = "entrusted_payment.completion.working_days"
_DELAYED = "entrusted_payment.completion.borrower_cause.working_days"


def release(command: ReleaseDrawdown, known: Drawing) -> Sequence[DrawdownEvent]:
    """Pay a drawdown; () where that payment is on record.

    Guards agree the note and pay it out, and draw on the contract and on the limit.
    """
    requested = requested_of(known)
    require_duty(command.staff, command.today, PAYERS, requested.customer_id)
    paid = known.released
    if paid and (paid.value_date, paid.reference) == (command.value_date, command.reference):
        return ()
    require_open(known)
    DRAWDOWN_IS_CHECKED.require(known.checked is not None)
    assert known.checked is not None
    require_paid_by_others(command, requested)
    require_lending_unit(command.unit, command.today)
    require_secured(command)
    PAID_AFTER_THE_CHECK.require(
        known.checked.checked_on <= command.value_date <= command.today,
        value_date=command.value_date,
        checked_on=known.checked.checked_on,
    )
    setting = (command.book or SHIPPED).on(_IN_TIME, command.value_date)
    by, calendar = last_working_day(command.value_date, int(setting.setting), command.calendar)
    released = DrawdownReleased(
        amount=requested.amount,
        value_date=command.value_date,
        reference=command.reference,
        complete_by=by if requested.payees else None,
        settings=(setting,) if requested.payees else (),
        released_by=command.actor,
        recorded_on=command.today,
        calendar=calendar if requested.payees else None,
        kept_back=kept_back_by(command, requested.bill),
        seen=command.seen,
    )
    return (released,)


def _paid(known: Drawing) -> DrawdownReleased:
    DRAWDOWN_IS_PAID.require(known.released is not None and known.undone is None)
    assert known.released is not None
    return known.released


def reverse(command: ReverseDrawdown, known: Drawing) -> Sequence[DrawdownEvent]:
    """Take back a payment; () where it was taken back.

    Guards undo the note, and give back what was drawn on the contract and on the limit.
    """
    requested = requested_of(known)
    require_duty(command.staff, command.today, PAYERS, requested.customer_id)
    if known.undone:
        return ()
    paid = _paid(known)
    undone = DrawdownReversed(
        reason=command.reason,
        amount=paid.amount,
        value_date=paid.value_date,
        loan_id=requested.loan_id,
    )
    return (undone,)


def delay(command: DelayPayment, known: Drawing) -> Sequence[DrawdownEvent]:
    """Give a payment that the borrower holds up the longer time; () where it has it."""
    requested = requested_of(known)
    require_duty(command.staff, command.today, (*REQUESTERS, *PAYERS), requested.customer_id)
    paid, payee = _paid(known), command.payee_id
    if payee in known.delayed and known.delayed[payee].reason == command.reason:
        return ()
    PAYEE_IS_KNOWN.require(any(payee == each.payee_id for each in requested.payees), payee_id=payee)
    ARRIVED_ONCE.require(payee not in known.arrived, payee_id=payee)
    setting = (command.book or SHIPPED).on(_DELAYED, paid.value_date)
    by, calendar = last_working_day(paid.value_date, int(setting.setting), command.calendar)
    delayed = PaymentDelayed(
        payee_id=payee,
        reason=command.reason,
        complete_by=by,
        settings=(setting,),
        calendar=calendar,
    )
    return (delayed,)


def confirm_arrival(command: ConfirmArrival, known: Drawing) -> Sequence[DrawdownEvent]:
    """Confirm that money arrived; () where that is on record."""
    requested = requested_of(known)
    require_duty(command.staff, command.today, (*REQUESTERS, *PAYERS), requested.customer_id)
    paid, payee = _paid(known), command.payee_id
    arrived = FundsArrived(payee_id=payee, on=command.on, evidence=command.evidence)
    recorded = known.arrived.get(payee)
    if recorded == arrived:
        return ()
    payees = [each.payee_id for each in requested.payees]
    PAYEE_IS_KNOWN.require(
        payee in payees if payee is not None else known.own_part.fen > 0, payee_id=payee
    )
    ARRIVED_ONCE.require(
        recorded is None and paid.value_date <= command.on <= command.today,
        on=command.on,
        paid_on=paid.value_date,
    )
    return (arrived,)


def record_use(command: RecordUse, known: Drawing) -> Sequence[DrawdownEvent]:
    """Record what money was used for; () where that is on record.

    What was not agreed is recorded with a finding, for misuse to be weighed.
    """
    requested = requested_of(known)
    require_duty(command.staff, command.today, (*REQUESTERS, *PAYERS), requested.customer_id)
    paid = _paid(known)
    used = UseRecorded(
        reference=command.reference,
        on=command.on,
        amount=command.amount,
        use=command.use,
        as_agreed=command.as_agreed,
        evidence=command.evidence,
        findings=_deviation(command),
    )
    recorded = known.uses.get(command.reference)
    if recorded == used:
        return ()
    ONE_USE_A_REFERENCE.require(recorded is None, reference=command.reference)
    shown = sum(each.amount.fen for each in known.uses.values())
    USE_ONCE_PAID.require(
        paid.value_date <= command.on <= command.today
        and command.amount.currency == paid.amount.currency
        and 0 < command.amount.fen <= known.paid_over.fen - shown,
        on=command.on,
        amount=command.amount,
        paid=known.paid_over,
    )
    return (used,)


def _deviation(command: RecordUse) -> tuple[Finding, ...]:
    terms = command.contract.terms if command.contract else None
    if command.as_agreed:
        return ()
    agreed = f"{terms.loan_purpose}: {terms.use}" if terms else None
    return (Finding(USE_IS_AS_AGREED.code, f"agreed {agreed}, used {command.use}"),)
