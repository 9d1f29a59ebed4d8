"""The statement of one loan: every movement with its split and the principal after it, the plan.

Rows come in parts: movement (by value date, then by when it became known), instalment (the plan in
force on the day), and total (all movements; what is due; what settles the loan).  A receipt that
was reversed stays, marked so, and its reversal follows; a receipt whose split became another is
followed by the difference, at its own value date.  Where another system keeps the balances of a
loan, none of ours is shown: the register shows what that system stated.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, Final

from domain.labels import Label
from domain.loan.account import PlanRow
from domain.loan.values import Split
from projections.history import HISTORY
from projections.loan_movements import Movement, movements
from projections.loans import LoanOn, loans_on
from projections.plain import plain
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    loan_id = question.values["loan_id"]
    for found in loans_on(reader, [loan_id]):
        return Answer(rows=[_whole(row) for row in _rows(found)])
    raise Absent(f"there is no loan {loan_id!r} on {reader.day}, as known by {reader.known_by}")


def _rows(found: LoanOn) -> Iterator[Mapping[str, Any]]:
    moved, account = movements(found), found.account
    yield from _movement_rows(moved, found)
    for row in account.plan:
        yield _plan_row(row)
    nothing = Split.nothing(found.loan.currency)
    yield _total_row("movements", sum((m.split for m in moved), nothing), found)
    yield _total_row("due", account.due, found)
    yield _total_row("payoff", account.payoff, found)


def _movement_rows(moved: Iterable[Movement], found: LoanOn) -> Iterator[Mapping[str, Any]]:
    moved = list(moved)
    nothing = Split.nothing(found.loan.currency)
    sums = accumulate((m.split for m in moved), initial=nothing)
    for movement, paid in zip(moved, list(sums)[1:], strict=True):
        balance = None if found.kept_elsewhere else -paid.principal
        recorded = movement.line.row
        yield {
            "part": "movement",
            "on": movement.on,
            "what": movement.what,
            "kind": movement.kind.value,
            "terms": movement.terms,
            "reference": movement.reference,
            "reversed": movement.reversed,
            **_parts(movement.split),
            "balance": balance,
            "index": movement.line.index,
            "recorded_at": recorded.recorded_at,
            "actor": recorded.actor,
        }


def _plan_row(row: PlanRow) -> Mapping[str, Any]:
    plan = row.instalment
    asked = plan.fee + plan.interest + plan.principal
    return {
        "part": "instalment",
        "no": plan.no,
        "on": plan.due_date,
        "amount": asked,
        "fee": plan.fee,
        "interest": plan.interest,
        "principal": plan.principal,
        "paid": row.paid.total,
        "outstanding": asked - row.paid.total,
    }


def _total_row(what: str, split: Split, found: LoanOn) -> Mapping[str, Any]:
    balance = None if found.kept_elsewhere else found.account.principal
    return {
        "part": "total",
        "on": found.account.day,
        "what": what,
        **_parts(split),
        "balance": balance,
    }


def _parts(split: Split) -> Mapping[str, Any]:
    names = ("fee", "penalty", "interest", "principal", "excess")
    parts = dict(zip(names, split.parts, strict=True))
    return {"amount": split.total, **parts, "off_books": split.off_books}


LOAN_STATEMENT: Final = View(
    name="loan_statement",
    title=Label("贷款对账单", "loan statement"),
    tables=(HISTORY,),
    parameters=(
        Parameter(
            name="loan_id", required=True, each=(("loan_register", "{}"), ("entrusted_loans", "{}"))
        ),
    ),
    columns=columns(
        part="text",
        no="number",
        on="date",
        what="text",
        reference="text",
        reversed="flag",
        amount="money",
        fee="money",
        penalty="money",
        interest="money",
        principal="money",
        excess="money",
        balance="money",
        paid="money",
        outstanding="money",
        index="number",
        recorded_at="moment",
        actor="text",
        kind="text",
        off_books="money",
        terms="map",
    ),
    answer=_answer,
)


def _whole(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row with all columns, None where its part has none."""
    return {column.name: plain(row.get(column.name)) for column in LOAN_STATEMENT.columns}
