"""Small loans of a lender in Nigeria, 2016-2017: repeat customers, closed loans and open ones.

A loan is one payment on the day of approval and so many days: its principal and the fee that the
total due has beyond it.  A closed loan was repaid with its total due on the day of closing.

Source: SuperLender loan default data, Data Science Nigeria.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from attrs import define, field

from adapters.takeover.calls import Call, Item, Unread, or_unread, origin
from adapters.takeover.reading import Row, Unclear, cents, day, rows, table, whole
from domain.money import Money

SYSTEM: Final = "superlender_nigeria"
CURRENCY: Final = "NGN"
ON: Final = day("%Y-%m-%d %H:%M:%S.%f")
SETS: Final = ("train", "test")
CUSTOMERS, REPAYMENTS, STATEMENTS = "customers", "repayments", "statements"
CLOSED: Final = "closed"


@define
class Known:
    """What the rows say of the customers, by customer number."""

    since: dict[str, date] = field(factory=dict)
    seen: dict[str, str] = field(factory=dict)  # Where each customer is named first.
    particulars: defaultdict[str, list[tuple[str, Row]]] = field(factory=lambda: defaultdict(list))

    def note(self, row: Row) -> None:
        """Note that a row of a loan names a customer."""
        with suppress(Unclear):
            customer = row.text("customerid")
            self.seen.setdefault(customer, row.place)
            approved = row.read("approveddate", ON)
            self.since[customer] = min(self.since.get(customer, approved), approved)


def stated(reconciliation: Mapping[str, Any]) -> Mapping[str, int]:
    """Return how many of what the folder states."""
    parts = {name: reconciliation[name] for name in SETS}
    closed = sum(part["closed_loans"] for part in parts.values())
    opened = sum(part["open_loans"] for part in parts.values())
    return {
        CUSTOMERS: sum(part["open_customers"] for part in parts.values()),
        **{f"{name}demographics": part["demographics_rows"] for name, part in parts.items()},
        **{f"{name}prevloans": part["closed_loans"] for name, part in parts.items()},
        **{f"{name}perf": part["open_loans"] for name, part in parts.items()},
        REPAYMENTS: closed,
        STATEMENTS: closed + opened,
    }


def files(folder: Path, name: str) -> Iterator[Row]:
    """Yield the rows of one of the lender's tables."""
    return rows(table(folder, f"{name}.csv"))


def items(folder: Path) -> Iterator[Item]:
    """Yield the commands for the folder, in the order to send them."""
    known = Known()
    for name in (f"{part}{kind}" for kind in ("prevloans", "perf") for part in SETS):
        for row in files(folder, name):
            known.note(row)
    for part in SETS:
        for row in files(folder, f"{part}demographics"):
            yield from _noted(row, f"{part}demographics", known)
    for customer, place in known.seen.items():
        yield from _register(customer, place, known)
    for part in SETS:
        for row in files(folder, f"{part}prevloans"):
            what = (f"{part}prevloans", REPAYMENTS, STATEMENTS)
            yield from or_unread(row, what, _closed(row, what[0]))
    for part in SETS:
        for row in files(folder, f"{part}perf"):
            yield from or_unread(row, (f"{part}perf", STATEMENTS), _open(row, f"{part}perf"))


def our_id(number: str) -> str:
    """Return our number of a customer or a loan."""
    return f"superlender-{number}"


def _noted(row: Row, what: str, known: Known) -> Iterator[Item]:
    """Note a customer's particulars; a customer who is there twice is taken from the first row."""
    try:
        customer = row.text("customerid")
        known.seen.setdefault(customer, row.place)
    except Unclear as error:
        yield Unread(what=what, place=row.place, reason=str(error))
        return
    earlier = known.particulars[customer]
    if not earlier:
        earlier.append((what, row))
        return
    same = earlier[0][1].values == row.values
    reason = f"an earlier row of this customer says {'the same' if same else 'otherwise'}"
    yield Unread(what=what, place=row.place, reason=reason)


def _register(customer: str, place: str, known: Known) -> Iterator[Item]:
    particulars = known.particulars[customer]
    also = [what for what, _ in particulars]
    if customer not in known.since:
        for what in (CUSTOMERS, *also):
            reason = "no readable day says since when the customer is known"
            yield Unread(what=what, place=place, reason=reason)
        return
    fields = {
        "customer_id": our_id(customer),
        "kind": "natural_person",
        "name": f"customer {customer}",
        "others": [
            {"name": name, "value": value}
            for _, row in particulars
            for name, text in row.values.items()
            if name != "customerid" and (value := text.strip())
        ],
        "since": known.since[customer].isoformat(),
        "origin": origin(SYSTEM, place),
    }
    key = f"takeover:{SYSTEM}:{customer}"
    yield Call(
        what=CUSTOMERS, name="customer.register", fields=fields, key=key, place=place, also=also
    )


def _closed(row: Row, what: str) -> Iterator[Call]:
    """Yield that a loan was taken, repaid and closed."""
    yield _take_over(row, what)
    number, closed_on = row.text("systemloanid"), row.read("closeddate", ON)
    repayment = {
        "loan_id": our_id(number),
        "receipt_no": our_id(number),
        "amount": _money(row.read("totaldue", cents)),
        "value_date": closed_on.isoformat(),
        "origin": _origin(row),
    }
    days = {
        "first_due": row.read("firstduedate", ON),
        "first_repaid": row.read("firstrepaiddate", ON),
        "closed": closed_on,
    }
    yield _call(row, REPAYMENTS, "loan.record_repayment", repayment)
    yield _statement(row, CLOSED, closed_on, days)


def _open(row: Row, what: str) -> Iterator[Call]:
    """Yield that a loan was taken, and whether it was paid on time, as of the day it was due."""
    yield _take_over(row, what)
    status = row.text("good_bad_flag") if "good_bad_flag" in row.values else "open"
    yield _statement(row, status, _due_on(row), {})


def _take_over(row: Row, what: str) -> Call:
    principal, total = row.read("loanamount", cents), row.read("totaldue", cents)
    if total < principal:
        raise Unclear("totaldue: is less than loanamount")
    instalment = {
        "no": 1,
        "due_date": _due_on(row).isoformat(),
        "principal": _money(principal),
        "interest": _money(0),
        "fee": _money(total - principal),
    }
    fields = {
        "loan_id": our_id(row.text("systemloanid")),
        "customer_id": our_id(row.text("customerid")),
        "amount": _money(principal),
        "rate_yearly": None,
        "granted_on": row.read("approveddate", ON).isoformat(),
        "plan": [instalment],
        "origin": _origin(row),
    }
    return _call(row, what, "loan.take_over", fields)


def _statement(row: Row, status: str, as_of: date, days: Mapping[str, date]) -> Call:
    dates: Sequence[Mapping[str, str]] = [
        {"name": name, "day": on.isoformat()} for name, on in days.items()
    ]
    fields = {
        "loan_id": our_id(row.text("systemloanid")),
        "as_of": as_of.isoformat(),
        "status": status,
        "amounts": [],
        "dates": dates,
        "origin": _origin(row),
    }
    return _call(row, STATEMENTS, "loan.record_statement", fields)


def _due_on(row: Row) -> date:
    approved: date = row.read("approveddate", ON)
    return approved + timedelta(days=row.read("termdays", whole))


def _origin(row: Row) -> Mapping[str, str]:
    return origin(SYSTEM, f"{row.file}:{row.text('systemloanid')}")


def _call(row: Row, what: str, name: str, fields: Mapping[str, Any]) -> Call:
    key = f"takeover:{SYSTEM}:{row.file}:{row.text('systemloanid')}:{name}"
    return Call(what=what, name=name, fields=fields, key=key, place=row.place)


def _money(fen: int) -> str:
    return str(Money(fen, CURRENCY))
