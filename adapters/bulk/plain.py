"""Which loans are plain enough to be calculated as columns."""

from typing import Final

import attrs

from domain.calendar import Cycle, DayCount
from domain.kinds import PLAIN_METHODS
from domain.loan.plan import Counting, PlanTerms
from domain.loan.plan.sound import PERIODS_MAX
from domain.money import FEN_MAX

MONTHS_MAX: Final = 12
# What may differ from loan to loan; every other field has its default.
_FREE: Final = {"principal", "paid_out_on", "rates", "method", "periods", "cycle", "day_count"}
_DEFAULTS: Final = {
    part.name: part.default for part in attrs.fields(PlanTerms) if part.name not in _FREE
}


def is_plain(terms: PlanTerms) -> bool:
    """Tell whether a loan has one rate, whole periods of months, a plain method and no extras.

    Its plan is then one that the columns hold, and its terms do not contradict.
    """
    cycle: Cycle = terms.cycle
    rates = terms.rates.values
    return (
        terms.method in PLAIN_METHODS
        and 0 < terms.principal.fen <= FEN_MAX
        and len(rates) == 1
        and rates[0].day <= terms.paid_out_on
        and terms.periods is not None
        and 1 <= terms.periods <= PERIODS_MAX
        and 1 <= cycle.months <= MONTHS_MAX
        and terms.counting is Counting.BY_PERIOD
        and isinstance(terms.day_count, DayCount)
        and terms.paid_out_on.year + terms.periods * cycle.months // 12 < 9_998
        and all(getattr(terms, name) == default for name, default in _DEFAULTS.items())
    )
