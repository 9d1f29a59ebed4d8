"""What a loan is calculated by, from the day its money was paid out."""

from datetime import date

from attrs import frozen

from domain.kinds import Component, RepaymentMethod
from domain.loan.values import Instalment
from domain.money import Money
from domain.rate import Rate

# Source: Civil Code of the PRC, Art. 561 (costs, then interest, then the principal debt).
BY_LAW = (Component.FEE, Component.PENALTY, Component.INTEREST, Component.PRINCIPAL)


@frozen(kw_only=True)
class Contract:
    """The terms of one loan and the plan it started with."""

    amount: Money  # Principal paid out.
    rate_yearly: Rate
    method: RepaymentMethod
    instalments: int
    due_day: int
    paid_out_on: date
    plan: tuple[Instalment, ...]  # As made on paying out; () where none was stated.
    day_basis: int = 360
    penalty_percent: int = 150
    grace_days: int = 0
    allocation: tuple[Component, ...] = BY_LAW

    @property
    def as_stated(self) -> bool:
        """The plan is another system's: nothing accrues beyond it."""
        return self.method is RepaymentMethod.AS_STATED

    @property
    def order(self) -> tuple[Component, ...]:
        """What a receipt discharges first; what was not agreed comes last, as by law."""
        return (*self.allocation, *(c for c in BY_LAW if c not in self.allocation))
