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
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from attrs import define, field

from adapters.storage.view_feed import BATCH
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
TOP_BLOCKS = '_block" WHERE level = (SELECT MAX(level) FROM "posting_1_block") GROUP BY 1, 2'
TERMS = Terms(
    amount_min=Money(1),
    amount_max=Money(10**12),
    instalments_max=360,
    rate_min=Rate(0),
    rate_max=Rate.parse("24%"),
    methods=tuple(RepaymentMethod),
    customer_kinds=tuple(CustomerKind),
)

Ask = Callable[[], Any]


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

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
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
        event = event_of(loan, step)
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


def event_of(loan: int, step: int) -> Any:
    """Return what happens to a loan and its customer in a step."""
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


@define
class Measured:
    """Views built from generated facts, and the same file opened without them as a floor."""

    store: ViewStore
    raw: sqlite3.Connection
    journal: GeneratedJournal
    loans: int
    chance: random.Random = field(factory=lambda: random.Random(1))

    def name(self, table: str) -> str:
        """Return a table's name in the file."""
        sql = "SELECT name || '_' || generation FROM view_table WHERE name = ? AND live"
        name: str = self.raw.execute(sql, (table,)).fetchone()[0]
        return name

    def known_by(self) -> str:
        """Return an index in the last tenth of the log."""
        facts = self.journal.head() + 1
        return str(self.chance.randrange(facts * 9 // 10, facts))

    def one(self, view: str, parameter: str, sign: str) -> Ask:
        """Ask a view of one thing, of those that were there by the day."""

        def ask() -> Any:
            number = self.chance.randrange(self.loans)
            early = number - number % DAYS + number % (DAYS // 2)
            query = {
                parameter: f"{sign}{early:06d}",
                "in_effect_on": "2023-06-30",
                "known_by": self.known_by(),
            }
            return self.store.read(view, query, self.journal, FIRST)

        return ask

    def page(self, view: str, limit: int) -> Ask:
        """Ask a view for a page somewhere."""
        sign = {"loan_register": "L", "customers": "C"}.get(view)

        def ask() -> Any:
            after = f"{sign}{self.chance.randrange(self.loans):06d}" if sign else ""
            query = {"limit": str(limit), "in_effect_on": "2023-06-30", "after": after}
            return self.store.read(view, query, self.journal, FIRST)

        return ask

    def balance(self) -> Any:
        """Ask for the trial balance on any two dates."""
        day = FIRST + timedelta(days=self.chance.randrange(DAYS + 200))
        query = {"in_effect_on": day.isoformat(), "known_by": self.known_by()}
        return self.store.read("trial_balance", query, self.journal, FIRST)

    def balance_now(self) -> Any:
        """Ask for the trial balance as it is."""
        return self.store.read("trial_balance", {}, self.journal, date(2024, 1, 1))

    def rows(self, sign: str) -> Ask:
        """Select the bare rows of one stream."""
        sql = f'SELECT * FROM "{self.name("history")}" WHERE stream = ?'

        def ask() -> Any:
            named = f"{sign}{self.chance.randrange(self.loans):06d}"
            return self.raw.execute(sql, (named,)).fetchall()

        return ask

    def select(self, columns: str, rest: str) -> Ask:
        """Select bare sums of postings."""
        sql = f'SELECT {columns} FROM "{self.name("posting")}{rest}'
        return lambda: self.raw.execute(sql).fetchall()


def built(path: Path, journal: GeneratedJournal, loans: int) -> Iterator[str]:
    """Build the views, and yield how long they take to build and to answer."""
    facts = journal.head() + 1
    began = perf_counter()
    for after in range(-1, facts - 1, BATCH):
        journal.facts(after, BATCH)
    yield f"making {facts:,} facts, part of the next figure: {perf_counter() - began:.1f} s"
    began = perf_counter()
    store = ViewStore(path)
    store.catch_up(journal)
    spent = perf_counter() - began
    measured = Measured(store, sqlite3.connect(path), journal, loans)
    names = {status.table: measured.name(status.table) for status in store.status()}
    counts = {
        table: measured.raw.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]
        for table, name in names.items()
    }
    rows = sum(counts.values())
    yield f"{facts:,} facts into {rows:,} rows, {path.stat().st_size / 2**20:,.0f} MiB: {counts}"
    yield f"{spent:.1f} s, {facts / spent:,.0f} facts/s, {rows / spent:,.0f} rows/s"
    for what, ask, times in _questions(measured):
        yield _timed(what, ask, times)
    store.close()


def _questions(of: Measured) -> Iterator[tuple[str, Ask, int]]:
    sums = "account, currency, SUM(debit), SUM(credit)"
    yield "floor: rows of one loan", of.rows("loan-L"), 50
    yield "loan_register, one loan", of.one("loan_register", "loan_id", "L"), 50
    yield "loan_statement", of.one("loan_statement", "loan_id", "L"), 50
    yield "archive, one loan", of.one("archive", "file_id", "loan-L"), 50
    yield "audit_trail, one loan", of.one("audit_trail", "stream", "loan-L"), 50
    yield "floor: rows of one customer", of.rows("customer-C"), 50
    yield "customer_card", of.one("customer_card", "customer_id", "C"), 50
    yield "loan_register, page of 100", of.page("loan_register", 100), 20
    yield "customers, page of 100", of.page("customers", 100), 20
    yield "ledger, page of 100", of.page("ledger", 100), 20
    yield "audit_trail, page of 100", of.page("audit_trail", 100), 20
    yield "floor: sums of the largest full blocks", of.select(sums, TOP_BLOCKS), 50
    yield "trial_balance, any two dates", of.balance, 50
    yield "trial_balance, now", of.balance_now, 50
    yield "  floor without blocks: sum of all postings", of.select(sums, '" GROUP BY 1, 2'), 3


def _timed(what: str, ask: Ask, times: int) -> str:
    spent = []
    for _ in range(times):
        began = perf_counter()
        ask()
        spent.append(1000 * (perf_counter() - began))
    return f"{what:48} median {statistics.median(spent):8.2f} ms, worst {max(spent):8.2f} ms"


def main() -> None:
    """Measure with 100,000 loans, or as many as asked for."""
    loans = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        for line in built(Path(folder, "views"), GeneratedJournal(loans), loans):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
