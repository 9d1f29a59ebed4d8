"""The terms of a contract, typed.

Names are those of the ACTUS Data Dictionary in this project's spelling.  Amounts and rates are
exact Fractions in units of the contract's currency and parts of one a year; None is a term that
is not given.

Source: ACTUS Data Dictionary 1.1 (terms, defaults, applicability to PAM to UMP).
"""

from datetime import datetime
from fractions import Fraction

from attrs import frozen

from domain.calendar import EVERY_DAY, Cycle, DayCount, ShiftRule, Stub, WorkingCalendar
from domain.loan.actus.kinds import (
    ContractType,
    FeeBasis,
    InterestBasis,
    Penalty,
    PrepaymentEffect,
    Role,
)

ONE = Fraction(1)
ZERO = Fraction(0)


class TermsError(ValueError):
    """Terms are missing, contradict each other or ask for what cannot be calculated."""

    def __init__(self, term: str, says: str) -> None:
        self.term, self.says = term, says
        super().__init__(f"{term}: {says}")


@frozen
class Recurrence:
    """A cycle and what becomes of its last stub."""

    cycle: Cycle
    stub: Stub = Stub.SHORT


@frozen
class Series:
    """When something happens: from an anchor, by a cycle; each may be missing."""

    anchor: datetime | None = None
    cycle: Recurrence | None = None

    @property
    def is_given(self) -> bool:
        """Whether anything is said of it."""
        return self.anchor is not None or self.cycle is not None


@frozen
class Step:
    """One entry of an array schedule: amount and meaning from its anchor until the next's."""

    series: Series
    value: Fraction = ZERO
    flag: bool = False  # INC rather than DEC; FIX rather than VAR.


@frozen(kw_only=True)
class Terms:
    """The contract as its parties agreed it; see the dictionary for each term."""

    contract_type: ContractType
    contract_id: str = ""
    contract_role: Role = Role.RPA
    currency: str = ""
    settlement_currency: str | None = None
    status_date: datetime
    initial_exchange_date: datetime
    maturity_date: datetime | None = None
    amortization_date: datetime | None = None

    calendar: WorkingCalendar = EVERY_DAY
    business_day_convention: ShiftRule = ShiftRule.SHIFT_CALCULATE_FOLLOWING
    month_end: bool = False
    # None counts working days of the calendar by 252.
    day_count: DayCount | None = DayCount.A_A_ISDA

    notional_principal: Fraction
    premium_discount_at_ied: Fraction = ZERO
    principal: Series = Series()
    next_principal_redemption_payment: Fraction | None = None
    principal_steps: tuple[Step, ...] = ()

    nominal_interest_rate: Fraction | None = None
    accrued_interest: Fraction | None = None
    interest: Series = Series()
    interest_steps: tuple[Step, ...] = ()
    capitalization_end_date: datetime | None = None
    interest_base: InterestBasis = InterestBasis.NT
    interest_base_amount: Fraction | None = None
    interest_base_fixing: Series = Series()

    rate_reset: Series = Series()
    rate_steps: tuple[Step, ...] = ()
    market_object_code_of_rate_reset: str | None = None
    rate_spread: Fraction = ZERO
    rate_multiplier: Fraction = ONE
    next_reset_rate: Fraction | None = None
    life_cap: Fraction | None = None
    life_floor: Fraction | None = None
    period_cap: Fraction | None = None
    period_floor: Fraction | None = None

    fee: Series = Series()
    fee_rate: Fraction | None = None
    fee_basis: FeeBasis = FeeBasis.AMOUNT
    fee_accrued: Fraction | None = None

    scales_interest: bool = False
    scales_principal: bool = False
    scaling: Series = Series()
    market_object_code_of_scaling_index: str | None = None
    scaling_index_at_contract_deal_date: Fraction | None = None
    interest_scaling_multiplier: Fraction = ONE
    notional_scaling_multiplier: Fraction = ONE

    optionality: Series = Series()
    option_exercise_end_date: datetime | None = None
    prepayment_effect: PrepaymentEffect = PrepaymentEffect.NONE
    penalty_type: Penalty = Penalty.NONE
    penalty_rate: Fraction = ZERO

    purchase_date: datetime | None = None
    price_at_purchase_date: Fraction | None = None
    termination_date: datetime | None = None
    price_at_termination_date: Fraction | None = None
    x_day_notice: Cycle | None = None  # None: at once.

    @property
    def rate(self) -> Fraction:
        """The nominal rate; nought where none is agreed."""
        return self.nominal_interest_rate or ZERO

    @property
    def has_started(self) -> bool:
        """Whether principal was exchanged by the status date."""
        return self.initial_exchange_date <= self.status_date
