"""Who owes most on a day, found without adding up the whole bank.

What each customer was ever lent bounds what they owe, so those with the highest bounds are looked
at until nobody left can owe as much.  A loan that grew by interest is no bound: whoever has one is
looked at first.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.loan.events import LoanAgreed, LoanTakenOver
from domain.loan.rescheduling.events import ArrearsRespread, InterestCapitalised
from domain.money import Money
from domain.recorded import Fact
from projections.exposures import owed_by
from projections.loans import BEGUN, LOANS
from projections.view import FOREVER, Lines, Reader, Totals

STEP: Final = 16  # Customers whose loans are added up at first; then eight times as many.


@frozen(kw_only=True)
class Lent:
    """What a customer was lent by one loan, at most."""

    customer_id: str
    currency: str
    fen: int


@frozen(kw_only=True)
class Grown:
    """A loan whose principal grew by interest that joined it."""

    loan_id: str


def lent(fact: Fact, event: LoanAgreed | LoanTakenOver) -> Iterator[tuple[date, Lent]]:
    """Yield the amount of a loan under its borrower."""
    amount = event.amount
    yield (
        fact.on,
        Lent(customer_id=event.customer_id, currency=amount.currency, fen=amount.fen),
    )


def grown(fact: Fact, _event: object) -> Iterator[tuple[date, Grown]]:
    """Yield a loan that may owe more than it was lent."""
    yield fact.on, Grown(loan_id=fact.id)


LENT: Final = Lines(
    name="lent",
    row=Lent,
    of={LoanAgreed: lent, LoanTakenOver: lent},
    by=("customer_id",),
    totals=Totals(by=("customer_id", "currency"), sums=("fen",)),
)
GROWN: Final = Lines(
    name="grown_loan",
    row=Grown,
    of={InterestCapitalised: grown, ArrearsRespread: grown},
    by=("loan_id",),
)


def largest(
    reader: Reader, currency: str, *, count: int | None = None, least: int = 1
) -> Sequence[tuple[str, Money]]:
    """Return who owes most in a currency, the most first: customers and what they owe.

    At most count of them (None: all) who owe at least so many fen; of those who owe as much as the
    last, whoever is found first.
    """
    found = dict(_owing(reader, _with_grown_loans(reader), currency))
    looked_at, size = 0, STEP
    while True:
        sums = reader.totals(LENT, where={"currency": currency}, largest=size)
        found |= _owing(reader, [who for (who, _), _ in sums[looked_at:]], currency)
        bound = sums[-1][1][0] if len(sums) == size else 0
        if bound < _least_that_counts(found, count, least):
            break
        looked_at, size = size, 8 * size
    owing = [(who, fen) for who, fen in found.items() if fen >= least]
    ranked = sorted(owing, key=lambda one: (-one[1], one[0]))[:count]
    return [(who, Money(fen, currency)) for who, fen in ranked]


def _least_that_counts(found: Mapping[str, int], count: int | None, least: int) -> int:
    """Return what somebody must owe at least to come before the last of those found so far."""
    if count is None or len(found) < count:
        return least
    return max(least, sorted(found.values(), reverse=True)[count - 1] + 1)


def _owing(reader: Reader, customer_ids: Sequence[str], currency: str) -> Mapping[str, int]:
    owed = owed_by(reader, customer_ids)
    return {
        who: amount.fen
        for who, amounts in owed.items()
        for amount in amounts
        if amount.currency == currency
    }


def _with_grown_loans(reader: Reader) -> Sequence[str]:
    loan_ids = {line.row.loan_id for line in reader.on(FOREVER).lines(GROWN, {})}
    if not loan_ids:
        return ()
    lines = reader.lines(LOANS, {"loan_id": sorted(loan_ids), "mark": BEGUN})
    return sorted({line.row.customer_id for line in lines if line.row.customer_id})
