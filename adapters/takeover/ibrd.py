"""The statements of loans of the World Bank's IBRD, as of three days.

A loan is taken over from the first statement that names it, with the borrower named there.  The
balances of each statement stay as stated, in whole cents, half away from zero.

Source: World Bank Group Finances, IBRD Statement of Loans and Guarantees.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import define, evolve, field

from adapters.takeover.calls import Call, Item, or_unread, origin
from adapters.takeover.reading import Row, Unclear, day, rounded_cents, rows, table
from domain.money import Money
from domain.rate import Rate

SYSTEM: Final = "ibrd_loans"
CURRENCY: Final = "USD"
# Part of the reconciliation -> the form of its days; in order of time.
PARTS: Final[Mapping[str, str]] = {
    "2020-11-30": "%Y-%m-%dT%H:%M:%S.%f",
    "2023-05-31": "%m/%d/%Y %I:%M:%S %p",
    "2025-09-30_partial": "%m/%d/%Y",
}
# Our name -> the column.
AMOUNTS: Final[Mapping[str, str]] = {
    "original": "Original Principal Amount",
    "cancelled": "Cancelled Amount",
    "undisbursed": "Undisbursed Amount",
    "disbursed": "Disbursed Amount",
    "repaid": "Repaid to IBRD",
    "due": "Due to IBRD",
    "exchange_adjustment": "Exchange Adjustment",
    "obligation": "Borrower Obligation",
    "sold": "Sold 3rd Party",
    "repaid_third_party": "Repaid 3rd Party",
    "due_third_party": "Due 3rd Party",
    "held": "Loans Held",
}
DATES: Final[Mapping[str, str]] = {
    "first_repayment": "First Repayment Date",
    "last_repayment": "Last Repayment Date",
    "signed": "Agreement Signing Date",
    "approved": "Board Approval Date",
    "effective": "Effective Date (Most Recent)",
    "closed": "Closed Date (Most Recent)",
    "last_disbursement": "Last Disbursement Date",
}
BORROWERS, LOANS = "borrowers", "loans"

Borrower = tuple[str, str]  # Country and name; the name may be missing.


@define
class Known:
    """What was found in the rows so far."""

    since: dict[Borrower, date] = field(factory=dict)
    found: dict[Borrower, str] = field(factory=dict)  # Where each borrower is named first.
    loans: set[str] = field(factory=set)


def statements(part: str) -> str:
    """Return what the statements of a part are counted as."""
    return f"statements of {part}"


def stated(reconciliation: Mapping[str, Any]) -> Mapping[str, int]:
    """Return how many of what the folder states."""
    first, *later = PARTS
    added = [
        figures["only_in_later"]
        for name, figures in reconciliation.items()
        if name.startswith("delta_")
    ]
    return {
        LOANS: reconciliation[first]["loans"] + sum(added),
        **{statements(part): reconciliation[part]["loans"] for part in (first, *later)},
    }


def snapshot(folder: Path, part: str) -> Iterator[Row]:
    """Yield the rows of a part, under the names of columns that all parts share."""
    for row in rows(table(folder, f"snapshot_{part}.csv")):
        yield evolve(row, values={_column(name): text for name, text in row.values.items()})


def _column(name: str) -> str:
    plain = re.sub(r"[_ ]+", " ", name).strip()
    plain = re.sub(r"Borrower'?s Obligation", "Borrower Obligation", plain)
    return plain.replace("/Economy", "").replace("Third Party", "3rd Party")


def items(folder: Path) -> Iterator[Item]:
    """Yield the commands for the folder, in the order to send them."""
    known = Known()
    for part, form in PARTS.items():
        for row in snapshot(folder, part):
            _note(row, day(form), known)
    for borrower in known.since:
        yield _register(borrower, known)
    for part, form in PARTS.items():
        for row in snapshot(folder, part):
            new = row.values.get("Loan Number", "") not in known.loans
            what = (LOANS, statements(part)) if new else (statements(part),)
            yield from or_unread(row, what, _loan(row, part, day(form), known))


def borrower_of(row: Row) -> Borrower:
    """Return who borrows."""
    return row.text("Country"), row.text("Borrower")


def customer_id(borrower: Borrower) -> str:
    """Return our number of a borrower, whom the files do not number."""
    return f"ibrd-{hashlib.sha256('|'.join(borrower).encode()).hexdigest()[:20]}"


def loan_id(row: Row) -> str:
    """Return our number of a loan."""
    return f"ibrd-{row.text('Loan Number')}"


def _note(row: Row, read: Callable[[str], date], known: Known) -> None:
    """Note since when a borrower is known; rows that are unclear are told of as loans."""
    try:
        borrower, approved = borrower_of(row), row.read(DATES["approved"], read)
    except Unclear:
        return
    known.since[borrower] = min(known.since.get(borrower, approved), approved)
    known.found.setdefault(borrower, row.place)


def _register(borrower: Borrower, known: Known) -> Call:
    country, name = borrower
    place, customer = known.found[borrower], customer_id(borrower)
    fields = {
        "customer_id": customer,
        "kind": "enterprise",
        "name": name or f"{country} (borrower not stated)",
        "others": [{"name": "country", "value": country}],
        "since": known.since[borrower].isoformat(),
        "origin": origin(SYSTEM, place),
    }
    key = f"takeover:{SYSTEM}:{customer}:customer.register"
    return Call(what=BORROWERS, name="customer.register", fields=fields, key=key, place=place)


def _loan(row: Row, part: str, read: Callable[[str], date], known: Known) -> Iterator[Call]:
    number, loan = row.text("Loan Number"), loan_id(row)
    mark = origin(SYSTEM, f"{row.file}:{number}")
    statement = {
        "loan_id": loan,
        "as_of": row.read("End of Period", read).isoformat(),
        "status": row.text("Loan Status"),
        "amounts": [
            {"name": name, "amount": _money(row, column)} for name, column in AMOUNTS.items()
        ],
        "dates": [
            {"name": name, "day": row.read(column, read).isoformat()}
            for name, column in DATES.items()
            if row.text(column)
        ],
        "origin": mark,
    }
    key = f"takeover:{SYSTEM}:{part}:{number}"
    if number not in known.loans:
        fields = {
            "loan_id": loan,
            "customer_id": customer_id(borrower_of(row)),
            "amount": _money(row, AMOUNTS["original"]),
            "rate_yearly": row.read("Interest Rate", _rate),
            "granted_on": row.read(DATES["approved"], read).isoformat(),
            "plan": [],
            "origin": mark,
        }
        name = "loan.take_over"
        yield Call(what=LOANS, name=name, fields=fields, key=f"{key}:{name}", place=row.place)
        known.loans.add(number)
    name = "loan.record_statement"
    what = statements(part)
    yield Call(what=what, name=name, fields=statement, key=f"{key}:{name}", place=row.place)


def _money(row: Row, column: str) -> str:
    return str(Money(row.read(column, rounded_cents), CURRENCY))


def _rate(text: str) -> str | None:
    """Return a rate as it is written; None where none is stated."""
    return str(Rate.parse(f"{text}%")) if text else None
