"""Decisions: record money received, and pay back what was beyond all that was owed."""

from collections.abc import Sequence

from domain.loan.commands import RecordRepayment, RefundExcess
from domain.loan.events import ExcessRefunded, LoanEvent, RepaymentRecorded
from domain.loan.movements import Movement
from domain.loan.outcome import known_by, outcome
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    NOT_BEFORE_PAYING_OUT,
    NUMBER_IS_SPENT,
    ONE_PAYMENT_A_RECEIPT,
    PAYMENT_IS_THE_INSTALMENT,
    WITHIN_EXCESS,
    WITHIN_PAYOFF,
)
from domain.loan.settle import Account
from domain.loan.standing import paid_out, require_not_ahead
from domain.loan.state import Loan
from domain.money import Money
from domain.origin import Finding


def record_repayment(command: RecordRepayment, loan: Loan | None) -> Sequence[LoanEvent]:
    """Split a receipt over what was owed on its value date, and the later ones again.

    () where the receipt was recorded before.
    """
    known = paid_out(loan)
    if command.receipt_no in known.receipts:
        return _sent_again(command, known)
    currency = known.currency
    AMOUNT_IS_POSITIVE.require(command.amount.fen > 0, amount=command.amount)
    CURRENCY_IS_THE_LOANS.require(
        command.amount.currency == currency, amount=command.amount, currency=currency
    )
    require_not_ahead(command.value_date, command.today)
    findings = _weigh(command, known_by(known, command.value_date))
    movement = Movement(
        receipt_no=command.receipt_no, amount=command.amount, value_date=command.value_date
    )
    found = outcome(known, (*known.movements, movement))
    recorded = RepaymentRecorded(
        receipt_no=command.receipt_no,
        amount=command.amount,
        value_date=command.value_date,
        paid=found.after.splits[command.receipt_no],
        restated=found.restated,
        plan=found.plan,
        origin=command.origin,
        findings=findings,
    )
    return (recorded, *found.turns)


def _sent_again(command: RecordRepayment, loan: Loan) -> Sequence[LoanEvent]:
    receipt = loan.receipts[command.receipt_no]
    NUMBER_IS_SPENT.require(not receipt.undone, receipt_no=command.receipt_no)
    recorded = receipt.movement
    ONE_PAYMENT_A_RECEIPT.require(
        (recorded.amount, recorded.value_date) == (command.amount, command.value_date),
        receipt_no=command.receipt_no,
        amount=recorded.amount,
        value_date=recorded.value_date,
    )
    return ()


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
    known = paid_out(loan)
    refunded = ExcessRefunded(
        reference=command.reference, amount=command.amount, value_date=command.value_date
    )
    if command.reference in known.refunds:
        ONE_PAYMENT_A_RECEIPT.require(
            known.refunds[command.reference] == refunded, reference=command.reference
        )
        return ()
    currency = known.currency
    AMOUNT_IS_POSITIVE.require(command.amount.fen > 0, amount=command.amount)
    CURRENCY_IS_THE_LOANS.require(
        command.amount.currency == currency, amount=command.amount, currency=currency
    )
    require_not_ahead(command.value_date, command.today)
    received = sum(
        split.excess.fen for split in known_by(known, command.value_date).splits.values()
    )
    held = Money(received - sum(r.amount.fen for r in known.refunds.values()), currency)
    WITHIN_EXCESS.require(command.amount <= held, amount=command.amount, held=held)
    return (refunded,)
