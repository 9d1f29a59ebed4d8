"""Decisions: lend a note under a contract, undo it, and say that it has ended."""

from collections.abc import Sequence
from typing import assert_never

import attrs

from domain.loan.commands import AgreeLoan, DisburseLoan, ReverseDisbursement
from domain.loan.disbursement import pay_out, take_back_payment
from domain.loan.entrusted.decisions import marked
from domain.loan.entrusted.events import LoanEntrusted
from domain.loan.entrusted.rules import ONLY_AN_ENTRUSTED_PRODUCT
from domain.loan.events import LoanAgreed, LoanCancelled, LoanEvent
from domain.loan.facts import Drawn
from domain.loan.origination import agree_within_terms, require_bill
from domain.loan.rules import LOAN_IS_AGREED_ONCE
from domain.loan.standing import begun
from domain.loan.state import Loan
from domain.loan.under_contract.rules import LOAN_HAS_ENDED, WITHIN_ITS_CONTRACT
from domain.loan.values import CancelReason
from domain.ties import ConfirmLoanEnded, LendUnderContract, UndoLending

UnderContract = LendUnderContract | UndoLending | ConfirmLoanEnded


def decide(command: UnderContract, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows from a command that a contract or a drawdown sends."""
    match command:
        case LendUnderContract():
            return lend(command, loan)
        case UndoLending():
            return undo(command, loan)
        case ConfirmLoanEnded():
            return confirm_ended(command, loan)
    assert_never(command)


def lend(command: LendUnderContract, loan: Loan | None) -> Sequence[LoanEvent]:
    """Agree a note within its contract, and pay it out whole; () where it was."""
    if loan is not None:
        LOAN_IS_AGREED_ONCE.require(_is_lent(command, loan), loan_id=command.loan_id)
        return ()
    whole, amount = command.contract_terms.amount, command.amount
    WITHIN_ITS_CONTRACT.require(
        amount.currency == whole.currency and amount.fen <= whole.fen, amount=amount, whole=whole
    )
    agreement = _agreement(command)
    require_bill(agreement, amount, command.value_date)
    agreed = attrs.evolve(
        agree_within_terms(agreement),
        amount=amount,
        contract_id=command.contract_id,
        facility_id=command.facility_id,
    )
    payment = DisburseLoan(
        loan_id=command.loan_id,
        amount=amount,
        value_date=command.value_date,
        reference=command.reference,
        today=command.today,
    )
    note = Loan(begun=agreed)
    if command.entrusted_by is None:
        return (agreed, *pay_out(payment, note))
    ONLY_AN_ENTRUSTED_PRODUCT.require(note.for_another, loan_id=command.loan_id)
    whose = LoanEntrusted(entrusted_by=command.entrusted_by, contract_no=command.contract_id)
    note = attrs.evolve(note, entrusted=whose)
    return (agreed, whose, *marked(pay_out(payment, note), note))


def _agreement(command: LendUnderContract) -> AgreeLoan:
    """Return the contract as an agreement: it is the contract that the product's terms bound."""
    terms = command.contract_terms
    WITHIN_ITS_CONTRACT.require(terms.rate_yearly is not None, rate=None)
    assert terms.rate_yearly is not None
    return AgreeLoan(
        loan_id=command.loan_id,
        customer_id=command.customer_id,
        product_id=terms.product_id,
        amount=terms.amount,
        rate_yearly=terms.rate_yearly,
        method=terms.method,
        loan_purpose=terms.loan_purpose,
        security=terms.security,
        instalments=terms.months,
        due_day=command.due_day,
        signed_on=command.signed_on,
        bill=command.bill,
        terms=command.terms,
        book=None,
        today=command.today,
    )


def _is_lent(command: LendUnderContract, loan: Loan) -> bool:
    begun = loan.begun
    paid = [(known.fact, known.undone) for known in loan.drawdowns]
    drawn = Drawn(reference=command.reference, amount=command.amount, value_date=command.value_date)
    return (
        isinstance(begun, LoanAgreed)
        and (begun.contract_id, begun.bill) == (command.contract_id, command.bill)
        and (drawn, False) in paid
    )


def undo(command: UndoLending, loan: Loan | None) -> Sequence[LoanEvent]:
    """Take back the payment of a note, and cancel the note; () where it was cancelled."""
    known = begun(loan)
    if known.cancelled:
        return ()
    payment = ReverseDisbursement(loan_id=command.loan_id, reference=command.reference)
    undone = take_back_payment(payment, known)
    return (*undone, LoanCancelled(reason=CancelReason.AGREED_IN_ERROR, on=command.today))


def confirm_ended(command: ConfirmLoanEnded, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return (): nothing happens to a loan of which it is confirmed that it has ended."""
    known = begun(loan)
    ended = known.settled_on is not None or known.cancelled is not None
    LOAN_HAS_ENDED.require(ended, loan_id=command.loan_id)
    return ()
