"""Which terms allow a plan: each that does not names its field and what to do.

Source: Civil Code of the PRC, Art. 667-680; the methods' own definitions.
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Final

from domain.calendar import day_of_month
from domain.contradiction import Contradiction, require
from domain.kinds import RepaymentMethod
from domain.loan.plan.terms import PlanTerms
from domain.money import FEN_MAX, Money

PERIODS_MAX: Final = 12_000  # More than thirty years of days.
DAYS_MAX: Final = 366
# Fields that one method alone understands.
_ONLY_WITH: Final[Mapping[str, RepaymentMethod]] = {
    "stages": RepaymentMethod.STEPPED,
    "principals": RepaymentMethod.IRREGULAR,
    "instalments": RepaymentMethod.IRREGULAR,
    "repayments": RepaymentMethod.REVOLVING,
    "transit_days": RepaymentMethod.DISCOUNT,
}


def require_sound(terms: PlanTerms) -> None:
    """Raise Contradiction where no plan can be made, before any of it is computed."""
    _amounts(terms)
    _rates(terms)
    _days(terms)
    _rhythm(terms)
    _method(terms)


def _amounts(terms: PlanTerms) -> None:
    fen, currency = terms.principal.fen, terms.principal.currency
    require(fen > 0, "principal", "nothing is lent; give an amount above nought")
    most = f"is more than {Money(FEN_MAX, currency)}; split the loan"
    require(fen + sum(d.amount.fen for d in terms.draws) <= FEN_MAX, "principal", most)
    named: dict[str, list[Money | None]] = {
        "instalment": [terms.instalment],
        "fee_each": [terms.fee_each],
        "fee_up_front": [terms.fee_up_front],
        "stages": [stage.amount for stage in terms.stages],
        "principals": list(terms.principals),
        "instalments": list(terms.instalments),
        "draws": [draw.amount for draw in terms.draws],
        "repayments": [draw.amount for draw in terms.repayments],
    }
    for name, amounts in named.items():
        for amount in filter(None, amounts):
            same = f"is in {amount.currency}, the principal in {currency}; use one currency"
            require(amount.currency == currency, name, same)
            require(amount.fen >= 0, name, f"{amount} is negative; give nought or more")
    for name in ("draws", "repayments", "instalment"):
        above = all(amount.fen > 0 for amount in filter(None, named[name]))
        require(above, name, "is nought; leave it out or give an amount above nought")
    require(not terms.policy.is_exact, "policy", "a plan asks for whole fen; use a rounding")


def _rates(terms: PlanTerms) -> None:
    once = not (terms.floating and terms.rates.values)
    require(once, "rates", "give either rates or a benchmark to follow")
    priced = terms.floating.rates(terms.paid_out_on) if terms.floating else terms.rates
    holds = priced.on(terms.paid_out_on) is not None
    require(holds, "rates", f"no rate holds on {terms.paid_out_on}; give one from that day on")
    times = terms.compounded
    often = times is None or 0 < times <= DAYS_MAX
    require(often, "compounded", f"give the times a year, 1 to {DAYS_MAX}")
    for start, until in terms.pauses:
        says = f"ends on {until} and begins on {start}; let it end later"
        require(start < until, "pauses", says)
    part = terms.part_of_year
    positive = part is None or min(part) > 0
    require(positive, "part_of_year", "give a part above nought, as 1 and 24")


def _days(terms: PlanTerms) -> None:
    start = terms.paid_out_on
    ways = [terms.due_dates, terms.periods is not None, terms.maturity and not terms.due_dates]
    given = sum(map(bool, ways))
    name = "maturity" if terms.maturity and terms.periods is not None else "periods"
    require(given == 1, name, "give either the number of periods, or the maturity, or due dates")
    require(not terms.settled or terms.maturity, "maturity", "settlement days need a maturity")
    require(not terms.counted_back or terms.maturity, "maturity", "counting back needs a maturity")
    count = terms.periods
    fits = count is None or 1 <= count <= PERIODS_MAX
    require(fits, "periods", f"{count} periods; give 1 to {PERIODS_MAX}")
    require(1 <= (terms.due_day or 1) <= 31, "due_day", "give a day of the month, 1 to 31")
    if terms.maturity:
        says = f"{terms.maturity} is not after {start}, the day of paying out; give a later day"
        require(start < terms.maturity, "maturity", says)
    for before, after in pairwise((start, *terms.due_dates)):
        early = before == after == start and terms.in_advance
        require(before < after or early, "due_dates", f"{after} is not after {before}; sort them")
    if terms.first_due:
        _first_due(terms, terms.first_due)


def _first_due(terms: PlanTerms, first: date) -> None:
    start = terms.paid_out_on
    after = f"{first} is not after {start}, the day of paying out; give a later day"
    require(start < first or (terms.in_advance and start == first), "first_due", after)
    within = terms.maturity is None or first <= terms.maturity
    require(within, "first_due", f"{first} is after the maturity; give an earlier day")
    day = terms.due_day if terms.cycle.months else None
    falls = day is None or first == day_of_month(first.year, first.month, day)
    require(falls, "first_due", f"{first} is not on the due day {day}; change one of them")


def _rhythm(terms: PlanTerms) -> None:
    for name in ("principal_every", "interest_every"):
        require(getattr(terms, name) >= 1, name, "give a number of periods, 1 or more")
    for name in ("grace_principal", "grace_interest", "transit_days"):
        require(getattr(terms, name) >= 0, name, "is negative; give nought or more")
    longest = {"transit_days": DAYS_MAX, "amortised_over": PERIODS_MAX}
    for name, most in longest.items():
        require((getattr(terms, name) or 0) <= most, name, f"is more than {most}; give less")
    level = (RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.BALLOON)
    slow = terms.principal_every > 1 or terms.interest_every > 1
    name = "principal_every" if terms.principal_every > 1 else "interest_every"
    require(
        not slow or terms.method not in level,
        name,
        "a level instalment is paid every period; choose a longer cycle or equal principal",
    )


def _method(terms: PlanTerms) -> None:
    for name, method in _ONLY_WITH.items():
        says = f"goes with the method {method.value} alone; leave it out or choose that method"
        require(not getattr(terms, name) or terms.method is method, name, says)
    once = terms.method in (RepaymentMethod.FLAT, RepaymentMethod.DISCOUNT)
    says = f"{terms.method.value} is paid out at once; leave them out or choose another method"
    require(not (once and terms.draws), "draws", says)
    match terms.method:
        case RepaymentMethod.AS_STATED:
            says = "a stated plan is taken as it is, not made; choose another method"
            raise Contradiction("method", says)
        case RepaymentMethod.STEPPED:
            require(terms.stages, "stages", "stepped instalments need stages; give them")
        case RepaymentMethod.IRREGULAR:
            one = bool(terms.principals) != bool(terms.instalments)
            says = "give either the principal or the instalment of each period"
            require(one, "principals", says)
        case RepaymentMethod.INTEREST_FIRST:
            says = "interest first needs periods that ask for interest alone; give 1 or more"
            require(terms.grace_principal > 0, "grace_principal", says)
        case RepaymentMethod.BALLOON:
            says = "a balloon needs the longer term that instalments are solved over; give it"
            require(terms.amortised_over, "amortised_over", says)
        case RepaymentMethod.REVOLVING:
            says = "repayments fall on their own days; calculate first and shift then, or not"
            require(not terms.shift.counts_to_shifted, "shift", says)
