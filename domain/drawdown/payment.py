"""To whom a drawdown is paid: when the institution must pay the counterparty itself.

Of a loan to an enterprise a single payment is weighed: what the borrower is paid is taken as one,
for nobody shows how it is split.  Of a loan to a person or a farm household the drawdown is.

Source: 固定资产贷款管理办法, 流动资金贷款管理办法, 个人贷款管理办法 (2024);
农户贷款管理办法 (2012).
"""

from collections.abc import Mapping
from typing import Final

from domain.drawdown.commands import RequestDrawdown
from domain.drawdown.rules import (
    PAYEE_IS_A_COUNTERPARTY,
    PAYEES_ADD_UP,
    PAYMENT_IS_ENTRUSTED,
    WAY_IS_AS_AGREED,
)
from domain.drawdown.values import PayeeKind
from domain.facts.policy import SHIPPED, Setting
from domain.facts.terms import CreditTerms, LoanPurpose, PaymentWay
from domain.kinds import CustomerKind, LoanClass, RepaymentMethod
from domain.money import Money
from domain.origin import Finding

_OF_AN_ENTERPRISE: Final[Mapping[LoanClass, str]] = {
    LoanClass.FIXED_ASSET: "entrusted_payment.fixed_asset.single_payment_gt",
    LoanClass.WORKING_CAPITAL: "entrusted_payment.working_capital.single_payment_gt",
}
_PERSONAL_UNKNOWN: Final = "self_payment.personal.unknown_payee.single_drawdown_max"
_PERSONAL_BUSINESS: Final = "self_payment.personal.business.single_drawdown_max"
_FARM_BUSINESS: Final = "farm_loan.self_payment.business_max"
_FARM_CONSUMPTION: Final = "farm_loan.self_payment.consumption_max"
_CONSUMED: Final = (
    LoanPurpose.CONSUMPTION,
    LoanPurpose.HOUSING,
    LoanPurpose.EDUCATION,
    LoanPurpose.MEDICAL,
)


def require_payees(command: RequestDrawdown) -> None:
    """Raise Refused where payees are not those of the way of payment, or not counterparties."""
    amount, paid = command.amount, sum(payee.amount.fen for payee in command.payees)
    numbers = {payee.payee_id for payee in command.payees}
    sound = len(numbers) == len(command.payees) and all(
        payee.amount.fen > 0 and payee.amount.currency == amount.currency
        for payee in command.payees
    )
    adds_up = {
        PaymentWay.SELF_PAYMENT: paid == 0,
        PaymentWay.ENTRUSTED_PAYMENT: paid == amount.fen,
        PaymentWay.MIXED_PAYMENT: 0 < paid < amount.fen,
    }
    PAYEES_ADD_UP.require(
        sound and adds_up[command.payment],
        payment=command.payment,
        amount=amount,
        to_payees=Money(paid, amount.currency),
    )
    for payee in command.payees:
        PAYEE_IS_A_COUNTERPARTY.require(
            payee.kind is PayeeKind.COUNTERPARTY and payee.trade is not None,
            payee_id=payee.payee_id,
            kind=payee.kind,
            trade=payee.trade,
        )


def weigh_way(
    command: RequestDrawdown, terms: CreditTerms
) -> tuple[tuple[Setting, ...], tuple[Finding, ...]]:
    """Return the parameter that was weighed, and what is waived.

    Raises Refused where payment must be entrusted, and is not, without a waiver.
    """
    entrusted = command.payment is PaymentWay.ENTRUSTED_PAYMENT
    WAY_IS_AS_AGREED.require(
        entrusted or terms.payment is not PaymentWay.ENTRUSTED_PAYMENT, payment=command.payment
    )
    name = None if entrusted else _limited_by(command, terms)
    if entrusted or name is None:
        return (), ()
    setting = (command.book or SHIPPED).on(name, command.today)
    weighed, limit = _weighed(command, name), Money(100 * int(setting.setting), _currency(command))
    allowed = weighed.fen <= limit.fen and (name != _PERSONAL_UNKNOWN or command.payees_unknown)
    if not any(waiver.rule == PAYMENT_IS_ENTRUSTED.code for waiver in command.waivers):
        PAYMENT_IS_ENTRUSTED.require(allowed, weighed=weighed, limit=limit, parameter=name)
    broken = Finding(PAYMENT_IS_ENTRUSTED.code, f"weighed {weighed}, limit {limit}")
    return (setting,), () if allowed else (broken,)


def _currency(command: RequestDrawdown) -> str:
    return command.amount.currency


def _limited_by(command: RequestDrawdown, terms: CreditTerms) -> str | None:
    """Return the parameter up to which the borrower may be paid; None where there is none."""
    if terms.method is RepaymentMethod.DISCOUNT:
        return None
    consumed = terms.loan_purpose in _CONSUMED
    if command.customer and command.customer.kind is CustomerKind.FARM_HOUSEHOLD:
        return _FARM_CONSUMPTION if consumed else _FARM_BUSINESS
    lent = command.product.on(command.today) if command.product else None
    match lent.loan_class if lent else None:
        case None:
            return None
        case LoanClass.PERSONAL_CONSUMPTION:
            return _PERSONAL_UNKNOWN
        case LoanClass.PERSONAL_BUSINESS:
            return _PERSONAL_BUSINESS
        case of_an_enterprise:
            return _OF_AN_ENTERPRISE[of_an_enterprise]


def _weighed(command: RequestDrawdown, name: str) -> Money:
    """Return the single payment to the borrower, or the drawdown."""
    if name not in _OF_AN_ENTERPRISE.values():
        return command.amount
    paid = sum(payee.amount.fen for payee in command.payees)
    return Money(command.amount.fen - paid, _currency(command))
