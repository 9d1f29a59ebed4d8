"""Plain loans as columns, and what is computed of them once: level payments, bounds."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from attrs import field, frozen

from adapters.bulk import kernels
from adapters.bulk.libraries import numpy
from domain.kinds import RepaymentMethod
from domain.loan.annuity import level_payment
from domain.rate import half_up

INT64_MAX: Final = 2**63 - 1
POINT: Final = 96  # Bits of an annuity factor behind the point.
COUNT_BITS: Final = 14
COUNT_MAX: Final = (1 << COUNT_BITS) - 1  # Periods that a plan may have, and more.
CODES: Final = {
    RepaymentMethod.EQUAL_INSTALMENT: kernels.LEVEL,
    RepaymentMethod.EQUAL_PRINCIPAL: kernels.PRINCIPAL,
    RepaymentMethod.INTEREST_ONLY: kernels.NOTHING,
}


def _whole(values: Any) -> Any:
    return numpy.ascontiguousarray(values, dtype=numpy.int64)


@frozen(kw_only=True, eq=False)
class PlainLoans:
    """Loans whose periods are whole months, each a twelfth of a year; one row each.

    All columns are int64: principal in fen (1 to below 2^50), rate in 1e-8 a year, months of a
    period (1 to 12), number of periods, and what is paid, by the codes of the kernels.
    """

    principal: Any = field(converter=_whole)
    rate_e8: Any = field(converter=_whole)
    count: Any = field(converter=_whole)
    pays: Any = field(converter=_whole)
    months: Any = field(converter=_whole)
    over: Any = field(init=False)  # Rate of a period x 12 x 1e8.
    keeping: Any = field(init=False)  # Level payment or principal, in fen.
    wide: Any = field(init=False)  # Places of the loans whose products leave int64.

    def __attrs_post_init__(self) -> None:
        """Compute what the rows are made from."""
        assert self.principal.min(initial=1) > 0 and self.principal.max(initial=0) < 1 << 50
        over = self.rate_e8 * self.months
        object.__setattr__(self, "over", over)
        object.__setattr__(self, "keeping", _keeping(self))
        object.__setattr__(self, "wide", numpy.flatnonzero(self.principal > bound_of(over)))

    @property
    def size(self) -> int:
        """How many loans there are."""
        return int(self.principal.size)


def bound_of(over: Any) -> Any:
    """Return the highest balance whose interest is computed within int64, for each rate."""
    return (INT64_MAX - kernels.HALF) // numpy.maximum(over, 1)


def _keeping(loans: PlainLoans) -> Any:
    """Return what stays the same from row to row, exactly, half up."""
    kept = numpy.zeros(loans.size, dtype=numpy.int64)
    level = numpy.flatnonzero(loans.pays == kernels.LEVEL)
    kept[level] = _level_payments(loans.principal[level], loans.over[level], loans.count[level])
    flat = numpy.flatnonzero(loans.pays == kernels.PRINCIPAL)
    n = loans.count[flat]
    kept[flat] = (2 * loans.principal[flat] + n) // (2 * n)
    return kept


def _level_payments(principal: Any, over: Any, count: Any) -> Any:
    """Return exact level payments: a factor for each rate and term, in whole numbers of 2^-96.

    Where the factor's bits cannot tell which way to round, the payment is computed by itself.
    """
    pairs, which = numpy.unique(over << COUNT_BITS | count, return_inverse=True)
    factors = [_limbs(pair >> COUNT_BITS, pair & COUNT_MAX) for pair in pairs.tolist()]
    limbs = numpy.array(factors, dtype=numpy.uint64).reshape(-1, 4)
    found = numpy.empty(principal.size, dtype=numpy.int64)
    kernels.payments(principal, limbs, which, found)
    for loan in numpy.flatnonzero(found < 0):
        found[loan] = level_payment(
            int(principal[loan]), int(count[loan]), over=int(over[loan]), of=kernels.A_YEAR
        )
    return found


@lru_cache(maxsize=1 << 16)
def _limbs(over: int, count: int) -> Sequence[int]:
    """Return i (1+i)^n / ((1+i)^n - 1) in four limbs of 32 bits, the lowest first."""
    if over == 0:
        factor = (1 << POINT) // count
    else:
        grown, plain = (kernels.A_YEAR + over) ** count, kernels.A_YEAR**count
        factor = ((over * grown) << POINT) // (kernels.A_YEAR * (grown - plain))
    return [(factor >> (32 * k)) & 0xFFFFFFFF for k in range(4)]


def python_rows(loans: PlainLoans, loan: int) -> list[tuple[int, int, int]]:
    """Return principal, interest and balance of a loan's rows, in whole numbers of any size."""
    balance, over = int(loans.principal[loan]), int(loans.over[loan])
    kept, last = int(loans.keeping[loan]), int(loans.count[loan])
    level, found = loans.pays[loan] == kernels.LEVEL, []
    for no in range(1, last + 1):
        interest = half_up(balance * over, kernels.A_YEAR)
        wanted = kept - interest if level else kept
        asked = balance if no == last else min(max(wanted, 0), balance)
        balance -= asked
        found.append((asked, interest, balance))
        if balance == 0:
            break
    return found
