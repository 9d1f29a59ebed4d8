"""The graph of relations in memory, kept up with the journal, and what is found in it.

Every link that was ever recorded is an edge; which of them hold depends on the day asked for.  So
what may hang together is looked for first, and what does not hold on the day is then taken out of
that small part.  A customer who guarantees and is guaranteed along one chain is in a ring.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from threading import Lock
from types import ModuleType
from typing import Any, Final, Protocol

from attrs import define, field, frozen

from adapters.problems import Unavailable
from domain.catalogue import EVENT_NAMES
from domain.facts.related import Related, RelatedCustomer, Tie
from domain.recorded import Fact
from projections.links import LINKS, Link, holding
from projections.view import Line

PAGE: Final = 4_096
NAMES: Final = frozenset(EVENT_NAMES[kind] for kind in LINKS.of)


class Journal(Protocol):
    """What the graph needs of the journal."""

    def facts(self, after: int, limit: int, names: Any = None) -> Iterable[Fact]:
        """Return recorded events with an index greater than after, in order."""


@define
class _Net:
    """The links of one tie: every one that was ever recorded."""

    library: ModuleType
    directed: bool
    graph: Any = field(init=False)
    places: dict[str, int] = field(factory=dict)  # Stream -> its node.

    def __attrs_post_init__(self) -> None:
        kind = self.library.PyDiGraph if self.directed else self.library.PyGraph
        self.graph = kind(multigraph=True)

    def add(self, link: Link) -> None:
        """Add an edge that bears the link's number."""
        self.graph.add_edge(self._place(link.one), self._place(link.other), link.number)

    def edges(self, stream: str) -> Iterator[tuple[str, str]]:
        """Yield the number of each link of a stream, and who is at its other end."""
        place = self.places.get(stream)
        edges = {} if place is None else self.graph.incident_edge_index_map(place)
        for one, other, number in edges.values():
            yield number, self.graph[other if one == place else one]

    def around(self, stream: str, holds: Callable[[str], bool]) -> "_Part | None":
        """Return what may hang together with a stream, without the links that do not hold."""
        place = self.places.get(stream)
        if place is None:
            return None
        part, nodes = self.graph.subgraph_with_nodemap(sorted(self._near(place)))
        for index, (_, _, number) in part.edge_index_map().items():
            if not holds(number):
                part.remove_edge_from_index(index)
        start = next(new for new, old in nodes.items() if old == place)
        return _Part(self.library, part, start)

    def _near(self, place: int) -> set[int]:
        library, graph = self.library, self.graph
        if self.directed:
            return {place, *library.ancestors(graph, place), *library.descendants(graph, place)}
        return {place, *library.node_connected_component(graph, place)}

    def _place(self, stream: str) -> int:
        if stream not in self.places:
            self.places[stream] = self.graph.add_node(stream)
        return self.places[stream]


@frozen
class _Part:
    """A part of a net in which every edge holds on one day; streams by their nodes."""

    library: ModuleType
    graph: Any
    start: int

    def upstream(self) -> set[str]:
        """Return from whom the start is reached, the start itself left out."""
        return self._names(self.library.ancestors(self.graph, self.start))

    def downstream(self) -> set[str]:
        """Return who is reached from the start."""
        return self._names(self.library.descendants(self.graph, self.start))

    def together(self) -> set[str]:
        """Return who hangs together with the start."""
        return self._names(self.library.node_connected_component(self.graph, self.start))

    def _names(self, nodes: Iterable[int]) -> set[str]:
        return {self.graph[node] for node in nodes if node != self.start}


@define
class RelationGraph:
    """Finds who hangs together with a customer; safe to ask from several threads."""

    journal: Journal
    _known_by: int = field(default=-1, init=False)
    _lines: dict[str, list[Line[Link]]] = field(factory=dict, init=False)  # By number.
    _nets: Mapping[str, _Net] = field(factory=dict, init=False)
    _lock: Lock = field(factory=Lock, init=False)

    def related(self, customer_id: str, day: date) -> Related:
        """Return who hangs together with a customer on a day, by all that is recorded.

        Raises Unavailable where the library for graphs is not installed.
        """
        with self._lock:
            self._catch_up()
            return self._find(f"customer-{customer_id}", day)

    def _catch_up(self) -> None:
        """Take in what was recorded since, page by page."""
        if not self._nets:
            library = _library()
            self._nets = {tie.value: _Net(library, directed=tie is Tie.GUARANTEE) for tie in Tie}
        while facts := list(self.journal.facts(self._known_by, PAGE, NAMES)):
            for fact in facts:
                self._take(fact)
            self._known_by = facts[-1].index

    def _take(self, fact: Fact) -> None:
        derive = LINKS.of.get(type(fact.event))
        for no, (on, link) in enumerate(derive(fact, fact.event) if derive else ()):
            lines = self._lines.setdefault(link.number, [])
            if link.holds and not any(line.row.holds for line in lines):
                self._nets[link.tie].add(link)
            lines.append(Line(fact.index, no, on, link))

    def _find(self, stream: str, day: date) -> Related:
        group = self._group(stream, day)
        found = [(one, self._tie_in_group(one, day)) for one in group]
        insiders = [one for one in (stream, *group) if self._neighbours(Tie.INSIDER, one, day)]
        found += [(one, Tie.INSIDER) for one in insiders]
        fellows = {
            fellow
            for team in self._neighbours(Tie.JOINT_LIABILITY, stream, day)
            for fellow in self._neighbours(Tie.JOINT_LIABILITY, team, day)
        }
        found += [(one, Tie.JOINT_LIABILITY) for one in fellows - {stream}]
        chain = self._part(Tie.GUARANTEE, stream, day)
        up, down = (chain.upstream(), chain.downstream()) if chain else (set(), set())
        found += [(one, Tie.GUARANTEE) for one in up | down]
        return Related(
            found=tuple(sorted(_customers(found), key=lambda one: (one.customer_id, one.tie))),
            guarantee_ring=_ring(stream, up & down),
            known_by=self._known_by,
        )

    def _group(self, stream: str, day: date) -> set[str]:
        part = self._part(Tie.GROUP, stream, day)
        return {one for one in part.together() if _is_customer(one)} if part else set()

    def _tie_in_group(self, stream: str, day: date) -> Tie:
        """Return how one of a group belongs to it: for itself, or as a duplicate of another."""
        numbers = (number for number, _ in self._nets[Tie.GROUP.value].edges(stream))
        links = (link for number in numbers for link in holding(self._lines[number], day))
        merged = any(link.duplicate == stream for link in links)
        return Tie.DUPLICATE if merged else Tie.GROUP

    def _neighbours(self, tie: Tie, stream: str, day: date) -> set[str]:
        """Return who is linked to a stream itself, by a link that holds on a day."""
        edges = self._nets[tie.value].edges(stream)
        return {other for number, other in edges if self._holds(number, day)}

    def _part(self, tie: Tie, stream: str, day: date) -> _Part | None:
        return self._nets[tie.value].around(stream, lambda number: self._holds(number, day))

    def _holds(self, number: str, day: date) -> bool:
        return bool(holding(self._lines[number], day))


def _is_customer(stream: str) -> bool:
    return stream.startswith("customer-")


def _customers(found: Iterable[tuple[str, Tie]]) -> Iterator[RelatedCustomer]:
    for stream, tie in found:
        yield RelatedCustomer(stream.removeprefix("customer-"), tie)


def _ring(stream: str, others: set[str]) -> tuple[str, ...]:
    ring = {stream, *others} if others else set()
    return tuple(sorted(one.removeprefix("customer-") for one in ring))


def _library() -> ModuleType:
    """Return the library for graphs, imported when it is first needed."""
    try:
        import rustworkx
    except ImportError as error:
        raise Unavailable(
            "who hangs together is found by rustworkx, which is not installed:"
            " pip install 'loanfold[graph]'"
        ) from error
    return rustworkx
