"""The ways along which links lead from one stream to others, each the shortest."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from domain.facts.related import Tie
from projections.links import Link, links_from
from projections.view import Reader


@frozen
class Way:
    """The links that lead to a stream: the last one, and the way before it."""

    link: Link
    before: "Way | None" = None
    length: int = 1

    def links(self) -> Sequence[Link]:
        """Return the links, the first first."""
        found, way = list[Link](), self
        while way.before:
            found.append(way.link)
            way = way.before
        return [way.link, *reversed(found)]


Ways = Mapping[str, Way]  # Stream -> the way that leads to it.


def going_on(way: Way | None, link: Link) -> Way:
    """Return a way that goes on by a link; None is where ways begin."""
    return Way(link, way, way.length + 1) if way else Way(link)


def ways_from(reader: Reader, start: str, tie: Tie, ends: Sequence[str]) -> Ways:
    """Return all streams that links of a tie lead to, and the shortest way to each.

    ends are the ends at which a link may be entered.
    """
    steps = _steps(links_from(reader, [start], tie, ends), ends)
    known: dict[str, Way] = {}
    new = [start]
    while new:
        reached: dict[str, Way] = {}
        onward = (step for here in new for step in steps.get(here, ()))
        for _, link, here, there in sorted(onward, key=_order):
            if there not in known and there != start:
                reached.setdefault(there, going_on(known.get(here), link))
        known |= reached
        new = list(reached)
    return known


_Step = tuple[int, Link, str, str]  # By which end, which link, from where, to where.


def _steps(links: Iterable[Link], ends: Sequence[str]) -> Mapping[str, Sequence[_Step]]:
    """Return the steps that can be taken, by where they begin."""
    found: dict[str, list[_Step]] = {}
    for link in links:
        for no, end in enumerate(ends):
            here, there = (link.one, link.other) if end == "one" else (link.other, link.one)
            found.setdefault(here, []).append((no, link, here, there))
    return found


def _order(step: _Step) -> tuple[int, str]:
    return step[0], step[1].number


def reached(starts: Iterable[str], links: Iterable[Link]) -> set[str]:
    """Return the streams that links lead to, followed either way, and the starts."""
    near: dict[str, list[str]] = {}
    for link in links:
        near.setdefault(link.one, []).append(link.other)
        near.setdefault(link.other, []).append(link.one)
    found, new = set[str](), set(starts)
    while new:
        found |= new
        new = {other for one in new for other in near.get(one, ())} - found
    return found


def shortest(ways: Ways, others: Ways) -> Ways:
    """Return the shorter of two ways to each stream; the first of two that are alike."""
    longer = (one for one, way in others.items() if one in ways and ways[one].length <= way.length)
    return {**ways, **{one: others[one] for one in others.keys() - set(longer)}}
