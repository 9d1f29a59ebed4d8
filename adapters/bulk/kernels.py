"""The loops over columns, compiled when they are first called.

Amounts are int64 fen, rates int64 in 1e-8 a year.  Whoever calls has seen to it that no product
leaves int64: balance x period rate + half of the divisor, see `columns.bound_of`.

Source: the same formulae as domain.loan.plan: interest half_up(B e8 m / (12 x 1e8)) of m months,
principal what the level payment leaves, the last instalment takes the rest.
"""

from typing import Any, Final

from adapters.bulk.libraries import numba, numpy

LEVEL, PRINCIPAL, NOTHING = 0, 1, 2  # What stays the same: payment, principal, nothing.
A_YEAR: Final = 12 * 10**8  # Divides balance x rate x months.
HALF: Final = A_YEAR // 2
YEAR: Final = numpy.uint64(A_YEAR)  # Unsigned numbers are divided in half the time.
LIMB: Final = numpy.uint64(0xFFFFFFFF)
SHIFT: Final = numpy.uint64(32)
NEAR: Final = numpy.uint64(18)


def _rows(loans: Any, starts: Any, columns: Any, used: Any) -> None:
    """Write the rows of each loan from its start on; used says how many it has.

    loans are principal, rate of a period, count, what is kept and what is paid; columns are
    principal, interest and balance.
    """
    principal, over, count, keeping, pays = loans
    principals, interests, closings = columns
    for loan in numba.prange(principal.size):
        balance, rate, kept = principal[loan], over[loan], keeping[loan]
        place, last = starts[loan], starts[loan] + count[loan] - 1
        level = pays[loan] == LEVEL
        while True:
            interest = numpy.int64(numpy.uint64(balance * rate + HALF) // YEAR)
            asked = balance
            if place < last:
                asked = kept - interest if level else kept
                asked = min(max(asked, 0), balance)
            balance -= asked
            principals[place], interests[place], closings[place] = asked, interest, balance
            place += 1
            if balance == 0 or place > last:
                break
        used[loan] = place - starts[loan]


def _payments(principal: Any, limbs: Any, which: Any, payments: Any) -> None:
    """Write principal x factor, half up; -1 where the bits of the factor do not tell.

    A factor is below 2^32 and stands in four limbs of 32 bits, the last three behind the point,
    rounded down.  Principal is below 2^50.
    """
    for loan in range(principal.size):
        low = numpy.uint64(principal[loan]) & LIMB
        high = numpy.uint64(principal[loan]) >> SHIFT
        f0, f1, f2, f3 = limbs[which[loan]]
        # Limb by limb, from 2^-96 up: each sum stays below 2^64.
        t = (low * f0 >> SHIFT) + low * f1
        p1, carry = t & LIMB, t >> SHIFT
        t = p1 + high * f0
        p1, carry2 = t & LIMB, t >> SHIFT
        t = carry + low * f2
        p2, carry = t & LIMB, t >> SHIFT
        t = p2 + high * f1 + carry2
        p2, carry2 = t & LIMB, t >> SHIFT
        whole = carry + low * f3 + high * f2 + carry2 + ((high * f3) << SHIFT)
        # The true product is above this one by less than principal x 2^-96: below 2^-46.
        half = numpy.uint64(1) << numpy.uint64(31)
        near = p2 == half - numpy.uint64(1) and p1 >> NEAR == LIMB >> NEAR
        payments[loan] = -1 if near else numpy.int64(whole) + (1 if p2 >= half else 0)


def _values(loans: Any, fallen: Any, paid: Any, found: Any) -> None:
    """Write what is left when so many instalments have fallen due and so much was paid.

    Payments discharge the oldest instalment first, its interest before its principal.  found has
    a row for each loan: principal ahead, overdue principal, overdue interest, the number of the
    first instalment with anything unpaid (0 for none), and what was paid beyond all that was due.
    """
    principal, over, count, keeping, pays = loans
    for loan in numba.prange(principal.size):
        balance, rate, kept, pool = principal[loan], over[loan], keeping[loan], paid[loan]
        level, last = pays[loan] == LEVEL, count[loan]
        late_principal, late_interest, late_from = 0, 0, 0
        for no in range(1, fallen[loan] + 1):
            interest = numpy.int64(numpy.uint64(balance * rate + HALF) // YEAR)
            asked = balance
            if no < last:
                asked = kept - interest if level else kept
                asked = min(max(asked, 0), balance)
            balance -= asked
            to_interest = min(pool, interest)
            to_principal = min(pool - to_interest, asked)
            pool -= to_interest + to_principal
            late_interest += interest - to_interest
            late_principal += asked - to_principal
            if late_from == 0 and late_interest + late_principal > 0:
                late_from = no
            if balance == 0:
                break
        found[loan, 0], found[loan, 1], found[loan, 2] = balance, late_principal, late_interest
        found[loan, 3], found[loan, 4] = late_from, pool


_OPTIONS: Final[Any] = {"cache": True, "nogil": True, "error_model": "numpy"}
rows = numba.njit(parallel=True, **_OPTIONS)(_rows)
values = numba.njit(parallel=True, **_OPTIONS)(_values)
payments = numba.njit(**_OPTIONS)(_payments)
