"""When a discount is earned: by its days, at each end of a month and when it has run out.

The payment says it all at once, for the days ahead; what changes it later says the difference.

Source: 企业会计准则应用指南, account 1301 贴现资产 (利息调整 becomes 利息收入 over the term).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from typing import Final

import attrs

from domain.calendar import day_of_month
from domain.loan.booked import Booked, Earned
from domain.loan.events import LoanAgreed, LoanEvent
from domain.loan.evolution import evolve
from domain.loan.facts import Received
from domain.loan.servicing.unearned import earned_by
from domain.loan.state import Loan, contract_of
from domain.money import Money

Days = Mapping[date, int]  # What is earned on each, in fen.
_DAY: Final = timedelta(days=1)


def marked(events: Sequence[LoanEvent], loan: Loan | None) -> Sequence[LoanEvent]:
    """Return events with those that post marked as a bill's, the first with what it earns."""
    if not events or not _is_of_a_bill(loan, events[0]):
        return events
    after = reduce(evolve, events, loan)
    assert after is not None
    change = difference(earning(loan), earning(after), after.currency)
    found: list[LoanEvent] = []
    for event in events:
        if isinstance(event, Booked):
            event = attrs.evolve(event, discounted=True, earned=change)
            change = ()
        found.append(event)
    return found


def _is_of_a_bill(loan: Loan | None, first: LoanEvent) -> bool:
    begun = loan.begun if loan else first
    return isinstance(begun, LoanAgreed) and begun.bill is not None


def earning(loan: Loan | None) -> Days:
    """Return what is earned on which day of what a loan's payment kept back; {} of any other."""
    if loan is None or not loan.paid_out or contract_of(loan).bill is None:
        return {}
    sums: dict[date, int] = {}
    before = 0
    for day, total in _totals(loan):
        if total != before:
            sums[day] = sums.get(day, 0) + total - before
        before = total
    return sums


def _totals(loan: Loan) -> Iterator[tuple[date, int]]:
    """Yield days with all that is earned by them: ends of months, and the last."""
    contract = contract_of(loan)
    kept = contract.kept_back
    assert kept is not None
    last = min(loan.settled_on or kept.until, kept.until)
    day = _end_of_month(kept.first_day)
    while day < last:
        yield day, earned_by(contract, day + _DAY)
        day = _end_of_month(day + _DAY)
    yield last, kept.interest.fen - _given_back(loan)


def _end_of_month(day: date) -> date:
    return day_of_month(day.year, day.month, 31)


def _given_back(loan: Loan) -> int:
    """Return what of a discount came off the face when the bill was taken back."""
    moved = (k.moved for k in loan.known.values() if isinstance(k.fact, Received))
    return -sum(min(split.interest.fen, 0) for split in moved)


def difference(before: Days, after: Days, currency: str) -> tuple[Earned, ...]:
    """Return what is earned otherwise, by day."""
    changed = ((day, after.get(day, 0) - before.get(day, 0)) for day in {*before, *after})
    return tuple(Earned(on=day, amount=Money(fen, currency)) for day, fen in sorted(changed) if fen)
