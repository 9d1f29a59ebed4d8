"""The ledger as plain text that hledger or beancount read, add up and check.

Source: the hledger journal and the beancount language syntax, as their programs accept them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from attrs import frozen

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
    for _, lines in export_forms([form], ledger):
        yield from lines


def export_forms(
    forms: Sequence[str], ledger: Iterable[Row]
) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield (form, lines) piece by piece for several forms, from one reading of ledger rows."""
    for form in forms:
        if form not in FORMS:
            raise Unknown(f"there is no form {form!r}; there is {', '.join(FORMS)}")
        yield form, [_TITLE, *FORMS[form].head()]
    declared: set[str] = set()
    for first, rows in entries(ledger):
        new = sorted({row["currency"] for row in rows} - declared)
        declared.update(new)
        for form in forms:
            yield form, ["", *FORMS[form].entry(first, new), *_postings(rows)]


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


def _hledger_head() -> Iterator[str]:
    yield from (f"account {account_name(code)}  ; {CHART[code].name.zh}" for code in CHART)


def _hledger(first: Row, new: Iterable[str]) -> Iterator[str]:
    yield from (f"commodity 1000.00 {currency}" for currency in new)
    reference = f" {first['reference']}" if first["reference"] else ""
    yield f"{first['on']} loan {first['loan_id']}{reference}  ; index:{first['index']}"


def _beancount_head() -> Iterator[str]:
    yield from (f"1900-01-01 open {account_name(code)}" for code in CHART)


def _beancount(first: Row, _new: Iterable[str]) -> Iterator[str]:
    yield f'{first["on"]} * "loan {first["loan_id"]}" "{first["reference"]}"'
    yield f'  index: "{first["index"]}"'


@frozen
class Form:
    """How a program writes what comes first, and the head of an entry; new names currencies."""

    head: Callable[[], Iterable[str]]
    entry: Callable[[Row, Iterable[str]], Iterable[str]]


_TITLE: Final = "; Loanfold: the general ledger, debit > 0, credit < 0"
FORMS: Final[Mapping[str, Form]] = {
    "hledger": Form(_hledger_head, _hledger),
    "beancount": Form(_beancount_head, _beancount),
}
