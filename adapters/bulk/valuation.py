"""What many loans owe on a day: principal, accrued and overdue amounts, days past due."""

from datetime import date
from typing import Any, Final

from attrs import field, frozen

from adapters.bulk import kernels
from adapters.bulk.columns import PlainLoans, python_rows
from adapters.bulk.libraries import numpy
from adapters.bulk.schedules import day_in_month
from domain.rate import E8, half_up

_FOUND: Final = ("ahead", "overdue_principal", "overdue_interest", "late_from", "excess")


def _days(values: Any) -> Any:
    return numpy.asarray(values, dtype="datetime64[D]")


def _fen(values: Any) -> Any:
    return numpy.ascontiguousarray(values, dtype=numpy.int64)


@frozen(kw_only=True, eq=False)
class Holdings:
    """Plain loans that were paid out, and what was received on each by the day asked for."""

    loans: PlainLoans
    paid_out_on: Any = field(converter=_days)  # datetime64[D].
    received: Any = field(converter=_fen)  # By the day asked for, in fen.
    basis: int = 360  # Days of a year for interest within a period.


@frozen(kw_only=True, eq=False)
class Values:
    """What is owed on a day, a row for each loan; amounts are int64 fen."""

    principal: Any  # All that is owed of it, overdue or not.
    accrued: Any  # Interest since the last due date on what is not overdue.
    overdue_principal: Any
    overdue_interest: Any
    days_past_due: Any
    excess: Any  # Received beyond all that was due.


def value_loans(holdings: Holdings, on: date) -> Values:
    """Return what is owed on a day.

    Receipts discharge the oldest instalment first, its interest before its principal; a loan
    that is not paid out yet owes nothing.  Interest accrues by days / basis, half up.
    """
    loans, day = holdings.loans, numpy.datetime64(on, "D")
    fallen = _fallen(holdings, day)
    found = numpy.empty((loans.size, len(_FOUND)), dtype=numpy.int64)
    steps = fallen.copy()
    steps[loans.wide] = 0
    given = (loans.principal, loans.over, loans.count, loans.keeping, loans.pays)
    kernels.values(given, steps, holdings.received, found)
    for loan in loans.wide:
        found[loan] = _python_value(holdings, int(loan), int(fallen[loan]))
    ahead, late_principal, late_interest, late_from, excess = found.T
    out = holdings.paid_out_on <= day
    since = numpy.maximum(day - _due(holdings, fallen), 0).astype(numpy.int64)
    past = (day - _due(holdings, late_from)).astype(numpy.int64)
    return Values(
        principal=numpy.where(out, ahead + late_principal, 0),
        accrued=numpy.where(out, _accrued(holdings, ahead, since), 0),
        overdue_principal=late_principal,
        overdue_interest=late_interest,
        days_past_due=numpy.where(late_from > 0, past, 0),
        excess=numpy.where(out, excess, holdings.received),
    )


def _fallen(holdings: Holdings, day: Any) -> Any:
    """Return how many instalments have fallen due by a day, the day included."""
    loans, start = holdings.loans, holdings.paid_out_on
    months = (day.astype("datetime64[M]") - start.astype("datetime64[M]")).astype(numpy.int64)
    no = numpy.maximum(months, 0) // loans.months
    no -= _due(holdings, no) > day
    return numpy.clip(no, 0, loans.count)


def _due(holdings: Holdings, no: Any) -> Any:
    """Return the due date of each loan's instalment of that number; 0 is the day of paying out."""
    month = holdings.paid_out_on.astype("datetime64[M]")
    day = (holdings.paid_out_on - month.astype("datetime64[D]")).astype(numpy.int64)
    return day_in_month(month + no * holdings.loans.months, day)


def _accrued(holdings: Holdings, balance: Any, days: Any) -> Any:
    """Return interest by days, half up; the product is divided before it is multiplied.

    Balance x rate is within int64 (wide loans are computed by whole numbers), and days are fewer
    than a year's, so that neither product leaves int64.
    """
    loans, divisor = holdings.loans, holdings.basis * E8
    whole, rest = numpy.divmod(balance * loans.rate_e8, divisor)
    found = whole * days + (rest * days + divisor // 2) // divisor
    for loan in loans.wide:
        product = int(balance[loan]) * int(loans.rate_e8[loan]) * int(days[loan])
        found[loan] = half_up(product, divisor)
    return found


def _python_value(holdings: Holdings, loan: int, fallen: int) -> tuple[int, int, int, int, int]:
    """Return what the compiled loop finds, in whole numbers of any size."""
    balance, pool = int(holdings.loans.principal[loan]), int(holdings.received[loan])
    late_principal = late_interest = late_from = 0
    rows = python_rows(holdings.loans, loan)[:fallen]
    for no, (principal, interest, closing) in enumerate(rows, start=1):
        to_interest = min(pool, interest)
        to_principal = min(pool - to_interest, principal)
        pool -= to_interest + to_principal
        late_interest += interest - to_interest
        late_principal += principal - to_principal
        balance = closing
        if late_from == 0 and late_interest + late_principal:
            late_from = no
    return balance, late_principal, late_interest, late_from, pool
