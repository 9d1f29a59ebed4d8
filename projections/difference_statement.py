"""The difference statement (差异说明): why a figure as known now is not what it was as known then.

Asked of a loan, it adds the acts that became known since then one after another, in order of
knowing, and says what each changed about what is owed on the day.  Asked of an account of the
books, it lists what acts recorded since then post to it, with value dates up to the day and not
before `from_day`.  Either way the effects add up to the difference, to the fen: a row of the
total stands before them.

Source: the figures are those of the loan register and the general ledger on the same two dates.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from domain.labels import Label
from domain.loan.account import AccountView, account
from domain.loan.difference import Move, moves, one_by_one
from domain.loan.evolution import evolve
from domain.loan.state import Loan
from domain.money import Money
from projections.entry import Posting
from projections.history import HISTORY, Recorded, histories
from projections.plain import plain
from projections.postings import POSTINGS
from projections.view import (
    Absent,
    Answer,
    Line,
    Misread,
    Parameter,
    Question,
    Reader,
    View,
    columns,
)

Rows = Iterator[dict[str, Any]]
Figures = Mapping[str, Money]


def _answer(reader: Reader, question: Question) -> Answer:
    loan_id, code = question.text("loan_id"), question.text("account")
    if (loan_id is None) == (code is None):
        raise Misread("name either a loan or an account: --loan-id or --account")
    then: int = question.values["then"]
    of = _of_loan(reader, loan_id, then) if loan_id else _of_account(reader, question, then)
    return Answer(rows=[_whole(row) for row in of])


def _of_loan(reader: Reader, loan_id: str, then: int) -> Rows:
    """Yield, for each figure that differs, its total; then every act with what it changed."""
    history = histories(reader, [f"loan-{loan_id}"])[f"loan-{loan_id}"]
    if not history:
        raise Absent(f"there is no loan {loan_id!r}, as known by {reader.known_by}")
    past = [line for line in history if line.index <= then]
    known = _folded(None, past)
    first = {} if known is None else _figures(account(known, reader.day))
    stands = list(_stands(known, history[len(past) :], reader.day))
    last = stands[-1][1] if stands else first
    yield from ({"part": "total", **_change(*change)} for change in _changes(moves(first, last)))
    for line, moved in one_by_one(first, stands):
        yield from (_act(line, *change) for change in _changes(moved))


def _folded(loan: Loan | None, lines: Sequence[Line[Recorded]]) -> Loan | None:
    for line in lines:
        event: Any = line.row.event
        loan = evolve(loan, event)
    return loan


def _stands(
    loan: Loan | None, lines: Sequence[Line[Recorded]], day: date
) -> Iterator[tuple[Line[Recorded], Figures]]:
    """Yield each act that became known since, with the figures of the day after it."""
    for line in lines:
        loan = _folded(loan, [line])
        assert loan is not None
        yield line, _figures(account(loan, day))


def _figures(found: AccountView) -> Figures:
    """Return what the register says of a loan in money, by the register's names."""
    figures = found.figures
    return {
        "principal": found.principal,
        "principal_overdue": figures.principal_overdue,
        "interest_overdue": figures.interest_overdue,
        "interest_accrued": figures.interest_accrued,
        "written_off": figures.written_off,
        "recovered": figures.recovered,
        "principal_due": found.due.principal,
        "interest_due": found.due.interest,
        "penalty_due": found.due.penalty,
        "fee_due": found.due.fee,
        "payoff": found.payoff.total,
        "excess": found.excess,
    }


def _changes(moved: Mapping[str, Move]) -> Iterator[tuple[str, Money, Money]]:
    for name, (was, now) in moved.items():
        assert isinstance(was, Money)
        assert isinstance(now, Money)
        yield name, was, now


def _change(name: str, was: Money, now: Money) -> dict[str, Any]:
    return {"figure": name, "figure_then": was, "figure_now": now, "effect": now - was}


def _act(line: Line[Recorded], name: str, was: Money, now: Money) -> dict[str, Any]:
    return {
        "part": "act",
        "index": line.index,
        "recorded_at": line.row.recorded_at,
        "actor": line.row.actor,
        "event": line.row.name,
        "on": line.on,
        "loan_id": line.row.stream.partition("-")[2],
        "reference": getattr(line.row.event, "reference", None)
        or getattr(line.row.event, "receipt_no", None),
        **_change(name, was, now),
    }


def _of_account(reader: Reader, question: Question, then: int) -> Rows:
    """Yield the total of each currency, then what each act since posted in it."""
    code, since = question.values["account"], question.values.get("from_day", date.min)
    every = reader.lines(POSTINGS, {"account": code})
    lines = [line for line in every if line.on >= since]
    for currency in sorted({line.row.currency for line in lines}):
        own = [line for line in lines if line.row.currency == currency]
        late = [line for line in own if line.index > then]
        now = sum((line.row.amount for line in own), Money.zero(currency))
        was = now - sum((line.row.amount for line in late), Money.zero(currency))
        yield {"part": "total", **_change(code, was, now)}
        yield from _posted(reader, code, was, late)


def _posted(reader: Reader, code: str, was: Money, late: Sequence[Line[Posting]]) -> Rows:
    """Yield a row for each posting since then, with the balance before and after it."""
    streams = sorted({f"loan-{line.row.loan_id}" for line in late})
    known = histories(reader, streams) if streams else {}
    acts = {line.index: line for lines in known.values() for line in lines}
    for line in late:
        now = was + line.row.amount
        row = _act(acts[line.index], code, was, now)
        yield {**row, "on": line.on, "reference": line.row.reference}
        was = now


def _whole(row: Mapping[str, Any]) -> dict[str, Any]:
    names = (column.name for column in DIFFERENCE_STATEMENT.columns)
    return {name: plain(row.get(name)) for name in names}


DIFFERENCE_STATEMENT: Final = View(
    name="difference_statement",
    title=Label("差异说明", "difference statement"),
    tables=(HISTORY, POSTINGS),
    parameters=(
        Parameter(name="then", kind="to", required=True),
        Parameter(name="loan_id"),
        Parameter(name="account"),
        Parameter(name="from_day", kind="day"),
    ),
    columns=columns(
        part="text",
        figure="text",
        figure_then="money",
        figure_now="money",
        effect="money",
        index="number",
        recorded_at="moment",
        actor="text",
        event="text",
        on="date",
        loan_id="text",
        reference="text",
    ),
    answer=_answer,
)
