"""The trial balance: turnover and balance of each account; the last line of a currency is zero.

A balance is debit - credit; credit balances are negative.
"""

from collections.abc import Iterator
from typing import Any, Final

from domain.labels import Label
from domain.money import Money
from projections.chart import CHART
from projections.postings import POSTINGS
from projections.view import Answer, Question, Reader, View, columns

_TOTAL: Final = Label("合计", "total")


def _answer(reader: Reader, _question: Question) -> Answer:
    sums = [
        (account, code, debit, credit)
        for (account, code), (debit, credit) in reader.totals(POSTINGS)
    ]
    currencies = sorted({code for _, code, _, _ in sums})
    return Answer(rows=[row for code in currencies for row in _of_currency(sums, code)])


def _of_currency(sums: list[tuple[str, str, int, int]], currency: str) -> Iterator[dict[str, Any]]:
    """Yield a row for each account of a currency, and their total under no account."""
    own = [(account, debit, credit) for account, code, debit, credit in sums if code == currency]
    for account, debit, credit in own:
        yield _row(account, CHART[account].name, Money(debit, currency), Money(credit, currency))
    debit, credit = sum(debit for _, debit, _ in own), sum(credit for _, _, credit in own)
    yield _row("", _TOTAL, Money(debit, currency), Money(credit, currency))


def _row(account: str, name: Label, debit: Money, credit: Money) -> dict[str, Any]:
    return {
        "account": account,
        "account_zh": name.zh,
        "account_en": name.en,
        "currency": debit.currency,
        "debit": str(debit),
        "credit": str(credit),
        "balance": str(debit - credit),
    }


TRIAL_BALANCE: Final = View(
    name="trial_balance",
    title=Label("试算平衡表", "trial balance"),
    tables=(POSTINGS,),
    columns=columns(
        account="text",
        account_zh="text",
        account_en="text",
        currency="text",
        debit="money",
        credit="money",
        balance="money",
    ),
    answer=_answer,
)
