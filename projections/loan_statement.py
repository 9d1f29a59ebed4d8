"""The statement of a loan: movement by movement, with the principal owed after each.

A reversed movement is shown as such and counts for nothing.  The last row is the total of what
stands.  Where another system keeps the balances there is none of ours: what it stated is a row.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.labels import Label
from domain.loan.values import Split
from domain.money import Money
from projections.acts import ACTS, acts_of
from projections.loan_movements import Movement, movements
from projections.loans import LOANS, LoanOn, loan_on
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns, page_of_rows

_PARTS: Final = ("fee", "penalty", "interest", "principal", "excess")


def _answer(reader: Reader, question: Question) -> Answer:
    known, loan_id = loan_on(reader, question), str(question.text("loan_id"))
    found = movements(known, acts_of(reader, "loan", [loan_id])[loan_id])
    return page_of_rows(list(_rows(known, found)), question)


def _rows(known: LoanOn, found: Sequence[Movement]) -> Iterator[Mapping[str, Any]]:
    owed, currency = 0, known.loan.currency
    for movement in found:
        owed += movement.lent
        balance = None if known.kept_elsewhere else Money(owed, currency)
        yield _row(movement, balance)
    yield _total(known, found)


def _row(movement: Movement, balance: Money | None) -> Mapping[str, Any]:
    return {
        "on": movement.on.isoformat(),
        "what": movement.what,
        "reference": movement.reference,
        "paid_out": plain(movement.paid_out),
        "received": plain(movement.received),
        **_parts(movement.split),
        "balance": plain(balance),
        "index": movement.index,
        "reversed_by": movement.reversed_by,
        "reason": movement.reason,
        "restated_by": movement.restated_by,
        "stated": movement.stated,
    }


def _total(known: LoanOn, found: Sequence[Movement]) -> Mapping[str, Any]:
    currency = known.loan.currency
    standing = [movement for movement in found if movement.stands]
    splits = [movement.split for movement in standing if movement.split]
    total = Movement(
        on=known.account.day,
        index=-1,
        what="total",
        paid_out=_sum([m.paid_out for m in standing], currency),
        received=_sum([m.received for m in standing], currency),
        split=sum(splits, start=Split.nothing(currency)),
    )
    balance = None if known.kept_elsewhere else known.account.principal
    return {**_row(total, balance), "index": None}


def _sum(amounts: Sequence[Money | None], currency: str) -> Money:
    return Money(sum(amount.fen for amount in amounts if amount), currency)


def _parts(split: Split | None) -> Mapping[str, Any]:
    return {name: str(getattr(split, name)) if split else None for name in _PARTS}


LOAN_STATEMENT: Final = View(
    name="loan_statement",
    title=Label("贷款对账单", "statement of a loan"),
    tables=(ACTS, LOANS),
    parameters=(Parameter(name="loan_id", required=True),),
    columns=columns(
        on="date",
        what="text",
        reference="text",
        paid_out="money",
        received="money",
        fee="money",
        penalty="money",
        interest="money",
        principal="money",
        excess="money",
        balance="money",
        index="number",
        reversed_by="number",
        reason="text",
        restated_by="number",
        stated="map",
    ),
    answer=_answer,
)
