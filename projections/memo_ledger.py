"""The memo ledger (表外账): papers that the institution holds for others, received and given out.

It stands beside the general ledger and never in it: these papers are no asset of the institution.
Source: 商业银行表外业务风险管理办法; memo accounts are kept by single entry (收、付).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.collateral.events import VaultEntered, VaultLeft
from domain.collateral.values import VaultReason
from domain.labels import Label
from domain.money import Money
from domain.recorded import Fact
from projections.chart import COLLATERAL_HELD
from projections.view import (
    Answer,
    Lines,
    Parameter,
    Question,
    Reader,
    Totals,
    View,
    columns,
    page_of_lines,
    place_of,
)


@frozen(kw_only=True)
class Memo:
    """What came in or went out, at its value."""

    account: str
    collateral_id: str
    list_no: str
    currency: str
    received: int  # Fen.
    given: int


def entered(fact: Fact, event: VaultEntered) -> Iterator[tuple[date, Memo]]:
    """Yield what came in."""
    yield fact.on, _memo(fact, event, received=event.counts.fen)


def left(fact: Fact, event: VaultLeft) -> Iterator[tuple[date, Memo]]:
    """Yield what went out for good; what is only lent stays on the books."""
    if event.reason is not VaultReason.LENT:
        yield fact.on, _memo(fact, event, given=event.counts.fen)


def _memo(fact: Fact, event: VaultEntered | VaultLeft, received: int = 0, given: int = 0) -> Memo:
    return Memo(
        account=COLLATERAL_HELD.code,
        collateral_id=fact.id,
        list_no=event.list_no,
        currency=event.counts.currency,
        received=received,
        given=given,
    )


MEMOS: Final = Lines(
    name="memo",
    row=Memo,
    of={VaultEntered: entered, VaultLeft: left},
    by=("collateral_id", "account"),
    totals=Totals(by=("account", "currency"), sums=("received", "given")),
)


def _answer(reader: Reader, question: Question) -> Answer:
    found = reader.lines(
        MEMOS,
        question.where("collateral_id"),
        after=place_of(question.after),
        limit=question.limit + 1,
    )
    kept, cursor = page_of_lines(found, question.limit)
    balances = {key: Money(i - o, key[1]) for key, (i, o) in reader.totals(MEMOS)}
    rows: list[dict[str, Any]] = [
        {
            "index": line.index,
            "on": line.on.isoformat(),
            "account": line.row.account,
            "account_zh": COLLATERAL_HELD.name.zh,
            "collateral_id": line.row.collateral_id,
            "list_no": line.row.list_no,
            "received": str(Money(line.row.received, line.row.currency)),
            "given": str(Money(line.row.given, line.row.currency)),
            "balance": str(balances[line.row.account, line.row.currency]),
        }
        for line in kept
    ]
    return Answer(rows=rows, next=cursor)


MEMO_LEDGER: Final = View(
    name="memo_ledger",
    title=Label("表外账", "memo ledger"),
    tables=(MEMOS,),
    parameters=(Parameter(name="collateral_id"),),
    columns=columns(
        index="number",
        on="date",
        account="text",
        account_zh="text",
        collateral_id="text",
        list_no="text",
        received="money",
        given="money",
        balance="money",
    ),
    answer=_answer,
)
