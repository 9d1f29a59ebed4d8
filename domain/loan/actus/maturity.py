"""When a contract ends, where that has to be worked out.

Source: ACTUS Technical Specification 1.1, state variable Md of LAM, NAM, ANN, LAX, CLM and UMP.
The first redemption on or after the status date is one of the remaining ones, as in the published
cases (lam01, nam19, ann11).
"""

from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil

from domain.calendar import Cycle
from domain.loan.actus.kinds import ContractType, EventType
from domain.loan.actus.observed import Observed
from domain.loan.actus.schedule import (
    MOMENTS_MAX,
    Timing,
    counted_day,
    first_of,
    plus,
    schedule,
)
from domain.loan.actus.terms import Step, Terms, TermsError


def maturity(terms: Terms, observed: Observed, to: datetime | None) -> datetime:
    """Return when a contract ends; TermsError where its terms lead to no end."""
    if terms.contract_type is ContractType.UMP:
        return _horizon(terms, observed, to)
    if terms.contract_type is ContractType.CLM:
        return _called(terms, observed, to)
    if terms.maturity_date is not None:
        return terms.maturity_date
    if terms.contract_type is ContractType.ANN and terms.amortization_date is not None:
        return terms.amortization_date
    if terms.contract_type is ContractType.PAM:
        raise TermsError("maturityDate", "is needed and not given")
    return _stepped(terms) if terms.contract_type is ContractType.LAX else _repaid(terms)


def call_of(terms: Terms, observed: Observed, to: datetime | None) -> datetime | None:
    """Return when call money is called, if it is: after the status date, by its maturity."""
    last = min(terms.maturity_date or datetime.max, to or datetime.max)
    calls = [e.time for e in observed.of_kind(EventType.XD)]
    return next((time for time in calls if terms.status_date < time <= last), None)


def _called(terms: Terms, observed: Observed, to: datetime | None) -> datetime:
    """Return the call, the maturity agreed, or the end of what is looked at."""
    end = call_of(terms, observed, to) or terms.maturity_date or to
    if end is None:
        raise TermsError("to", "is needed where neither maturityDate nor a call ends the contract")
    return end


def _horizon(terms: Terms, observed: Observed, to: datetime | None) -> datetime:
    """Return how far a contract without maturity is looked at."""
    moves = observed.of_kind(EventType.PR, EventType.PI)
    end = to or terms.termination_date or (moves[-1].time if moves else None)
    if end is None:
        raise TermsError("to", "is needed where nothing ends the contract")
    return end


def _repaid(terms: Terms) -> datetime:
    """Return when payments of the agreed size have paid all back (LAM, NAM, ANN)."""
    payment, recurrence = terms.next_principal_redemption_payment, terms.principal.cycle
    if payment is None:
        raise TermsError("nextPrincipalRedemptionPayment", "or maturityDate is needed")
    if recurrence is None:
        raise TermsError("cycleOfPrincipalRedemption", "or maturityDate is needed")
    last, is_remaining = _last_redemption(terms, recurrence.cycle)
    if terms.contract_type is not ContractType.LAM:
        payment -= terms.notional_principal * _interest_of_a_period(terms, last, recurrence.cycle)
    if payment <= 0:
        raise TermsError(
            "nextPrincipalRedemptionPayment", "does not cover the interest, so nothing is repaid"
        )
    periods = ceil(terms.notional_principal / payment) - (1 if is_remaining else 0)
    return _within_time(last, recurrence.cycle, periods, month_end=terms.month_end)


def _last_redemption(terms: Terms, cycle: Cycle) -> tuple[datetime, bool]:
    """Return the redemption that remaining ones are counted from, and whether it is one."""
    start = first_of(terms.principal, terms.initial_exchange_date, month_end=terms.month_end)
    assert start is not None, "there is a cycle"
    if start >= terms.status_date:
        return start, True
    passed = schedule(
        start,
        terms.principal.cycle,
        terms.status_date,
        month_end=terms.month_end,
        with_end=False,
    )
    return passed[-1], False


def _interest_of_a_period(terms: Terms, start: datetime, cycle: Cycle) -> Fraction:
    """Return what one period's interest is, as a part of the balance."""
    timing = Timing(terms.calendar, terms.business_day_convention, terms.day_count, None)
    end = plus(start, cycle, month_end=terms.month_end)
    return terms.rate * timing.year_part(counted_day(start), counted_day(end))


def _within_time(start: datetime, cycle: Cycle, periods: int, *, month_end: bool) -> datetime:
    """Return the moment so many periods on; TermsError where that is beyond all reason."""
    if periods > MOMENTS_MAX:
        raise TermsError(
            "nextPrincipalRedemptionPayment", f"repays too slowly: in {periods + 1:,} payments"
        )
    try:
        return plus(start, cycle, periods, month_end=month_end)
    except (OverflowError, ValueError) as error:
        raise TermsError("cycleOfPrincipalRedemption", "runs past the year 9999") from error


def _stepped(terms: Terms) -> datetime:
    """Return the redemption of an array schedule that takes the balance to nothing."""
    balance, steps = terms.notional_principal, terms.principal_steps
    if not steps:
        raise TermsError("maturityDate", "or an array schedule of principal is needed")
    for step, following in pairwise(steps):
        assert following.series.anchor is not None, "entries have anchors"
        for moment in _moments(step, following.series.anchor, terms):
            if moment > terms.status_date:
                balance += step.value if step.flag else -step.value
            if balance <= 0:
                return moment
    return _last_of(steps[-1], balance, terms)


def _last_of(step: Step, balance: Fraction, terms: Terms) -> datetime:
    """Return when the last entry, which goes on for as long as needed, has repaid a balance."""
    anchor, recurrence = step.series.anchor, step.series.cycle
    assert anchor is not None, "entries have anchors"
    if recurrence is None:
        return anchor
    if step.flag or step.value <= 0:
        raise TermsError("arrayNextPrincipalRedemptionPayment", "does not repay the principal")
    passed = len(_moments(step, terms.status_date + timedelta.resolution, terms))
    periods = passed + ceil(balance / step.value) - 1
    return _within_time(anchor, recurrence.cycle, periods, month_end=terms.month_end)


def _moments(step: Step, end: datetime, terms: Terms) -> list[datetime]:
    """Return the moments of one entry before an end."""
    series = step.series
    return schedule(series.anchor, series.cycle, end, month_end=terms.month_end, with_end=False)
