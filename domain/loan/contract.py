"""What a loan is calculated by, from the day its money was paid out."""

from datetime import date

from attrs import frozen

from domain.calendar import DayCount
from domain.claim import Rounding
from domain.facts.bill import Bill, KeptBack
from domain.kinds import (
    Component,
    CompoundRule,
    GraceReading,
    PrepaymentMode,
    RepaymentMethod,
)
from domain.loan.shape import PLAIN, Shape
from domain.loan.values import Instalment
from domain.money import Money
from domain.rate import Rate

# Source: Civil Code of the PRC, Art. 561 (costs, then interest, then the principal debt).
BY_LAW = (Component.FEE, Component.PENALTY, Component.INTEREST, Component.PRINCIPAL)

# Interest for the actual period is settled with the principal that is prepaid (Art. 677).
AHEAD = (Component.INTEREST, Component.PRINCIPAL)


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
    misuse_percent: int = 200  # Of the contract rate; where overdue too, the higher alone.
    compound: CompoundRule = CompoundRule.OFF
    penalty_compounds: bool = False  # Unpaid penalty interest bears compound interest as well.
    grace: GraceReading = GraceReading.FROM_DUE_DATE
    allocation_ahead: tuple[Component, ...] = AHEAD  # Of what is not yet due; the rest stays.
    prepayment: PrepaymentMode = PrepaymentMode.KEEP_INSTALMENT
    prepayment_fee: Money | None = None  # For each prepayment,
    prepayment_fee_rate: Rate | None = None  # and of the principal that is prepaid,
    prepayment_fee_months: int | None = None  # within these months of paying out; None: always.
    late_fee: Money | None = None  # Once for each instalment not paid within the days of grace.
    early_days: int = 0  # The coming instalment, paid so many days before it is due, is paid.
    rounding: Rounding = Rounding.HALF_UP  # Of every claim, once.
    day_count: DayCount = DayCount.MONTHS_AND_DAYS  # Other than whole months by day_basis.
    shape: Shape = PLAIN
    settled_through: int | None = None  # Interest is settled through that day of the month.
    payment_unit: int = 1  # Fen that a level instalment is a multiple of.
    bill: Bill | None = None  # That is discounted: its interest is kept back on paying out.
    by_instalment: bool = False  # The oldest instalment whole, then the next; else by component.

    @property
    def as_stated(self) -> bool:
        """The plan is another system's: nothing accrues beyond it."""
        return self.method is RepaymentMethod.AS_STATED

    @property
    def kept_back(self) -> KeptBack | None:
        """What was kept back of a discounted bill; None of any other loan."""
        if self.bill is None:
            return None
        first, until = self.paid_out_on, self.bill.due_on
        return KeptBack(
            interest=self.plan[0].interest,
            first_day=first,
            until=until,
            interest_days=(until - first).days,
        )

    @property
    def order(self) -> tuple[Component, ...]:
        """What a receipt discharges first; what was not agreed comes last, as by law."""
        return (*self.allocation, *(c for c in BY_LAW if c not in self.allocation))
