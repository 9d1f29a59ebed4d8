"""The graph of relations in memory, kept up with the journal, and what is found in it.

Links that the file of the views keeps are taken from there when somebody near them is asked for,
those recorded since from the journal; without such a file the journal is read once.  Every link
that was ever recorded is an edge; which of them hold depends on the day asked for.  So what may
hang together is looked for first, and what does not hold on the day is then taken out of that
small part.  A customer who guarantees and is guaranteed along one chain is in a ring.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from threading import Lock
from types import ModuleType
from typing import Any, Final, Protocol

from attrs import define, field, frozen

from adapters.problems import Unavailable
from domain.catalogue import EVENT_NAMES
from domain.facts.related import Related, RelatedCustomer, Tie
from domain.recorded import Fact
from projections.links import LINKS, Link, holding, walk_of
from projections.view import Line, Place
from projections.walk import Walk

PAGE: Final = 4_096
Ends = tuple[str, ...]  # The ends at which links are entered.
BOTH: Final = ("one", "other")
UP: Final = ("other",)  # From who borrows to who guarantees.
DOWN: Final = ("one",)
NAMES: Final = frozenset(EVENT_NAMES[kind] for kind in LINKS.of)


class Journal(Protocol):
    """What the graph needs of the journal."""

    def facts(self, after: int, limit: int, names: Any = None) -> Iterable[Fact]:
        """Return recorded events with an index greater than after, in order."""


class Kept(Protocol):
    """The links that are kept beside the journal."""

    def known_by(self) -> int:
        """Return the index of the last record whose links are kept; -1 for none."""

    def walked(
        self, known_by: int, starts: Collection[str], walk: Walk
    ) -> Sequence[Line[Link]] | None:
        """Return the links that lead on from streams; None where they are kept no more."""


class _Lost(Exception):
    """What was kept is being built again."""


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
        part, nodes = self.graph.subgraph_with_nodemap(sorted(self._near(place, BOTH)))
        for index, (_, _, number) in part.edge_index_map().items():
            if not holds(number):
                part.remove_edge_from_index(index)
        start = next(new for new, old in nodes.items() if old == place)
        return _Part(self.library, part, start)

    def near(self, stream: str, ends: Ends) -> set[str]:
        """Return the streams that links may lead to from one, itself among them."""
        place = self.places.get(stream)
        return {stream} if place is None else {self.graph[one] for one in self._near(place, ends)}

    def _near(self, place: int, ends: Ends) -> set[int]:
        library, graph = self.library, self.graph
        if not self.directed:
            return {place, *library.node_connected_component(graph, place)}
        up = library.ancestors(graph, place) if UP[0] in ends else ()
        return {place, *up, *(library.descendants(graph, place) if DOWN[0] in ends else ())}

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
    kept: Kept | None = None
    _known_by: int = field(default=-1, init=False)
    _kept_by: int = field(default=-1, init=False)  # Up to here links are taken from what is kept.
    _taken: set[tuple[Tie, Ends, str]] = field(factory=set, init=False)  # From there.
    _lines: dict[str, dict[Place, Line[Link]]] = field(factory=dict, init=False)  # By number.
    _nets: Mapping[Tie, _Net] = field(factory=dict, init=False)
    _lock: Lock = field(factory=Lock, init=False)

    def related(self, customer_id: str, day: date) -> Related:
        """Return who hangs together with a customer on a day, by all that is recorded.

        Raises Unavailable where the library for graphs is not installed.
        """
        with self._lock:
            try:
                self._catch_up()
                return self._find(f"customer-{customer_id}", day)
            except _Lost:
                self.kept, self._nets = None, {}
                self._catch_up()
                return self._find(f"customer-{customer_id}", day)

    def _catch_up(self) -> None:
        """Take in what was recorded since, page by page."""
        if not self._nets:
            self._begin()
        while facts := list(self.journal.facts(self._known_by, PAGE, NAMES)):
            for fact in facts:
                derive = LINKS.of.get(type(fact.event))
                for no, (on, link) in enumerate(derive(fact, fact.event) if derive else ()):
                    self._keep(Line(fact.index, no, on, link))
            self._known_by = facts[-1].index

    def _begin(self) -> None:
        library = _library()
        self._nets = {tie: _Net(library, directed=tie is Tie.GUARANTEE) for tie in Tie}
        self._lines, self._taken = {}, set()
        self._known_by = self._kept_by = self.kept.known_by() if self.kept else -1

    def _keep(self, line: Line[Link]) -> None:
        link = line.row
        lines = self._lines.setdefault(link.number, {})
        if link.holds and not any(known.row.holds for known in lines.values()):
            self._nets[Tie(link.tie)].add(link)
        lines[line.index, line.no] = line

    def _take(self, tie: Tie, streams: Collection[str], ends: Ends) -> bool:
        """Take what is kept of the links that lead on from streams, entered at these ends.

        Returns whether any of them was not taken before.
        """
        new = [stream for stream in streams if (tie, ends, stream) not in self._taken]
        if self.kept is None or not new:
            return False
        lines = self.kept.walked(self._kept_by, new, walk_of(tie, ends))
        if lines is None:
            raise _Lost
        for line in lines:
            self._keep(line)
        reached = {
            end for line in lines if line.row.holds for end in (line.row.one, line.row.other)
        }
        self._taken |= {(tie, ends, stream) for stream in {*new, *reached}}
        return True

    def _find(self, stream: str, day: date) -> Related:
        group = self._group(stream, day)
        found = [(one, self._tie_in_group(one, day)) for one in group]
        self._take(Tie.INSIDER, (stream, *group), UP)
        insiders = [one for one in (stream, *group) if self._neighbours(Tie.INSIDER, one, day)]
        found += [(one, Tie.INSIDER) for one in insiders]
        self._take(Tie.JOINT_LIABILITY, (stream,), DOWN)
        teams = self._neighbours(Tie.JOINT_LIABILITY, stream, day)
        self._take(Tie.JOINT_LIABILITY, teams, UP)
        fellows = {
            fellow for team in teams for fellow in self._neighbours(Tie.JOINT_LIABILITY, team, day)
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
        numbers = (number for number, _ in self._nets[Tie.GROUP].edges(stream))
        links = (link for number in numbers for link in self._holding(number, day))
        merged = any(link.duplicate == stream for link in links)
        return Tie.DUPLICATE if merged else Tie.GROUP

    def _neighbours(self, tie: Tie, stream: str, day: date) -> set[str]:
        """Return who is linked to a stream itself, by a link that holds on a day."""
        edges = self._nets[tie].edges(stream)
        return {other for number, other in edges if self._holding(number, day)}

    def _part(self, tie: Tie, stream: str, day: date) -> _Part | None:
        net = self._nets[tie]
        for ends in (UP, DOWN) if net.directed else (BOTH,):
            while self._take(tie, net.near(stream, ends), ends):
                pass  # What was recorded since may lead on to more that is kept.
        return net.around(stream, lambda number: bool(self._holding(number, day)))

    def _holding(self, number: str, day: date) -> Sequence[Link]:
        return holding(self._lines[number].values(), day)


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
