"""Decisions: record money received, and pay back what was beyond all that was owed."""

from collections.abc import Sequence

from domain.loan.commands import RecordRepayment, RefundExcess
from domain.loan.discounting.bounds import require_as_of_a_bill
from domain.loan.events import ExcessRefunded, LoanEvent, RepaymentRecorded
from domain.loan.facts import Received, Refunded
from domain.loan.known import fact_from
from domain.loan.outcome import entered, known_by
from domain.loan.refinancing.rules import UNDONE_BY_ITS_LOAN
from domain.loan.rules import (
    NOT_BEFORE_PAYING_OUT,
    PAYMENT_IS_THE_INSTALMENT,
    WITHIN_EXCESS,
    WITHIN_PAYOFF,
)
from domain.loan.settle import Account
from domain.loan.standing import (
    is_recorded,
    paid_out,
    require_amount,
    require_not_ahead,
    serviced,
)
from domain.loan.state import Loan
from domain.loan.values import Purpose
from domain.money import Money
from domain.origin import Finding


def record_repayment(command: RecordRepayment, loan: Loan | None) -> Sequence[LoanEvent]:
    """Split a receipt over what was owed on its value date, and the later ones again.

    () where the receipt was recorded before.
    """
    known, received = serviced(loan), fact_from(Received, command)
    if is_recorded(known, received):
        return ()
    UNDONE_BY_ITS_LOAN.require(command.purpose is not Purpose.REFINANCING)
    require_amount(known, command.amount)
    require_not_ahead(command.value_date, command.today)
    findings = _weigh(command, known_by(known, command.value_date))
    require_as_of_a_bill(known, command)
    return entered(
        known,
        received,
        RepaymentRecorded,
        origin=command.origin,
        findings=findings,
        paid_by=command.paid_by,
    )


def _weigh(command: RecordRepayment, before: Account) -> tuple[Finding, ...]:
    """Return what is wrong with a receipt of another system; refuse it where it is our own."""
    origin, day = command.origin, command.value_date
    owed, paid_out_on = before.payoff(day).total, before.contract.paid_out_on
    findings = (
        *NOT_BEFORE_PAYING_OUT.weigh(
            paid_out_on <= day, origin, value_date=day, paid_out_on=paid_out_on
        ),
        *WITHIN_PAYOFF.weigh(command.amount <= owed, origin, amount=command.amount, owed=owed),
    )
    asked = before.next_unpaid()
    if origin is None or asked is None or not before.contract.as_stated:
        return findings
    instalment = asked.principal + asked.interest + asked.fee
    is_instalment = command.amount == instalment
    return findings + PAYMENT_IS_THE_INSTALMENT.weigh(
        is_instalment, origin, amount=command.amount, instalment=instalment, no=asked.no
    )


def refund_excess(command: RefundExcess, loan: Loan | None) -> Sequence[LoanEvent]:
    """Pay back excess to the borrower; () where the same refund was recorded."""
    known, refunded = paid_out(loan), fact_from(Refunded, command)
    if is_recorded(known, refunded):
        return ()
    require_amount(known, command.amount)
    require_not_ahead(command.value_date, command.today)
    before = known_by(known, command.value_date)
    received = sum(split.excess.fen for split in before.splits.values())
    gone = sum(refund.amount.fen for refund in known.standing(Refunded))
    held = Money(received - gone, known.currency)
    WITHIN_EXCESS.require(command.amount <= held, amount=command.amount, held=held)
    return entered(known, refunded, ExcessRefunded)
