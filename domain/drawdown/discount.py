"""A drawdown by which a bill is discounted: who is paid, and how much is kept back.

Source: 支付结算办法 (discount); 商业汇票承兑、贴现与再贴现管理办法 (2022).
"""

from domain.calendar import months_after
from domain.drawdown.commands import ReleaseDrawdown, RequestDrawdown
from domain.drawdown.rules import HOLDER_IS_PAID, NOTE_WITHIN_TERM
from domain.facts.bill import Bill, KeptBack, require_discount
from domain.facts.terms import CreditTerms, PaymentWay
from domain.kinds import RepaymentMethod
from domain.loan.plan.bill import bill_terms, kept_back
from domain.loan.plan.terms import by_days


def require_holder_paid(command: RequestDrawdown, terms: CreditTerms, months: int) -> None:
    """Raise Refused where a bill cannot be discounted under a contract, or without one a loan."""
    bill, today = command.bill, command.today
    discounts = terms.method is RepaymentMethod.DISCOUNT
    require_discount(bill, command.amount, discounts=discounts, day=today)
    if bill is None:
        return
    HOLDER_IS_PAID.require(command.payment is PaymentWay.SELF_PAYMENT, payment=command.payment)
    latest = months_after(today, months, today.day)
    NOTE_WITHIN_TERM.require(bill.matures_on <= latest, matures_on=bill.matures_on, latest=latest)


def kept_back_by(command: ReleaseDrawdown, bill: Bill | None) -> KeptBack | None:
    """Return what is kept back when a bill is paid; None of a loan that is no discount."""
    contract = command.contract
    terms = contract.terms if contract else None
    if bill is None or contract is None or terms is None or terms.rate_yearly is None:
        return None
    require_discount(bill, bill.face, discounts=True, day=command.value_date)
    lent = (
        command.product.on(contract.signed_on) if command.product and contract.signed_on else None
    )
    if lent is None:
        return None  # The note itself is then refused.
    basis = by_days(lent.day_count, lent.day_basis)
    return kept_back(bill_terms(bill, terms.rate_yearly, command.value_date, basis=basis))
