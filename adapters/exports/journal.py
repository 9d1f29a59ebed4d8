"""The ledger as plain text that hledger or beancount read, add up and check.

Source: the hledger journal and the beancount language syntax, as their programs accept them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from adapters.problems import Unknown
from projections.chart import CHART

Row = Mapping[str, Any]  # A row of the ledger view.

# The first digit of an account's code says what it is, in the ministry's chart.
_ROOTS: Final = {"1": "Assets", "2": "Liabilities", "3": "Equity", "6": "Income"}


def account_name(code: str) -> str:
    """Return an account as both programs name it: "Assets:1303-Loans"."""
    words = "".join(c if c.isalnum() else " " for c in CHART[code].name.en).split()
    title = "-".join(word.capitalize() for word in words)
    return f"{_ROOTS[code[0]]}:{code.replace('.', '-')}-{title}"


def export(form: str, ledger: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a journal in a form, "hledger" or "beancount", from ledger rows."""
    if form not in FORMS:
        raise Unknown(f"there is no form {form!r}; there is {', '.join(FORMS)}")
    return FORMS[form](ledger)


def entries(ledger: Iterable[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield the postings of each entry; those of one event, day and reference balance."""
    for _, postings in groupby(ledger, _entry):
        rows = list(postings)
        yield rows[0], rows


def _entry(row: Row) -> tuple[Any, ...]:
    return row["index"], row["on"], row["loan_id"], row["reference"]


def _postings(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield f"    {account_name(row['account'])}  {row['amount']}"


def _hledger(ledger: Iterable[Row]) -> Iterator[str]:
    yield "; Loanfold: the general ledger, debit > 0, credit < 0"
    yield from (f"account {account_name(code)}  ; {CHART[code].name.zh}" for code in CHART)
    declared: set[str] = set()
    for first, rows in entries(ledger):
        yield ""
        for currency in sorted({row["currency"] for row in rows} - declared):
            declared.add(currency)
            yield f"commodity 1000.00 {currency}"
        reference = f" {first['reference']}" if first["reference"] else ""
        yield f"{first['on']} loan {first['loan_id']}{reference}  ; index:{first['index']}"
        yield from _postings(rows)


def _beancount(ledger: Iterable[Row]) -> Iterator[str]:
    yield "; Loanfold: the general ledger, debit > 0, credit < 0"
    yield from (f"1900-01-01 open {account_name(code)}" for code in CHART)
    for first, rows in entries(ledger):
        yield ""
        yield f'{first["on"]} * "loan {first["loan_id"]}" "{first["reference"]}"'
        yield f'  index: "{first["index"]}"'
        yield from _postings(rows)


FORMS: Final[Mapping[str, Callable[[Iterable[Row]], Iterator[str]]]] = {
    "hledger": _hledger,
    "beancount": _beancount,
}
