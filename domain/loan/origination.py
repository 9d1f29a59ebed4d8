"""Decisions: agree a loan, cancel it, or take over a running one."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.facts.bill import require_discount
from domain.facts.policy import SHIPPED
from domain.kinds import CustomerKind, LoanClass, RepaymentMethod
from domain.loan.commands import AgreeLoan, CancelLoan
from domain.loan.contract import Contract
from domain.loan.events import LoanAgreed, LoanCancelled, LoanEvent
from domain.loan.facts import Drawn
from domain.loan.plan.terms import Contradiction
from domain.loan.pricing.rules import REPRICING_WITHIN_TERMS
from domain.loan.refinancing.rules import OLD_LOAN_IS_NAMED, RENEWAL_IS_FOR_BUSINESS
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    AMOUNT_WITHIN_TERMS,
    CURRENCY_IS_THE_LOANS,
    INSTALMENTS_WITHIN_TERMS,
    LOAN_IS_AGREED_ONCE,
    LOAN_IS_NOT_CANCELLED,
    LOAN_IS_NOT_PAID_OUT,
    METHOD_WITHIN_TERMS,
    NOT_BEFORE_SIGNING,
    PLAN_CAN_BE_MADE,
    PLAN_IS_OUR_OWN,
    PRODUCT_IS_LENT,
    RATE_WITHIN_TERMS,
    RHYTHM_WITHIN_TERMS,
)
from domain.loan.schedule import make_plan
from domain.loan.shape import PLAIN
from domain.loan.standing import begun, require_not_ahead
from domain.loan.state import Loan, agreed_contract
from domain.loan.under_contract.rules import CONTRACT_IS_REQUIRED
from domain.loan.use import require_use
from domain.loan.values import Instalment, Lending
from domain.money import Money
from domain.terms import Terms

# What an agreement says as it was asked for.
_SAID: Final = (
    *("customer_id", "product_id", "amount", "rate_yearly", "method", "instalments", "due_day"),
    *("signed_on", "shape", "pricing", "lending", "replaces", "bill", "loan_purpose", "security"),
)
_CONTRACT_REQUIRED: Final = "bank.lending.contract_required"


def agree_loan(command: AgreeLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Agree a loan within the terms of the day of signing, which stay with it for life.

    () where the same was agreed before.
    """
    if loan is not None:
        LOAN_IS_AGREED_ONCE.require(_is_agreed(command, loan), loan_id=command.loan_id)
        return ()
    policy = command.book or SHIPPED
    CONTRACT_IS_REQUIRED.require(not policy.says_yes(_CONTRACT_REQUIRED, command.today))
    require_bill(command, command.amount, command.signed_on)
    return (agree_within_terms(command),)


def require_bill(command: AgreeLoan, amount: Money, day: date) -> None:
    """Raise Refused where a discount is of no bill, or of one that cannot be lent on by a day."""
    discounts = command.method is RepaymentMethod.DISCOUNT
    require_discount(command.bill, amount, discounts=discounts, day=day)


def agree_within_terms(command: AgreeLoan) -> LoanAgreed:
    """Return the agreement; Refused where the product's terms of that day do not allow it."""
    require_not_ahead(command.signed_on, command.today)
    lent = command.terms.entry(command.signed_on) if command.terms else None
    terms = lent.value if lent else None
    PRODUCT_IS_LENT.require(
        terms is not None, product_id=command.product_id, signed_on=command.signed_on
    )
    assert lent is not None and terms is not None
    _require_within(terms, command)
    _require_ways(terms, command)
    require_use(terms, command)
    agreed = LoanAgreed(
        customer_id=command.customer_id,
        product_id=command.product_id,
        amount=command.amount,
        rate_yearly=command.rate_yearly,
        method=command.method,
        instalments=command.instalments,
        due_day=command.due_day,
        signed_on=command.signed_on,
        terms=terms,
        terms_source=lent.source,
        shape=command.shape,
        pricing=command.pricing,
        lending=command.lending,
        replaces=command.replaces,
        bill=command.bill,
        loan_purpose=command.loan_purpose,
        security=command.security,
    )
    require_plan(agreed_contract(agreed, _at_once(agreed), ()))
    return agreed


def _at_once(agreed: LoanAgreed) -> Drawn:
    """Return the payment of a loan on the day of signing, to see whether a plan can be made."""
    return Drawn(reference="trial", amount=agreed.amount, value_date=agreed.signed_on)


def require_plan(contract: Contract) -> tuple[Instalment, ...]:
    """Return the plan of a loan; Refused where its terms contradict each other."""
    try:
        return make_plan(contract)
    except Contradiction as found:
        PLAN_CAN_BE_MADE.require(False, field=found.field, says=found.says)
        raise


def _is_agreed(command: AgreeLoan, loan: Loan) -> bool:
    agreed = loan.begun
    return isinstance(agreed, LoanAgreed) and all(
        getattr(agreed, name) == getattr(command, name) for name in _SAID
    )


def _require_within(terms: Terms, command: AgreeLoan) -> None:
    """Raise Refused where a loan is not within a product's terms."""
    amount, rate = command.amount, command.rate_yearly
    PLAN_IS_OUR_OWN.require(command.method is not RepaymentMethod.AS_STATED)
    METHOD_WITHIN_TERMS.require(command.method in terms.methods, method=command.method)
    currency = terms.amount_min.currency
    CURRENCY_IS_THE_LOANS.require(amount.currency == currency, amount=amount, currency=currency)
    AMOUNT_IS_POSITIVE.require(amount.fen > 0, amount=amount)
    AMOUNT_WITHIN_TERMS.require(
        terms.amount_min <= amount <= terms.amount_max,
        amount=amount,
        least=terms.amount_min,
        most=terms.amount_max,
    )
    RATE_WITHIN_TERMS.require(
        terms.rate_min <= rate <= terms.rate_max,
        rate=rate,
        lowest=terms.rate_min,
        highest=terms.rate_max,
    )
    between = (command.shape or PLAIN).months_between
    INSTALMENTS_WITHIN_TERMS.require(
        0 < command.instalments * between <= terms.instalments_max,
        instalments=command.instalments,
        months_between=between,
        most=terms.instalments_max,
    )
    RHYTHM_WITHIN_TERMS.require(between in terms.months_between, months_between=between)


def _require_ways(terms: Terms, command: AgreeLoan) -> None:
    """Raise Refused where a loan is priced, or lent to replace another, as it may not be."""
    pricing = command.pricing
    if pricing:
        ordered = not (pricing.floor and pricing.cap) or pricing.floor <= pricing.cap
        REPRICING_WITHIN_TERMS.require(
            pricing.repricing in terms.repricings and ordered,
            repricing=pricing.repricing,
            offered=", ".join(terms.repricings),
        )
    new, replaces = command.lending is Lending.NEW, command.replaces
    OLD_LOAN_IS_NAMED.require(
        new == (replaces is None) and replaces != command.loan_id,
        lending=command.lending,
        replaces=replaces,
    )
    RENEWAL_IS_FOR_BUSINESS.require(
        command.lending is not Lending.RENEWAL or bool(renewed_for(terms)),
        loan_class=terms.loan_class,
        customer_kinds=", ".join(terms.customer_kinds),
    )


def renewed_for(terms: Terms) -> tuple[CustomerKind, ...]:
    """Return the kinds of customer whose loans on a product may be renewed; () for none."""
    if terms.loan_class is LoanClass.PERSONAL_CONSUMPTION:
        return ()
    return tuple(kind for kind in terms.customer_kinds if kind is not CustomerKind.NATURAL_PERSON)


def cancel_loan(command: CancelLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Cancel an agreed loan; () where it was cancelled on that day for that reason."""
    known = begun(loan)
    cancelled = LoanCancelled(reason=command.reason, on=command.on)
    if known.cancelled == cancelled:
        return ()
    LOAN_IS_NOT_CANCELLED.require(known.cancelled is None)
    LOAN_IS_NOT_PAID_OUT.require(not known.paid_out)
    require_not_ahead(command.on, command.today)
    assert isinstance(known.begun, LoanAgreed)
    signed_on = known.begun.signed_on
    NOT_BEFORE_SIGNING.require(signed_on <= command.on, day=command.on, signed_on=signed_on)
    return (cancelled,)
