"""The general ledger as files of the AICPA Audit Data Standard, in JSON.

They are the journal with its lines, the accounts, the trial balance and the entity.

Source: AICPA Audit Data Standards, AuditData-API (GLDetails, GLChartOfAccounts, GLAccountBalances,
Entities).  Amounts are JSON numbers with two decimals, debit > 0 and credit < 0; an entry that a
later record undid is not marked, since nothing is edited: the entry that undoes it follows.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from adapters.exports.files import new_folder, write
from adapters.exports.journal import Row, entries
from adapters.exports.source import Source
from adapters.pinned import Dates
from adapters.problems import Unreadable
from adapters.report import Progress
from projections.chart import CHART
from projections.ledger import LEDGER
from projections.trial_balance import TRIAL_BALANCE

PERSON_LONGEST: Final = 25  # Characters that the standard gives a person's id.
_TYPES: Final = {"1": "Asset", "2": "Liability", "3": "Equity", "6": "Revenue"}
SOURCE: Final = "Loanfold"


def write_audit_standard(
    source: Source, to: Path, dates: Dates, *, begin: str | None, progress: Progress
) -> Mapping[str, int]:
    """Write the files into a new folder; return how many things each holds.

    begin is the first day of the period (None: of the year); the journal holds what counts in it.
    """
    first = _first_day(begin, dates.day)
    counts: dict[str, int] = {}
    with new_folder(to) as folder:
        files = {
            "entities": _entities(source),
            "gl_accounts": _accounts(source),
            "gl_journal": _journal(source, first, dates),
            "gl_balances": _balances(source, first, dates),
        }
        for done, (name, things) in enumerate(files.items(), start=1):
            write(folder / f"{name}.json", _array(things, name, counts))
            progress("files", done, len(files))
    return counts


def _first_day(begin: str | None, day: date) -> date:
    try:
        first = date.fromisoformat(begin) if begin else day.replace(month=1, day=1)
    except ValueError as error:
        raise Unreadable((f"--from: {begin!r} is no day like 2026-01-31",)) from error
    if first > day:
        raise Unreadable((f"--from: {first} is after the last day, {day}",))
    return first


def _entities(source: Source) -> Iterator[dict[str, Any]]:
    name, _ = source.institution()
    yield {"entityName": name, "entityIdentifier": name}


def _accounts(source: Source) -> Iterator[dict[str, Any]]:
    entity, _ = source.institution()
    for code, account in CHART.items():
        yield {
            "entityIdentifier": entity,
            "glAccountNumber": code,
            "glAccountName": account.name.zh,
            "glAccountDescription": account.name.en,
            "accountType": _TYPES[code[0]],
            "sourceSystem": SOURCE,
        }


def _journal(source: Source, first: date, dates: Dates) -> Iterator[dict[str, Any]]:
    entity, _ = source.institution()
    counts: dict[int, int] = {}
    for head, rows in entries(source.ask(LEDGER, {}, dates)):
        # An entry of a record is numbered whether or not it counts in the period.
        counts = {head["index"]: counts.get(head["index"], 0) + 1}
        if head["on"] >= first.isoformat():
            yield _entry(source, entity, counts[head["index"]], rows)


def _entry(source: Source, entity: str, no: int, rows: list[Row]) -> dict[str, Any]:
    head, event = rows[0], source.event(rows[0]["index"])
    people = {"enteredBy": event.actor, "approvedBy": event.approval[0] if event.approval else ""}
    return {
        "journalId": f"{event.index}.{no}",
        "fiscalYear": head["on"][:4],
        "period": f"M{int(head['on'][5:7])}",
        "effectiveDate": head["on"],
        "jeHeaderDescription": f"{event.event} {head['loan_id']} {head['reference']}".rstrip(),
        "source": event.event.partition(".")[0],
        "entityIdentifier": entity,
        "enteredDate": event.recorded_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        **({"businessUnitCode": event.branch} if _short(event.branch) else {}),
        **{name: who for name, who in people.items() if _short(who)},
        "sourceSystem": SOURCE,
        "glLineItems": [_line(n, row) for n, row in enumerate(rows, start=1)],
    }


def _short(text: str | None) -> bool:
    """Tell whether a text fits; one that does not is left out, and stands in the journal itself."""
    return bool(text) and len(text or "") <= PERSON_LONGEST


def _line(no: int, row: Row) -> dict[str, Any]:
    amount, currency = Decimal(row["amount"].split()[0]), row["currency"]
    return {
        "glAccountNumber": row["account"],
        "journalIdLineNumber": str(no),
        "jeLineDescription": row["account_zh"],
        "functionalAmount": amount,
        "functionalCurrency": currency,
        "transactionAmount": amount,
        "transactionCurrency": currency,
    }


def _balances(source: Source, first: date, dates: Dates) -> Iterator[dict[str, Any]]:
    entity, _ = source.institution()
    eve = evolve(dates, day=first - timedelta(days=1), named=True)
    before = {_key(row): row for row in source.ask(TRIAL_BALANCE, {}, eve)}
    for row in source.ask(TRIAL_BALANCE, {}, evolve(dates, named=True)):
        if row["account"]:
            earlier = before.get(_key(row))
            yield {
                "glAccountNumber": row["account"],
                "entityIdentifier": entity,
                "balanceAsOfDate": dates.day.isoformat(),
                "fiscalYear": str(dates.day.year),
                "period": f"M{dates.day.month}",
                "amountBeginning": _number(earlier["balance"] if earlier else "0.00"),
                "amountCurrency": row["currency"],
                "amountEnding": _number(row["balance"]),
                "budgetFlag": "actual",
                "sourceSystem": SOURCE,
            }


def _key(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["account"], row["currency"]


def _number(text: str) -> Decimal:
    return Decimal(text.split()[0])


def _array(things: Iterable[Any], name: str, counts: dict[str, int]) -> Iterator[bytes]:
    """Yield a JSON array, an element a line, and count its elements."""
    counts[name] = 0
    for thing in things:
        yield (",\n" if counts[name] else "[\n").encode() + _json(thing).encode()
        counts[name] += 1
    yield b"\n]\n" if counts[name] else b"[]\n"


def _json(value: Any) -> str:
    """Return a value as JSON; an amount is a number with the decimals that it has."""
    match value:
        case Decimal():
            return f"{value:f}"
        case dict():
            return "{" + ",".join(f"{json.dumps(n)}:{_json(v)}" for n, v in value.items()) + "}"
        case list():
            return "[" + ",".join(map(_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
