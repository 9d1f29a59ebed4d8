"""Measure the views: python -m tests.bench_views [loans] [folder].

Facts are generated and fed straight to the store: each loan has a customer, an agreement, a
disbursement and six receipts, one loan in ten has its receipts known forty days late.  Times are
printed beside a floor: the bare SELECT of the same rows from the same file.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from adapters.storage.views import ViewStore
from domain.catalogue import EVENT_NAMES
from domain.customer.events import CustomerRegistered
from domain.fields import effective_on
from domain.kinds import CustomerKind, RepaymentMethod
from domain.loan.events import LoanAgreed, LoanDisbursed, RepaymentRecorded
from domain.loan.values import Instalment, Split
from domain.money import Money
from domain.rate import Rate
from domain.recorded import Context, Fact
from domain.terms import Terms

FIRST = date(2020, 1, 1)
DAYS = 1_000  # On which loans begin.
OFFSETS = (0, 0, 1, 31, 61, 91, 121, 151, 181)
LATE = 40
PART = 1_000_00
TERMS = Terms(
    amount_min=Money(1),
    amount_max=Money(10**12),
    instalments_max=360,
    rate_min=Rate(0),
    rate_max=Rate.parse("24%"),
    methods=tuple(RepaymentMethod),
    customer_kinds=tuple(CustomerKind),
)


class GeneratedJournal:
    """A journal whose facts are made when they are asked for."""

    def __init__(self, loans: int) -> None:
        """Order the steps of all loans by the day on which they become known."""
        known = [
            (loan % DAYS + offset + (LATE if step > 2 and loan % 10 == 0 else 0), loan, step)
            for loan in range(loans)
            for step, offset in enumerate(OFFSETS)
        ]
        self._order = sorted(known)

    def facts(self, after: int, limit: int) -> Sequence[Fact]:
        """Return facts with an index greater than after, in order."""
        last = min(after + 1 + limit, len(self._order))
        return [self._fact(index) for index in range(after + 1, last)]

    def head(self) -> int:
        """Return the last index."""
        return len(self._order) - 1

    def index_at(self, moment: datetime) -> int:
        """Return the last index recorded at a moment or before."""
        days = (moment.date() - FIRST).days
        return sum(known <= days for known, _, _ in self._order) - 1

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say."""
        return dict.fromkeys(refs, "某人")

    def _fact(self, index: int) -> Fact:
        known, loan, step = self._order[index]
        at = datetime.combine(FIRST + timedelta(days=known), time(9), UTC)
        stream = f"customer-C{loan:06d}" if step == 0 else f"loan-L{loan:06d}"
        event = _event(loan, step)
        return Fact(
            index=index,
            recorded_at=at,
            stream=stream,
            version=max(step, 1),
            name=EVENT_NAMES[type(event)],
            event=event,
            context=Context(command_id=f"cmd-{index}", actor="teller", at=at, today=at.date()),
            on=effective_on(event) or at.date(),
        )


def _event(loan: int, step: int) -> Any:
    day = FIRST + timedelta(days=loan % DAYS + OFFSETS[step])
    if step == 0:
        return _registered(f"customer-C{loan:06d}", day)
    if step == 1:
        return LoanAgreed(
            customer_id=f"C{loan:06d}",
            product_id="P1",
            amount=Money(12 * PART),
            rate_yearly=Rate.parse("6%"),
            method=RepaymentMethod.EQUAL_PRINCIPAL,
            instalments=12,
            due_day=20,
            signed_on=day,
            terms=TERMS,
            terms_source="circular",
        )
    if step == 2:
        amount = Money(12 * PART)
        return LoanDisbursed(amount=amount, value_date=day, reference=f"D{loan}", plan=_plan(day))
    interest, zero = Money((15 - step) * PART // 200), Money(0)
    paid = Split(fee=zero, penalty=zero, interest=interest, principal=Money(PART), excess=zero)
    return RepaymentRecorded(
        receipt_no=f"R{loan}-{step}",
        amount=paid.total,
        value_date=day,
        paid=paid,
        restated=(),
        plan=(),
        origin=None,
        findings=(),
    )


def _registered(stream: str, day: date) -> CustomerRegistered:
    return CustomerRegistered(
        kind=CustomerKind.NATURAL_PERSON,
        name=f"sealed:{stream}@1#/name",
        document=None,
        phone=f"sealed:{stream}@1#/phone",
        address=f"sealed:{stream}@1#/address",
        others=(),
        since=day,
        origin=None,
        findings=(),
    )


@cache
def _plan(day: date) -> tuple[Instalment, ...]:
    return tuple(
        Instalment(
            no=no,
            due_date=day + timedelta(days=30 * no),
            principal=Money(PART),
            interest=Money((13 - no) * PART // 200),
            fee=Money(0),
        )
        for no in range(1, 13)
    )


def measure(path: Path, journal: GeneratedJournal, loans: int) -> None:
    """Build the views, and print how long they take to build and to answer."""
    began = perf_counter()
    for after in range(-1, journal.head(), 1_000):
        journal.facts(after, 1_000)
    print(f"making {journal.head() + 1:,} facts alone: {perf_counter() - began:.1f} s")
    began = perf_counter()
    store = ViewStore(path)
    store.catch_up(journal)
    spent = perf_counter() - began
    raw = sqlite3.connect(path)
    names = {s.table: _name(raw, s.table) for s in store.status()}
    rows = {t: raw.execute(f'SELECT COUNT(*) FROM "{n}"').fetchone()[0] for t, n in names.items()}
    facts, lines = journal.head() + 1, sum(rows.values())
    print(f"built {facts:,} facts into {lines:,} rows in {spent:.1f} s:", end=" ")
    print(f"{facts / spent:,.0f} facts/s, {lines / spent:,.0f} rows/s", end=", ")
    print(f"{path.stat().st_size / 2**20:,.0f} MiB", rows)
    chance = random.Random(1)
    history = names.get("history") or names["act"]

    def dates() -> dict[str, str]:
        day = FIRST + timedelta(days=chance.randrange(DAYS + 200))
        known_by = chance.randrange(facts * 9 // 10, facts)
        return {"in_effect_on": day.isoformat(), "known_by": str(known_by)}

    def one(view: str, parameter: str, sign: str) -> Callable[[], Any]:
        def ask() -> Any:
            loan = chance.randrange(loans // 2)
            query = {parameter: f"{sign}{loan:06d}", "in_effect_on": "2023-06-30"}
            known_by = chance.randrange(facts * 9 // 10, facts)
            query["known_by"] = str(known_by)
            return store.read(view, query, journal, FIRST)

        return ask

    def floor(sign: str) -> Callable[[], Any]:
        def ask() -> Any:
            stream = f"{sign}{chance.randrange(loans):06d}"
            sql = f'SELECT * FROM "{history}" WHERE stream = ?'
            return raw.execute(sql, (stream,)).fetchall()

        return ask

    def page(view: str, limit: int) -> Callable[[], Any]:
        after = {"loan_register": "L", "customers": "C"}.get(view)

        def ask() -> Any:
            start = {"after": f"{after}{chance.randrange(loans):06d}"} if after else {}
            query = {"limit": str(limit), "in_effect_on": "2023-06-30", **start}
            return store.read(view, query, journal, FIRST)

        return ask

    posting = names["posting"]
    whole = f'SELECT account, currency, SUM(debit), SUM(credit) FROM "{posting}" GROUP BY 1, 2'
    blocks = f'SELECT account, SUM(debit) FROM "{posting}_block" WHERE level = 1 GROUP BY 1'
    _print("floor: one loan, bare SELECT", floor("loan-L"))
    _print("loan_register, one loan", one("loan_register", "loan_id", "L"))
    _print("loan_statement", one("loan_statement", "loan_id", "L"))
    _print("archive, one loan", one("archive", "file_id", "loan-L"))
    _print("audit_trail, one loan", one("audit_trail", "stream", "loan-L"))
    _print("floor: one customer, bare SELECT", floor("customer-C"))
    _print("customer_card", one("customer_card", "customer_id", "C"))
    _print("loan_register, page of 100", page("loan_register", 100))
    _print("customers, page of 100", page("customers", 100))
    _print("ledger, page of 100", page("ledger", 100))
    _print("audit_trail, page of 100", page("audit_trail", 100))
    _print("floor: bare SUM over the blocks of one level", lambda: raw.execute(blocks).fetchall())
    _print("trial_balance", lambda: store.read("trial_balance", dates(), journal, FIRST))
    _print("trial_balance, now", lambda: store.read("trial_balance", {}, journal, date(2024, 1, 1)))
    _print("  without blocks: bare SUM of all", lambda: raw.execute(whole).fetchall(), times=3)
    store.close()


def _name(raw: sqlite3.Connection, table: str) -> str:
    sql = "SELECT name || '_' || generation FROM view_table WHERE name = ? AND live"
    name: str = raw.execute(sql, (table,)).fetchone()[0]
    return name


def _print(what: str, ask: Callable[[], Any], times: int = 30) -> None:
    spent = []
    for _ in range(times):
        began = perf_counter()
        ask()
        spent.append(1000 * (perf_counter() - began))
    print(f"{what:48} median {statistics.median(spent):8.2f} ms, worst {max(spent):8.2f} ms")


def main() -> None:
    """Measure with 100,000 loans, or as many as asked for."""
    loans = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        measure(Path(folder, "views"), GeneratedJournal(loans), loans)


if __name__ == "__main__":
    main()
