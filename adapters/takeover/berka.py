"""The loans of a Czech bank, 1993-1998: clients, joint holders, loans and their repayments.

The files state no due days: an instalment of a plan falls due on the day of granting, so many
months on.  A loan's account is not kept; its owner is the borrower.

Source: P. Berka and M. Sochorova, PKDD'99 Discovery Challenge, the financial files.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from adapters.takeover.calls import Call, Item, or_unread, origin
from adapters.takeover.reading import Row, Unclear, cents, day, rows, table, whole
from domain.calendar import months_after
from domain.money import Money

SYSTEM: Final = "berka_pkdd99"
CURRENCY: Final = "CZK"
STATED_ON: Final = "1998-12-31"  # The status of every loan is as of this day.
ON: Final = day("%y%m%d")

CLIENTS, HOLDERS, LOANS = "clients", "joint holders", "loans"
STATEMENTS, REPAYMENTS = "statements", "repayments"


@frozen(kw_only=True)
class Accounts:
    """What hangs on the accounts, by account number; of client numbers and days."""

    opened: Mapping[str, date]
    owner: Mapping[str, str]
    account: Mapping[str, str]  # By client number.
    loan: Mapping[str, str]


def files(folder: Path, name: str) -> Iterator[Row]:
    """Yield the rows of one of the bank's tables."""
    return rows(table(folder, name), delimiter=";")


def accounts(folder: Path) -> Accounts:
    """Return what the rows about clients and loans need to know of accounts."""
    holders = [row for row in files(folder, "disp.csv") if not row.fault]
    loans = (row for row in files(folder, "loan.csv") if not row.fault)
    return Accounts(
        opened=dict(_opened(folder)),
        owner={
            row.text("account_id"): row.text("client_id")
            for row in holders
            if row.text("type") == "OWNER"
        },
        account={row.text("client_id"): row.text("account_id") for row in holders},
        loan={row.text("account_id"): row.text("loan_id") for row in loans},
    )


def _opened(folder: Path) -> Iterator[tuple[str, date]]:
    """Yield since when an account is open; whoever needs an account that is unclear will say so."""
    for row in files(folder, "account.csv"):
        with suppress(Unclear):
            yield row.text("account_id"), row.read("date", ON)


def stated(reconciliation: Mapping[str, Any]) -> Mapping[str, int]:
    """Return how many of what the folder states."""
    tables = reconciliation["full_tables"]
    return {
        CLIENTS: tables["clients"],
        HOLDERS: tables["dispositions"]["DISPONENT"],
        LOANS: tables["loans"],
        STATEMENTS: tables["loans"],
        REPAYMENTS: reconciliation["transaction_prefix"]["by_k_symbol_count"]["UVER"],
    }


def items(folder: Path) -> Iterator[Item]:
    """Yield the commands for all that is kept of the folder, in the order to send them."""
    known = accounts(folder)
    for row in files(folder, "client.csv"):
        yield from or_unread(row, (CLIENTS,), _client(row, known))
    for row in files(folder, "disp.csv"):
        if row.values.get("type") != "OWNER":
            yield from or_unread(row, (HOLDERS,), _holder(row, known))
    for row in files(folder, "loan.csv"):
        yield from or_unread(row, (LOANS, STATEMENTS), _loan(row, known))
    for row in files(folder, "trans_prefix.csv"):
        if row.values.get("k_symbol") == "UVER":
            yield from or_unread(row, (REPAYMENTS,), _repayment(row, known))


def our_id(number: str) -> str:
    """Return our number of a client or a loan."""
    return f"berka-{number}"


def _client(row: Row, known: Accounts) -> Iterator[Call]:
    client = row.text("client_id")
    others = [
        {"name": name, "value": value}
        for name in ("birth_number", "district_id")
        if (value := row.text(name))
    ]
    fields = {
        "customer_id": our_id(client),
        "kind": "natural_person",
        "name": f"client {client}",
        "others": others,
        "since": _since(client, known).isoformat(),
        "origin": origin(SYSTEM, f"client.csv:{client}"),
    }
    yield _call(row, CLIENTS, "customer.register", fields)


def _since(client: str, known: Accounts) -> date:
    """Return the day that the client's account was opened: the first that is known."""
    opened = known.opened.get(known.account.get(client, ""))
    if opened is None:
        raise Unclear("no account says since when the client is known")
    return opened


def _holder(row: Row, known: Accounts) -> Iterator[Call]:
    if row.text("type") != "DISPONENT":
        raise Unclear("type: is neither OWNER nor DISPONENT")
    account = row.text("account_id")
    fields = {
        "customer_id": our_id(_found(known.owner, account, "the account has no owner")),
        "other_id": our_id(row.text("client_id")),
        "relation": "joint_holder",
        "since": _found(known.opened, account, "there is no such account").isoformat(),
    }
    yield _call(row, HOLDERS, "customer.relate", fields)


def _loan(row: Row, known: Accounts) -> Iterator[Call]:
    loan, granted_on = row.text("loan_id"), row.read("date", ON)
    owner = _found(known.owner, row.text("account_id"), "the loan's account has no owner")
    mark = origin(SYSTEM, f"loan.csv:{loan}")
    fields = {
        "loan_id": our_id(loan),
        "customer_id": our_id(owner),
        "amount": _money(row.read("amount", cents)),
        "rate_yearly": None,
        "granted_on": granted_on.isoformat(),
        "plan": _plan(granted_on, row.read("duration", whole), row.read("payments", cents)),
        "origin": mark,
    }
    statement = {
        "loan_id": our_id(loan),
        "as_of": STATED_ON,
        "status": row.text("status"),
        "amounts": [],
        "origin": mark,
    }
    yield _call(row, LOANS, "loan.take_over", fields)
    yield _call(row, STATEMENTS, "loan.record_statement", statement)


def _plan(granted_on: date, months: int, payment: int) -> Sequence[Mapping[str, Any]]:
    return [
        {
            "no": no,
            "due_date": months_after(granted_on, no, granted_on.day).isoformat(),
            "principal": _money(payment),
            "interest": _money(0),
            "fee": _money(0),
        }
        for no in range(1, months + 1)
    ]


def _repayment(row: Row, known: Accounts) -> Iterator[Call]:
    number = row.text("trans_id")
    loan = _found(known.loan, row.text("account_id"), "the account has no loan to repay")
    fields = {
        "loan_id": our_id(loan),
        "receipt_no": f"berka-{number}",
        "amount": _money(row.read("amount", cents)),
        "value_date": row.read("date", ON).isoformat(),
        "origin": origin(SYSTEM, f"trans_prefix.csv:{number}"),
    }
    yield _call(row, REPAYMENTS, "loan.record_repayment", fields)


def _call(row: Row, what: str, name: str, fields: Mapping[str, Any]) -> Call:
    first = next(iter(row.values.values()))  # Every table begins with its own number.
    key = f"takeover:{SYSTEM}:{row.file}:{first}:{name}"
    return Call(what=what, name=name, fields=fields, key=key, place=row.place)


def _found(known: Mapping[str, Any], key: str, why: str) -> Any:
    if key not in known:
        raise Unclear(why)
    return known[key]


def _money(fen: int) -> str:
    return str(Money(fen, CURRENCY))
