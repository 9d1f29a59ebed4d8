"""The plans of many loans: a row for each instalment, in three columns of amounts."""

from typing import Any

from attrs import frozen

from adapters.bulk import kernels
from adapters.bulk.columns import PlainLoans, python_rows
from adapters.bulk.libraries import numpy


@frozen(kw_only=True, eq=False)
class Plans:
    """The rows of many plans, one plan after the other, in fen.

    The rows of a loan begin at its start; there are `used` of them, and what lies between them
    and the next start has no meaning (a plan may be paid back before its last period).
    """

    starts: Any
    used: Any
    principal: Any
    interest: Any
    closing: Any


def plans_of(loans: PlainLoans, into: Plans | None = None) -> Plans:
    """Return the plans of plain loans; into is a former result whose memory may be used again."""
    ends = numpy.cumsum(loans.count)
    size = int(ends[-1]) if loans.size else 0
    again = into is not None and into.principal.size >= size
    amounts = [
        getattr(into, name) if again else numpy.empty(size, dtype=numpy.int64)
        for name in ("principal", "interest", "closing")
    ]
    plans = Plans(
        starts=ends - loans.count,
        used=numpy.empty(loans.size, dtype=numpy.int64),
        principal=amounts[0],
        interest=amounts[1],
        closing=amounts[2],
    )
    _write(loans, plans)
    return plans


def _write(loans: PlainLoans, plans: Plans) -> None:
    """Write all rows: within int64 by the compiled loop, and wide loans by whole numbers."""
    over, count = loans.over, loans.count
    if loans.wide.size:
        over, count = over.copy(), count.copy()
        over[loans.wide], count[loans.wide] = 0, 1  # The loop leaves them at their first row.
    given = (loans.principal, over, count, loans.keeping, loans.pays)
    kernels.rows(given, plans.starts, (plans.principal, plans.interest, plans.closing), plans.used)
    for loan in loans.wide:
        rows = python_rows(loans, int(loan))
        start = int(plans.starts[loan])
        plans.used[loan] = len(rows)
        for k, row in enumerate(rows, start=start):
            plans.principal[k], plans.interest[k], plans.closing[k] = row


def due_dates(paid_out_on: Any, months: Any, count: Any, starts: Any) -> Any:
    """Return the due date of every row as datetime64[D]: whole periods after paying out.

    paid_out_on is datetime64[D].  A day that a month does not have is its last.
    """
    rows = numpy.repeat(numpy.arange(count.size), count)
    no = numpy.arange(rows.size) - starts[rows] + 1
    month = paid_out_on.astype("datetime64[M]")
    day = (paid_out_on - month.astype("datetime64[D]")).astype(numpy.int64)
    return day_in_month(month[rows] + no * months[rows], day[rows])


def day_in_month(month: Any, day: Any) -> Any:
    """Return the day (0 for the first) of a month, or its last where there is no such day."""
    first = month.astype("datetime64[D]")
    length = ((month + 1).astype("datetime64[D]") - first).astype(numpy.int64)
    return first + numpy.minimum(day, length - 1)
