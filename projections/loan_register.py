"""The loan register (贷款台账): one row a loan of the institution's own, as it stands on a day.

Interest and penalty interest are what is due and unpaid, calculated for the day and not posted.
A loan whose balances another system keeps has none of ours: what that system last stated, as of
the day or before, stands beside it.  A page narrowed by status looks at SCAN_MAX loans at most
and may be short; `next` says whether there is more.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.labels import Label
from domain.loan.account import LoanStatus
from projections.history import HISTORY
from projections.loan_rows import COLUMNS, row_of
from projections.loans import BEGUN, CANCELLED, LOANS, SETTLED, LoanOn, loans_of, loans_on
from projections.view import Answer, Parameter, Question, Reader, View

SCAN_MAX: Final = 1_000
# Only loans that once had one of these marks can have the status.
_MARKS: Final[Mapping[str, str]] = {"settled": SETTLED, "cancelled": CANCELLED}


def _answer(reader: Reader, question: Question) -> Answer:
    narrowed = question.text("status") is not None
    size = SCAN_MAX if narrowed else question.limit
    found = _candidates(reader, question, size + 1)
    rows: list[Mapping[str, Any]] = []
    for loan in _looked_at(reader, found[:size], question.limit):
        if not _is_asked(loan, question):
            continue
        if len(rows) == question.limit:
            return Answer(rows=rows, next=str(rows[-1]["loan_id"]))
        rows.append(row_of(loan))
    return Answer(rows=rows, next=found[size - 1] if len(found) > size else None)


def _candidates(reader: Reader, question: Question, limit: int) -> Sequence[str]:
    """Return loans that may be asked for, in order."""
    after, status = question.after or "", question.text("status")
    if one := question.text("loan_id"):
        return [one] if one > after else []
    if customer := question.text("customer_id"):
        own = loans_of(reader, [customer])
        return [loan_id for loan_id in own if loan_id > after][:limit]
    mark = _MARKS.get(status or "", BEGUN)
    return reader.keys(LOANS, "loan_id", where={"mark": mark}, after=after, limit=limit)


def _looked_at(reader: Reader, loan_ids: Sequence[str], step: int) -> Iterator[LoanOn]:
    """Yield loans a few at a time, so that no more are folded than are asked for."""
    for start in range(0, len(loan_ids), step):
        yield from loans_on(reader, loan_ids[start : start + step])


def _is_asked(found: LoanOn, question: Question) -> bool:
    customer, status = question.text("customer_id"), question.text("status")
    return (
        not found.loan.for_another
        and (customer is None or found.loan.begun.customer_id == customer)
        and (status is None or found.account.status.value == status)
    )


LOAN_REGISTER: Final = View(
    name="loan_register",
    title=Label("贷款台账", "loan register"),
    tables=(HISTORY, LOANS),
    parameters=(
        Parameter(name="loan_id"),
        Parameter(name="customer_id"),
        Parameter(name="status", choices=tuple(status.value for status in LoanStatus)),
    ),
    columns=COLUMNS,
    answer=_answer,
)
