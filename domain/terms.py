"""What a product lends on: the values that a loan is agreed within and keeps for its life."""

from attrs import frozen

from domain.kinds import Component, CustomerKind, DocumentKind, RepaymentMethod
from domain.money import Money
from domain.rate import Rate


@frozen(kw_only=True)
class Terms:
    """The terms of a product, all in one currency."""

    amount_min: Money
    amount_max: Money
    instalments_max: int  # Months.
    rate_min: Rate
    rate_max: Rate
    methods: tuple[RepaymentMethod, ...]
    customer_kinds: tuple[CustomerKind, ...]
    day_basis: int = 360  # Days that a year counts for interest by days: 360 or 365.
    penalty_percent: int = 150  # Penalty rate in percent of the contract rate.
    grace_days: int = 0  # Paid within these days after the due date, no penalty interest.
    allocation: tuple[Component, ...] = (
        Component.FEE,
        Component.PENALTY,
        Component.INTEREST,
        Component.PRINCIPAL,
    )
    documents: tuple[DocumentKind, ...] = ()  # What the file of a loan must hold.
