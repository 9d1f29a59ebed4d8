"""Measure who hangs together, and exposure against capital, with 100,000 customers.

Facts are generated: each customer has a loan that is paid out; every fourth is married to the next,
of every hundred four are a group and three guarantee one another in a ring, and the first 2,000 are
one web of guarantees.  Times stand beside floors: bare rows, or bare sums, of the same file.
"""

import random
import resource
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from attrs import evolve, frozen

from adapters.graph.relations import RelationGraph
from adapters.storage.views import ViewStore
from domain.catalogue import EVENT_NAMES
from domain.customer.events import CustomerRelated
from domain.customer.values import Relation
from domain.customer_group.events import CustomerGroupFormed
from domain.facts.customer_group import GroupReason
from domain.fields import effective_on
from domain.money import Money
from domain.policy.events import CapitalRecorded
from domain.recorded import Context, Fact
from tests.bench_views import FIRST, event_of

DAY: Final = date(2024, 6, 30)
AT: Final = datetime(2024, 1, 1, tzinfo=UTC)
WEB: Final = 2_000
CAPITAL: Final = CapitalRecorded(
    as_of=FIRST, net_capital=Money(10**12), net_tier1=Money(9 * 10**11), source="Return"
)
Ask = Callable[[], Any]


@frozen
class Bank:
    """A journal of so many customers, whose facts are made when they are asked for."""

    customers: int

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts with an index greater than after, in order."""
        last = min(after + 1 + limit, self.head() + 1)
        made = [self._fact(index) for index in range(after + 1, last)]
        return [one for one in made[:-1] if names is None or one.name in names] + made[-1:]

    def head(self) -> int:
        """Return the last index: the capital, and three facts of each customer."""
        return 3 * self.customers

    def index_at(self, moment: datetime) -> int:
        """Return the last index."""
        return self.head()

    def open_refs(self, refs: Collection[str]) -> Mapping[str, str | None]:
        """Return what references say."""
        return dict.fromkeys(refs, "某人")

    def _fact(self, index: int) -> Fact:
        stream, event = self._event(index)
        context = Context(command_id=f"cmd-{index}", actor="teller", at=AT, today=AT.date())
        return Fact(
            index=index,
            recorded_at=AT,
            stream=stream,
            version=1 + (index % 3 == 2 and stream.startswith("loan-")),
            name=EVENT_NAMES[type(event)],
            event=event,
            context=context,
            on=effective_on(event) or AT.date(),
        )

    def _event(self, index: int) -> tuple[str, Any]:
        if index == 0:
            return "policy-book", CAPITAL
        who, step = divmod(index - 1, 3)
        if step == 2:
            return _link(who, self.customers)
        agreed, paid = event_of(who, 1), event_of(who, 2)
        amount = Money(12_000_00 + who % 997 * 1_000_00)
        event = evolve(paid if step else agreed, amount=amount)
        return f"loan-L{who:06d}", event


def _link(who: int, customers: int) -> tuple[str, Any]:
    """Return how a customer hangs together with others."""
    this, place = f"customer-C{who:06d}", who % 100
    if who < WEB:
        return this, _related((who + 7) % WEB, Relation.GUARANTOR)
    if place in (50, 51, 52):
        return this, _related(who + (1 if place < 52 else -2), Relation.GUARANTOR)
    if place == 60:
        members = tuple(f"C{who + n:06d}" for n in range(4))
        formed = CustomerGroupFormed(why=GroupReason.CONTROL, members=members, since=FIRST)
        return f"customer_group-G{who:06d}", formed
    return this, _related(
        (who + 1) % customers, Relation.BUSINESS_PARTNER if place % 4 else MARRIED
    )


MARRIED: Final = Relation.SPOUSE


def _related(other: int, relation: Relation) -> CustomerRelated:
    return CustomerRelated(other_id=f"C{other:06d}", relation=relation, since=FIRST)


@frozen
class Measured:
    """The graph and the views of a bank, and the bare file of the views."""

    bank: Bank
    graph: RelationGraph
    store: ViewStore
    raw: sqlite3.Connection
    chance: random.Random

    def who(self, first: int) -> str:
        """Return a customer, by chance, from so many on."""
        return f"C{self.chance.randrange(first, self.bank.customers):06d}"

    def view(self, name: str, query: Callable[[], dict[str, str]]) -> Ask:
        """Ask a view, with a question made anew each time."""
        return lambda: self.store.read(name, query(), self.bank, DAY)

    def one_exposure(self, part: str) -> Ask:
        """Ask for the exposure of a customer, or of the group found around one."""
        return self.view("exposure", lambda: {"part": part, "customer_id": self.who(WEB)})

    def bare(self, table: str, rest: str) -> Ask:
        """Select from a table of the views, without them."""
        sql = "SELECT name || '_' || generation FROM view_table WHERE name = ? AND live"
        name = self.raw.execute(sql, (table,)).fetchone()[0]
        return lambda: self.raw.execute(rest.format(table=name, who=self.who(WEB))).fetchall()


def questions(of: Measured) -> Iterator[tuple[str, Ask, int]]:
    """Yield what is asked, how, and how many times."""
    one = "SELECT * FROM \"{table}\" WHERE one = 'customer-{who}'"
    sums = 'SELECT customer_id, SUM(fen) FROM "{table}" GROUP BY 1 ORDER BY 2 DESC LIMIT 10'
    yield "floor: bare rows of one customer's links", of.bare("link", one), 50
    yield "graph, one customer", lambda: of.graph.related(of.who(WEB), DAY), 200
    web = "C000010"
    yield f"graph, one of a web of {WEB:,}", lambda: of.graph.related(web, DAY), 20
    yield "relations, one customer", of.view("relations", lambda: {"customer_id": of.who(WEB)}), 50
    yield (
        f"relations, one of a web of {WEB:,}",
        of.view("relations", lambda: {"customer_id": web}),
        3,
    )
    yield "floor: bare sums of what was lent, ten largest", of.bare("lent", sums), 10
    for part in ("top_ten", "large"):
        yield f"exposure, {part}", of.view("exposure", partial(dict, part=part)), 10
    for part in ("customer", "group"):
        yield f"exposure, one {part}", of.one_exposure(part), 50


def measured(customers: int, folder: Path) -> Iterator[str]:
    """Yield how long the graph and the views take to build and to answer."""
    bank = Bank(customers)
    graph = RelationGraph(bank)
    before, began = _memory(), perf_counter()
    graph.related("C000000", DAY)
    spent, grown = perf_counter() - began, _memory() - before
    began = perf_counter()
    for after in range(-1, bank.head(), 4_096):
        bank.facts(after, 4_096)
    floor = perf_counter() - began
    yield f"graph of {customers:,}: {spent:.1f} s (making facts {floor:.1f} s), {grown} MiB"
    began = perf_counter()
    store = ViewStore(folder / "views")
    store.catch_up(bank)
    yield f"views of {bank.head() + 1:,} facts: {perf_counter() - began:.1f} s"
    raw = sqlite3.connect(folder / "views")
    of = Measured(bank, graph, store, raw, random.Random(1))
    for what, ask, times in questions(of):
        yield _timed(what, ask, times)
    store.close()


def _timed(what: str, ask: Ask, times: int) -> str:
    spent = []
    for _ in range(times):
        began = perf_counter()
        ask()
        spent.append(1000 * (perf_counter() - began))
    return f"{what:48} median {statistics.median(spent):8.2f} ms, worst {max(spent):8.2f} ms"


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure with 100,000 customers, or as many as asked for."""
    customers = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        for line in measured(customers, Path(folder)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
