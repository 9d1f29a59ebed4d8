"""Decisions: pay out an agreed loan, whole or in parts, and reverse a payment."""

from collections.abc import Sequence
from datetime import date

from domain.loan.commands import DisburseLoan, ReverseDisbursement
from domain.loan.entrusted.decisions import require_entruster
from domain.loan.events import DisbursementReversed, LoanAgreed, LoanDisbursed, LoanEvent
from domain.loan.facts import Drawn, WrittenOff
from domain.loan.known import fact_from
from domain.loan.loss.rules import NOT_ON_A_WRITTEN_OFF_LOAN
from domain.loan.origination import require_plan
from domain.loan.outcome import entered, outcome, without_fact
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    DISBURSEMENT_IS_KNOWN,
    LOAN_IS_NOT_CANCELLED,
    LOAN_IS_NOT_PAID_OUT,
    NO_RECEIPT_STANDS,
    NOT_BEFORE_PAYING_OUT,
    NOT_BEFORE_SIGNING,
    NUMBER_IS_SPENT,
    WHOLE_AMOUNT_IS_PAID_OUT,
    WITHIN_COMMITMENT,
)
from domain.loan.standing import begun, require_not_ahead
from domain.loan.state import Loan, agreed_contract, contract_of
from domain.loan.under_contract.rules import PAID_BY_ITS_DRAWDOWN
from domain.loan.values import FactKind
from domain.money import Money


def disburse_loan(command: DisburseLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Pay out a loan that is no note under a contract."""
    _require_by_itself(loan)
    return pay_out(command, loan)


def _require_by_itself(loan: Loan | None) -> None:
    note = loan is not None and isinstance(loan.begun, LoanAgreed) and loan.begun.contract_id
    PAID_BY_ITS_DRAWDOWN.require(not note, contract_id=note)


def pay_out(command: DisburseLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Pay out a loan, or a part of it, and make its plan; () where the same was recorded."""
    known, drawn = begun(loan), fact_from(Drawn, command)
    recorded = known.known.get((FactKind.DRAWDOWN, command.reference))
    if recorded and recorded.fact == drawn and not recorded.undone:
        return ()
    LOAN_IS_NOT_CANCELLED.require(known.cancelled is None)
    agreed = known.begun
    LOAN_IS_NOT_PAID_OUT.require(isinstance(agreed, LoanAgreed))
    assert isinstance(agreed, LoanAgreed)
    once = agreed.terms.drawdowns_max == 1
    LOAN_IS_NOT_PAID_OUT.require(not (once and known.paid_out))
    require_entruster(known)
    NUMBER_IS_SPENT.require(recorded is None, reference=command.reference)
    _require_within(command, known, agreed)
    NOT_BEFORE_SIGNING.require(
        agreed.signed_on <= command.value_date, day=command.value_date, signed_on=agreed.signed_on
    )
    require_not_ahead(command.value_date, command.today)
    _require_on_books(known, command.value_date)
    start = require_plan(agreed_contract(agreed, drawn, ()))
    kept_back = agreed_contract(agreed, drawn, start).kept_back
    more = {"replaces": agreed.replaces, "kept_back": kept_back}
    return entered(known, drawn, LoanDisbursed, start=start, **more)


def _require_on_books(loan: Loan, day: date) -> None:
    written_off = [fact for fact in loan.standing(WrittenOff) if fact.value_date <= day]
    NOT_ON_A_WRITTEN_OFF_LOAN.require(not written_off, day=day)


def _require_within(command: DisburseLoan, loan: Loan, agreed: LoanAgreed) -> None:
    """Raise Refused where a payment is not what the loan was agreed for."""
    amount, drawn = command.amount, sum(each.amount.fen for each in loan.standing(Drawn))
    if agreed.terms.drawdowns_max == 1:
        WHOLE_AMOUNT_IS_PAID_OUT.require(
            amount == agreed.amount, amount=amount, agreed=agreed.amount
        )
        return
    CURRENCY_IS_THE_LOANS.require(
        amount.currency == loan.currency, amount=amount, currency=loan.currency
    )
    AMOUNT_IS_POSITIVE.require(amount.fen > 0, amount=amount)
    left = Money(agreed.amount.fen - drawn, loan.currency)
    WITHIN_COMMITMENT.require(
        amount <= left and len(loan.drawdowns) < agreed.terms.drawdowns_max,
        amount=amount,
        undrawn=left,
        parts=len(loan.drawdowns),
        parts_max=agreed.terms.drawdowns_max,
    )


def reverse_disbursement(command: ReverseDisbursement, loan: Loan | None) -> Sequence[LoanEvent]:
    """Undo a payment of a loan that is no note under a contract."""
    _require_by_itself(loan)
    return take_back_payment(command, loan)


def take_back_payment(command: ReverseDisbursement, loan: Loan | None) -> Sequence[LoanEvent]:
    """Undo a payment that did not take place; () where it was undone before."""
    known = begun(loan)
    recorded = known.known.get((FactKind.DRAWDOWN, command.reference))
    DISBURSEMENT_IS_KNOWN.require(recorded is not None, reference=command.reference)
    assert recorded is not None and isinstance(recorded.fact, Drawn)
    if recorded.undone:
        return ()
    key = (FactKind.DRAWDOWN, command.reference)
    proposed = without_fact(known, key)
    _require_nothing_before(proposed)
    found = outcome(known, proposed, key)
    undone = DisbursementReversed(
        amount=recorded.fact.amount,
        value_date=recorded.value_date,
        reference=command.reference,
        restated=found.restated,
        plan=found.plan,
        replaces=known.agreed.replaces,
        kept_back=contract_of(known).kept_back,
    )
    return (undone, *found.turns)


def _require_nothing_before(proposed: Loan) -> None:
    """Raise Refused where what stands would count before the first payment, or without one."""
    standing = proposed.facts
    if not proposed.paid_out:
        NO_RECEIPT_STANDS.require(not standing, standing=len(standing))
        return
    first = proposed.drawdowns[0].value_date
    earliest = min((fact.value_date for fact in standing), default=first)
    NOT_BEFORE_PAYING_OUT.require(first <= earliest, value_date=earliest, paid_out_on=first)
