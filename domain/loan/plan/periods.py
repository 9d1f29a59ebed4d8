"""The periods of a plan: which days interest is counted over, and when it is due.

Days are counted from the first due date and never from the one before, so that a 31st that had
to be a 28 February is a 31 March again.

Source: Civil Code of the PRC, Art. 202-203; ACTUS Technical Specification (schedules, stubs,
business-day conventions).
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from domain.calendar import Stub, day_of_month, is_month_end, months_after
from domain.calendar.shift import counted_to, paid_on
from domain.kinds import RepaymentMethod
from domain.loan.plan.terms import Contradiction, PlanTerms


class Period(NamedTuple):
    """Interest is counted from start to the day before end, and asked for on due."""

    start: date
    end: date
    due: date
    cycles: int  # Whole cycles that it is made of; 0: a stub.


def periods_of(terms: PlanTerms) -> list[Period]:
    """Return the periods of a plan, in order.  Raises Contradiction for days beyond reach."""
    try:
        agreed = _agreed(terms)
    except (OverflowError, ValueError) as beyond:
        if isinstance(beyond, Contradiction):
            raise
        name = "maturity" if terms.periods is None else "periods"
        says = "the plan would run beyond the year 9999; make it shorter"
        raise Contradiction(name, says) from beyond
    return _between(terms, agreed)


def first_due(terms: PlanTerms) -> date:
    """Return the first due date as agreed: the one given, or a whole cycle after paying out."""
    if terms.first_due:
        return terms.first_due
    start, cycle = terms.paid_out_on, terms.cycle
    if terms.in_advance:
        return start
    if not cycle.months:
        return start + timedelta(cycle.days)
    return months_after(start, cycle.months, _due_day(terms, start))


def due_day(terms: PlanTerms) -> int:
    """Return the day of the month that instalments are due on, or the last where it is less."""
    # Where the first fell on a shorter month's end, the day of paying out was the anchor.
    return _due_day(terms, terms.first_due or terms.paid_out_on)


def _due_day(terms: PlanTerms, anchor: date) -> int:
    if terms.month_end and is_month_end(anchor):
        return 31
    return terms.due_day or anchor.day


def stepper(terms: PlanTerms) -> Callable[[int], date]:
    """Return the function that gives the k-th due date as agreed; the first is the 0th."""
    first, cycle = first_due(terms), terms.cycle
    if not cycle.months:
        return lambda k: first + timedelta(cycle.days * k)
    day = due_day(terms)
    return lambda k: months_after(first, cycle.months * k, day)


def _agreed(terms: PlanTerms) -> list[date]:
    found = rhythm(terms)
    if terms.method in (RepaymentMethod.SINGLE_PAYMENT, RepaymentMethod.DISCOUNT):
        return found[-1:]
    own = {draw.value_date for draw in terms.repayments}
    return sorted({*found, *own}) if own else found


def rhythm(terms: PlanTerms) -> list[date]:
    """Return the due dates as agreed, before any is moved to a working day."""
    if terms.due_dates:
        return list(terms.due_dates)
    if terms.settled and terms.maturity:
        posted = terms.settled.posting_days(terms.paid_out_on, terms.maturity)
        return [*(day for day in posted if day < terms.maturity), terms.maturity]
    if terms.periods:
        step = stepper(terms)
        return [step(k) for k in range(terms.periods)]
    return _to_maturity(terms)


def _to_maturity(terms: PlanTerms) -> list[date]:
    assert terms.maturity, "sound terms have periods or a maturity"
    end = terms.maturity
    if terms.counted_back:
        days = terms.cycle.dates_back(
            terms.paid_out_on, end, stub=terms.stub, month_end=terms.month_end
        )
        return days[1:]
    step = stepper(terms)
    found: list[date] = []
    while (day := step(len(found))) < end:
        found.append(day)
    if terms.stub is Stub.LONG and found and day != end:
        found.pop()
    return [*found, end]


def _between(terms: PlanTerms, agreed: list[date]) -> list[Period]:
    counted = [counted_to(day, terms.shift, terms.calendar) for day in agreed]
    due = [paid_on(day, terms.shift, terms.calendar) for day in agreed]
    for before, after in pairwise(due):
        if before >= after:
            says = f"{after} would be due twice, or before {before}; give later days"
            raise Contradiction("due_dates" if terms.due_dates else "cycle", says)
    starts, plain = [terms.paid_out_on, *counted], [terms.paid_out_on, *agreed]
    return [
        Period(starts[k], counted[k], due[k], _cycles(terms, plain[k], plain[k + 1]))
        for k in range(len(agreed))
    ]


def _cycles(terms: PlanTerms, start: date, end: date) -> int:
    """Return how many whole cycles lie between two days as agreed; 0 where that is no number."""
    if terms.part_of_year and terms.due_dates:
        return 1
    months = terms.cycle.months
    if not months:
        whole, rest = divmod((end - start).days, terms.cycle.days)
        return 0 if rest else whole
    anchor = terms.first_due or (terms.due_dates[0] if terms.due_dates else terms.paid_out_on)
    if terms.counted_back and terms.maturity:
        anchor = terms.maturity
    day = _due_day(terms, anchor)
    fits = all(d == day_of_month(d.year, d.month, day) for d in (start, end))
    whole, rest = divmod(12 * (end.year - start.year) + end.month - start.month, months)
    return whole if fits and not rest else 0
