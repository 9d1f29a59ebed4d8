"""The plans of many plain loans as an Arrow table, with the columns of a plan's rows."""

from collections.abc import Sequence
from typing import Any

import pyarrow

from adapters.bulk.columns import CODES, PlainLoans
from adapters.bulk.libraries import numpy
from adapters.bulk.schedules import Plans, due_dates, plans_of
from domain.loan.plan import PlanTerms

Named = tuple[str, PlanTerms]  # A loan and its terms.


def plan_table(batch: Sequence[Named], schema: Any) -> Any:
    """Return the rows of the plans of plain loans, in order, as a table of that schema."""
    loans = plain_loans([terms for _, terms in batch])
    plans = plans_of(loans)
    kept = _kept(plans, loans.count)
    rows = numpy.repeat(numpy.arange(loans.size), loans.count)[kept]
    columns = _columns(batch, loans, plans, kept)
    names = pyarrow.array([loan for loan, _ in batch])
    codes = pyarrow.array([terms.principal.currency for _, terms in batch])
    columns |= {"loan": names.take(rows), "currency": codes.take(rows)}
    arrays = [_typed(columns[field.name], field.type) for field in schema]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def plain_loans(terms: Sequence[PlanTerms]) -> PlainLoans:
    """Return plain loans as columns."""
    return PlainLoans(
        principal=[one.principal.fen for one in terms],
        rate_e8=[one.rates.values[0].value.e8 for one in terms],
        count=[one.periods for one in terms],
        pays=[CODES[one.method] for one in terms],
        months=[one.cycle.months for one in terms],
    )


def _kept(plans: Plans, count: Any) -> Any:
    """Return the places of the rows that mean something: not those after an early end."""
    no = numpy.arange(int(count.sum())) - numpy.repeat(plans.starts, count)
    return numpy.flatnonzero(no < numpy.repeat(plans.used, count))


def _columns(batch: Sequence[Named], loans: PlainLoans, plans: Plans, kept: Any) -> dict[str, Any]:
    paid_out = numpy.array([terms.paid_out_on for _, terms in batch], dtype="datetime64[D]")
    due = due_dates(paid_out, loans.months, loans.count, plans.starts)[kept]
    places = numpy.repeat(numpy.arange(loans.size), loans.count)[kept]
    no = kept - plans.starts[places] + 1
    first = no == 1
    start = numpy.where(first, paid_out[places], numpy.roll(due, 1))
    principal, interest, closing = (
        amounts[kept] for amounts in (plans.principal, plans.interest, plans.closing)
    )
    nought = numpy.zeros(kept.size, dtype=numpy.int64)
    return {
        "no": no,
        "start": start,
        "end": due,
        "due_date": due,
        "days": (due - start).astype(numpy.int64),
        "opening": closing + principal,
        "principal": principal,
        "interest": interest,
        "instalment": principal + interest,
        "closing": closing,
        **dict.fromkeys(("drawn", "fee", "balloon"), nought),
    }


def _typed(values: Any, kind: Any) -> Any:
    """Return a column of the type: whole fen become decimals without leaving whole numbers."""
    if not pyarrow.types.is_decimal(kind):
        return pyarrow.array(values, type=kind)
    wide = numpy.stack((values, values >> 63), axis=1)  # 128 bits, two's complement.
    return pyarrow.Array.from_buffers(kind, len(values), [None, pyarrow.py_buffer(wide)])
