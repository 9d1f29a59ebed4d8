"""What is lent and how: the same items when it is asked for, proposed, approved and signed."""

from collections.abc import Sequence
from enum import StrEnum

import attrs
from attrs import frozen

from domain.ids import Months, ProductId
from domain.kinds import RepaymentMethod
from domain.money import Money
from domain.rate import Rate


class LoanPurpose(StrEnum):
    """What the money is for (贷款用途)."""

    WORKING_CAPITAL = "working_capital"
    FIXED_ASSETS = "fixed_assets"
    REAL_ESTATE = "real_estate"
    PLANTING = "planting"
    BREEDING = "breeding"
    TRADE = "trade"
    CONSUMPTION = "consumption"
    HOUSING = "housing"
    EDUCATION = "education"
    MEDICAL = "medical"
    FINANCIAL_INSTITUTION = "financial_institution"


class SecurityWay(StrEnum):
    """How a loan is secured (担保方式)."""

    UNSECURED = "unsecured"
    GUARANTEE = "guarantee"
    MORTGAGE = "mortgage"
    PLEDGE = "pledge"


class PaymentWay(StrEnum):
    """To whom the money is paid out (支付方式)."""

    SELF_PAYMENT = "self_payment"
    ENTRUSTED_PAYMENT = "entrusted_payment"
    MIXED_PAYMENT = "mixed_payment"


@frozen(kw_only=True)
class CreditTerms:
    """The items of a credit, from application to contract."""

    product_id: ProductId
    amount: Money
    months: Months
    rate_yearly: Rate | None  # None while nobody has named one.
    method: RepaymentMethod
    loan_purpose: LoanPurpose
    use: str  # What exactly is bought or paid, in words without personal data.
    security: tuple[SecurityWay, ...]
    payment: PaymentWay


@frozen
class Difference:
    """An item that two sets of terms do not share, as text."""

    item: str
    one: str
    other: str


def differences(one: CreditTerms, other: CreditTerms) -> Sequence[Difference]:
    """Return the items in which terms differ, in the order of the items."""
    pairs = (
        (field.name, getattr(one, field.name), getattr(other, field.name))
        for field in attrs.fields(CreditTerms)
    )
    return [Difference(name, _text(a), _text(b)) for name, a, b in pairs if a != b]


def _text(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
