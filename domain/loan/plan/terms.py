"""What a plan is made from.

Source: Civil Code of the PRC, Art. 667-677; Circular PBOC 2005-129; 支付结算办法 (discount).
"""

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from domain.calendar import EVERY_DAY, Cycle, DayCount, ShiftRule, Stub, Unit, WorkingCalendar
from domain.calendar.settlement import SettlementRule
from domain.claim import BOOKS, Policy
from domain.contradiction import Contradiction as Contradiction
from domain.dated import Dated, From
from domain.kinds import RepaymentMethod
from domain.loan.plan.floating import Floating
from domain.loan.plan.spread import Pays
from domain.money import Money
from domain.rate import Rate

MONTHLY: Final = Cycle(1, Unit.MONTH)


class Counting(StrEnum):
    """What a whole period counts for; a stub always counts its days."""

    BY_PERIOD = "by_period"  # A month is a twelfth of a year, whatever its days.
    BY_DAYS = "by_days"


_BY_BASIS: Final = {360: DayCount.A_360, 365: DayCount.A_365}


def by_days(day_count: DayCount, day_basis: int) -> DayCount:
    """Return how a product counts days that are no whole months."""
    return _BY_BASIS[day_basis] if day_count is DayCount.MONTHS_AND_DAYS else day_count


class LevelBy(StrEnum):
    """The periods that a level payment is solved over."""

    EQUAL_PERIODS = "equal_periods"  # As if every period were a whole one.
    TRUE_PERIODS = "true_periods"  # Each with the days that it has.


class Unpaid(StrEnum):
    """What becomes of interest in periods of grace that ask for none."""

    DEFERRED = "deferred"  # Asked for with the first interest after them; bears none itself.
    CAPITALISED = "capitalised"  # Joins the principal at the end of each period.


class Refix(StrEnum):
    """What becomes of the level payment when the rate changes or more is drawn."""

    KEEP_TERM = "keep_term"  # It is solved anew over the periods that remain.
    KEEP_INSTALMENT = "keep_instalment"  # It stays; the last takes what is left.


KEEPING_TERM: Final = Dated((From(date.min, Refix.KEEP_TERM),))
UNPRICED: Final = Dated[Rate]()
UNCAPPED: Final = Dated[tuple[int, int] | None]()


@frozen(kw_only=True)
class Draw:
    """Money paid out after the first."""

    value_date: date
    amount: Money


@frozen(kw_only=True)
class Stage:
    """A number of periods that ask in the same way (阶梯还款)."""

    periods: int
    pays: Pays = Pays.LEVEL
    amount: Money | None = None  # The payment or principal; None: solved over all that remain.


def dated(rates: Rate | Dated[Rate]) -> Dated[Rate]:
    """Return rates by day; one that never changes holds from the first day on."""
    return Dated((From(date.min, rates),)) if isinstance(rates, Rate) else rates


@frozen(kw_only=True)
class PlanTerms:
    """The terms of one plan.  What is not given has no effect.

    Which days: `due_dates` alone; or `settled` and `maturity`; or `cycle` and either `periods`
    or `maturity`.  Money is in the currency of the principal.
    """

    principal: Money  # What is paid out first.
    paid_out_on: date
    rates: Dated[Rate] = field(default=UNPRICED, converter=dated)  # One Rate, or rates by day.
    floating: Floating | None = None  # Instead: a benchmark and a spread.
    method: RepaymentMethod = RepaymentMethod.EQUAL_INSTALMENT
    policy: Policy = BOOKS

    periods: int | None = None
    maturity: date | None = None
    due_dates: tuple[date, ...] = ()
    settled: SettlementRule | None = None  # Interest is settled on the bank's days (结息).
    cycle: Cycle = MONTHLY
    first_due: date | None = None  # None: a whole cycle after paying out.
    due_day: int | None = None  # None: the day of the first due date.
    month_end: bool = False  # A first due date at the end of a month leads to month ends.
    stub: Stub = Stub.SHORT  # Of what is left between whole periods and the maturity.
    counted_back: bool = False  # Whole periods are counted back from the maturity.
    in_advance: bool = False  # Payments fall on the first day of each period.
    shift: ShiftRule = ShiftRule.NO_SHIFT
    calendar: WorkingCalendar = EVERY_DAY
    announced_only: bool = False  # Refuse days of years whose holidays are not announced.

    day_count: DayCount = DayCount.A_360
    counting: Counting = Counting.BY_PERIOD
    part_of_year: tuple[int, int] | None = None  # Of a whole period; None: by its cycle.
    compounded: int | None = None  # Times a year that the rate compounds; None: never (simple).
    level_by: LevelBy | None = None  # None: as interest is counted.
    stub_keeps_principal: bool = False  # A first stub's principal is that of a whole period.
    pauses: tuple[tuple[date, date], ...] = ()  # Days without interest: [from, until).

    grace_principal: int = 0  # Periods at the start that ask for no principal.
    grace_interest: int = 0  # Periods at the start that ask for no interest.
    grace_unpaid: Unpaid = Unpaid.DEFERRED
    principal_every: int = 1  # Principal with every so many periods,
    interest_every: int = 1  # interest with every so many; the last asks for both.

    instalment: Money | None = None  # The level payment, or level principal, as agreed.
    amortised_over: int | None = None  # Periods that the payment is solved over (气球贷).
    stages: tuple[Stage, ...] = ()
    principals: tuple[Money, ...] = ()  # Of each period, as agreed; the last takes the rest.
    instalments: tuple[Money, ...] = ()  # The same of instalments.
    draws: tuple[Draw, ...] = ()
    repayments: tuple[Draw, ...] = ()  # Of a revolving loan, as they fall (随借随还).
    refix: Dated[Refix] = KEEPING_TERM
    payment_cap: Dated[tuple[int, int] | None] = UNCAPPED  # At most this x the payment before.
    transit_days: int = 0  # Days that a discounted bill takes to be collected.

    fee_each: Money | None = None  # With every instalment.
    fee_up_front: Money | None = None  # On paying out.
