"""Decisions that open a loan: agree it, take it over, pay it out, cancel it."""

from collections.abc import Sequence
from datetime import date

from domain.dated import From
from domain.kinds import RepaymentMethod
from domain.loan.commands import (
    AgreeLoan,
    CancelLoan,
    DisburseLoan,
    ReverseDisbursement,
    TakeOverLoan,
)
from domain.loan.events import (
    DisbursementReversed,
    LoanAgreed,
    LoanCancelled,
    LoanDisbursed,
    LoanEvent,
    LoanTakenOver,
)
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    AMOUNT_IS_WITHIN_TERMS,
    CURRENCY_IS_THE_LOANS,
    DAY_IS_NOT_AHEAD,
    LOAN_IS_KNOWN,
    LOAN_IS_NEW,
    LOAN_IS_UNPAID,
    METHOD_IS_WITHIN_TERMS,
    NOTHING_WAS_RECEIVED,
    PAID_AFTER_SIGNING,
    PAYMENT_IS_KNOWN,
    PLAN_ADDS_UP,
    PRODUCT_IS_LENT,
    RATE_IS_WITHIN_TERMS,
    TERM_IS_WITHIN_TERMS,
    WHOLE_AMOUNT_IS_PAID,
)
from domain.loan.schedule import make_plan
from domain.loan.state import Loan, agreed_contract
from domain.terms import Terms


def not_ahead(day: date, today: date) -> None:
    """Refuse a day after today."""
    DAY_IS_NOT_AHEAD.require(day <= today, day=day, today=today)


def known(loan: Loan | None) -> Loan:
    """Return the loan; refused where there is none."""
    if loan is None:
        LOAN_IS_KNOWN.require(False)
    assert loan is not None
    return loan


def agree(command: AgreeLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Agree a loan within the product's terms on the day of signing.

    The terms are kept with the loan, so that later ones never change it.
    """
    entry = command.terms.entry(command.signed_on) if command.terms else None
    agreed = _agreed(command, entry) if entry and entry.value else None
    if loan is not None:
        LOAN_IS_NEW.require(agreed == loan.begun, loan_id=command.loan_id)
        return ()
    if agreed is None:
        PRODUCT_IS_LENT.require(False, product_id=command.product_id, day=command.signed_on)
    assert agreed is not None
    not_ahead(command.signed_on, command.today)
    _check_terms(command, agreed.terms)
    return (agreed,)


def _agreed(command: AgreeLoan, entry: From[Terms]) -> LoanAgreed:
    return LoanAgreed(
        customer_id=command.customer_id,
        product_id=command.product_id,
        amount=command.amount,
        rate_yearly=command.rate_yearly,
        method=command.method,
        instalments=command.instalments,
        due_day=command.due_day,
        signed_on=command.signed_on,
        terms=entry.value,
        terms_source=entry.source,
    )


def _check_terms(command: AgreeLoan, terms: Terms) -> None:
    amount, rate, low, high = (
        command.amount,
        command.rate_yearly,
        terms.amount_min,
        terms.amount_max,
    )
    CURRENCY_IS_THE_LOANS.require(
        amount.currency == low.currency, amount=amount, currency=low.currency
    )
    AMOUNT_IS_POSITIVE.require(amount.fen > 0, amount=amount)
    AMOUNT_IS_WITHIN_TERMS.require(low <= amount <= high, amount=amount, least=low, most=high)
    RATE_IS_WITHIN_TERMS.require(
        terms.rate_min <= rate <= terms.rate_max,
        rate=rate,
        least=terms.rate_min,
        most=terms.rate_max,
    )
    TERM_IS_WITHIN_TERMS.require(
        command.instalments <= terms.instalments_max,
        instalments=command.instalments,
        most=terms.instalments_max,
    )
    offered = command.method in terms.methods and command.method is not RepaymentMethod.AS_STATED
    METHOD_IS_WITHIN_TERMS.require(offered, method=command.method.value)


def take_over(command: TakeOverLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Take over a running loan as stated; a plan that does not add up is a finding."""
    stated = sum(row.principal.fen for row in command.plan)
    same = all(row.principal.currency == command.amount.currency for row in command.plan)
    findings = PLAN_ADDS_UP.weigh(
        not command.plan or (same and stated == command.amount.fen),
        command.origin,
        plan=stated,
        amount=command.amount.fen,
    )
    taken = LoanTakenOver(
        customer_id=command.customer_id,
        amount=command.amount,
        rate_yearly=command.rate_yearly,
        granted_on=command.granted_on,
        plan=command.plan,
        origin=command.origin,
        findings=findings,
    )
    if loan is not None:
        LOAN_IS_NEW.require(taken == loan.begun, loan_id=command.loan_id)
        return ()
    CURRENCY_IS_THE_LOANS.require(same, currency=command.amount.currency)
    AMOUNT_IS_POSITIVE.require(
        command.amount.fen >= 0 and (command.amount.fen > 0 or not command.plan),
        amount=command.amount,
    )
    not_ahead(command.granted_on, command.today)
    return (taken,)


def disburse(command: DisburseLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Pay out an agreed loan, and make the plan by which it comes back."""
    loan = known(loan)
    paid = loan.disbursed
    if paid is not None and paid.reference == command.reference:
        same = (paid.amount, paid.value_date) == (command.amount, command.value_date)
        LOAN_IS_UNPAID.require(same, reference=command.reference)
        return ()
    agreed = loan.begun
    spent = command.reference in loan.reversed_references
    unpaid = not loan.paid_out and loan.cancelled is None and not spent
    LOAN_IS_UNPAID.require(unpaid)
    assert isinstance(agreed, LoanAgreed)
    whole = command.amount == agreed.amount
    WHOLE_AMOUNT_IS_PAID.require(whole, amount=command.amount, agreed=agreed.amount)
    PAID_AFTER_SIGNING.require(command.value_date >= agreed.signed_on, signed_on=agreed.signed_on)
    not_ahead(command.value_date, command.today)
    plan = make_plan(agreed_contract(agreed, command.value_date, ()))
    return (
        LoanDisbursed(
            amount=command.amount,
            value_date=command.value_date,
            reference=command.reference,
            plan=plan,
        ),
    )


def reverse_disbursement(command: ReverseDisbursement, loan: Loan | None) -> Sequence[LoanEvent]:
    """Undo a payment that did not take place, while no receipt stands against it."""
    loan = known(loan)
    if command.reference in loan.reversed_references:
        return ()
    paid = loan.disbursed
    PAYMENT_IS_KNOWN.require(paid is not None and paid.reference == command.reference)
    assert paid is not None
    NOTHING_WAS_RECEIVED.require(not loan.movements)
    return (
        DisbursementReversed(
            amount=paid.amount, value_date=paid.value_date, reference=paid.reference
        ),
    )


def cancel(command: CancelLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Cancel an agreed loan before money is paid out."""
    loan = known(loan)
    if loan.cancelled is not None:
        return ()
    LOAN_IS_UNPAID.require(not loan.paid_out)
    not_ahead(command.on, command.today)
    return (LoanCancelled(reason=command.reason, on=command.on),)
