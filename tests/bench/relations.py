"""Who hangs together, and exposure against capital, with 100,000 customers.

Facts are generated: each customer has a loan that is paid out; every fourth is married to the next,
of every hundred four are a group and three guarantee one another in a ring, and the first 2,000
guarantee one another in one ring.  Times of the processor stand beside floors: bare rows, or bare
sums, of the same file.
"""

import random
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from typing import Any, Final

from attrs import evolve, frozen

from adapters.graph.relations import RelationGraph
from adapters.storage.kept import KeptLines
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
from projections.exposure import EXPOSURE
from projections.links import LINKS
from projections.relations import RELATIONS
from tests.bench.figures import Figure, interleaved
from tests.bench_views import FIRST, event_of

DAY: Final = date(2024, 6, 30)
AT: Final = datetime(2024, 1, 1, tzinfo=UTC)
WEB: Final = 2_000
CUSTOMERS: Final = 100_000
LIMIT: Final = "<= 200 ms"
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
    """The views of a bank, and the bare file of them."""

    bank: Bank
    store: ViewStore
    raw: sqlite3.Connection
    chance: random.Random

    def who(self) -> str:
        """Return a customer, by chance, of those outside the ring."""
        return f"C{self.chance.randrange(WEB, self.bank.customers):06d}"

    def view(self, name: str, query: Callable[[], dict[str, str]]) -> Ask:
        """Ask a view, with a question made anew each time."""
        return lambda: self.store.read(name, query(), self.bank, DAY)

    def begun(self) -> RelationGraph:
        """Return a graph as a process has it that was just begun."""
        return RelationGraph(self.bank, KeptLines(self.store, self.bank, LINKS))

    def bare(self, table: str, rest: str) -> Ask:
        """Select from a table of the views, without them."""
        sql = "SELECT name || '_' || generation FROM view_table WHERE name = ? AND live"
        name = self.raw.execute(sql, (table,)).fetchone()[0]
        return lambda: self.raw.execute(rest.format(table=name, who=self.who())).fetchall()


def questions(of: Measured) -> Iterator[tuple[str, Ask, Ask]]:
    """Yield what is asked, how, and the floor beside it."""
    rows = of.bare("link", "SELECT * FROM \"{table}\" WHERE one = 'customer-{who}'")
    sums = of.bare(
        "lent", 'SELECT customer_id, SUM(fen) FROM "{table}" GROUP BY 1 ORDER BY 2 DESC LIMIT 10'
    )
    warm, ring = of.begun(), "C000010"
    yield "who hangs together: a customer", lambda: warm.related(of.who(), DAY), rows
    yield "… asked first in a process", lambda: of.begun().related(of.who(), DAY), rows
    yield f"… one of {WEB:,} in a ring", lambda: of.begun().related(ring, DAY), rows
    yield "relations: a customer", of.view("relations", lambda: {"customer_id": of.who()}), rows
    yield f"… one of {WEB:,} in a ring", of.view("relations", lambda: {"customer_id": ring}), rows
    for part in ("customer", "group"):
        query = of.view("exposure", _of(part, of.who))
        yield f"exposure: a {part}", query, rows
    for part in ("top_ten", "large"):
        yield f"exposure: {part}", of.view("exposure", _of(part)), sums


def _of(part: str, who: Callable[[], str] | None = None) -> Callable[[], dict[str, str]]:
    return lambda: {"part": part, **({"customer_id": who()} if who else {})}


def figures(folder: Path, customers: int = CUSTOMERS) -> Iterator[Figure]:
    """Yield how long it takes to find who hangs together, and what they owe."""
    bank, place = Bank(customers), folder / "relations-views"
    views = {view.name: view for view in (RELATIONS, EXPOSURE)}
    with closing(ViewStore(place, views=views)) as store, closing(sqlite3.connect(place)) as raw:
        store.catch_up(bank)
        for what, ask, floor in questions(Measured(bank, store, raw, random.Random(1))):
            ours, bare = interleaved((_turn(ask), _turn(floor)), 9, process_time)
            yield Figure(what=what, ours=ours, floor=bare, wanted=LIMIT)


def _turn(ask: Ask) -> Callable[[int], Any]:
    return lambda _: ask()
