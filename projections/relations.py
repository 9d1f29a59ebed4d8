"""Who hangs together with a customer, and along which ways (关联关系).

Groups, chains and rings of guarantees, joint guarantees and the institution's own people.
Links are followed one by one through their lines, without the graph that decisions ask, so that the
two can be held against each other.  Exposure is the principal that is out on the day.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from domain.facts.related import Tie
from domain.labels import Label
from domain.money import Money
from projections.exposures import owed_by
from projections.history import HISTORY
from projections.links import LINKS, Link, links_at
from projections.loans import LOANS
from projections.view import Answer, Parameter, Question, Reader, View, columns

Ways = Mapping[str, Sequence[Link]]  # Stream -> the links that lead to it, the first first.
BOTH: Final = ("one", "other")
_UP: Final = ("other",)  # From who borrows to who guarantees.
_DOWN: Final = ("one",)


def ways_from(reader: Reader, start: str, tie: Tie, ends: Iterable[str]) -> Ways:
    """Return all streams that links of a tie lead to, and the shortest way to each.

    ends are the ends at which a link may be entered.
    """
    known: dict[str, Sequence[Link]] = {start: ()}
    new = [start]
    while new:
        reached: dict[str, Sequence[Link]] = {}
        for here, there, link in _steps(reader, new, tie, ends):
            if there not in known:
                reached.setdefault(there, (*known[here], link))
        known |= reached
        new = list(reached)
    return {stream: way for stream, way in known.items() if stream != start}


def _steps(
    reader: Reader, streams: Iterable[str], tie: Tie, ends: Iterable[str]
) -> Iterator[tuple[str, str, Link]]:
    """Yield each link that is entered from one of these streams: from where, to where, by what."""
    for end in ends:
        for link in sorted(links_at(reader, end, streams, tie), key=lambda one: one.number):
            here, there = (link.one, link.other) if end == "one" else (link.other, link.one)
            yield here, there, link


def group_of(reader: Reader, customer_id: str) -> Ways:
    """Return the economic group of a customer: the other customers, and the way to each."""
    return _customers(ways_from(reader, f"customer-{customer_id}", Tie.GROUP, BOTH))


def insiders_of(reader: Reader, customer_ids: Iterable[str]) -> Mapping[str, Link]:
    """Return those of these customers who are connected with the institution's own people."""
    streams = [f"customer-{customer_id}" for customer_id in customer_ids]
    return {link.other: link for link in links_at(reader, "other", streams, Tie.INSIDER)}


@frozen(kw_only=True)
class Found:
    """Who hangs together with a customer, how, along which way, and whether in one ring."""

    customer_id: str
    tie: Tie
    way: Sequence[Link]
    in_ring: bool = False

    @property
    def place(self) -> str:
        """Where it stands in the list of all: customers in order, of one the ties in order."""
        return f"{self.customer_id}/{self.tie}"


def found(reader: Reader, customer_id: str) -> Iterator[Found]:
    """Yield who hangs together with a customer, tie by tie."""
    start = f"customer-{customer_id}"
    group = group_of(reader, customer_id)
    own: Ways = {start: (), **group}
    insiders = insiders_of(reader, map(_number, own))
    merged = {link.duplicate for link in links_at(reader, "one", list(group), Tie.GROUP)}
    duplicates = {one: way for one, way in group.items() if one in merged}
    yield from _found(Tie.GROUP, {one: way for one, way in group.items() if one not in merged})
    yield from _found(Tie.DUPLICATE, duplicates)
    yield from _found(Tie.INSIDER, {one: (*own[one], link) for one, link in insiders.items()})
    yield from _found(Tie.JOINT_LIABILITY, _fellows(reader, start))
    up = ways_from(reader, start, Tie.GUARANTEE, _UP)
    down = ways_from(reader, start, Tie.GUARANTEE, _DOWN)
    yield from _found(Tie.GUARANTEE, {**down, **up}, up.keys() & down.keys())


def _found(tie: Tie, ways: Ways, ring: Collection[str] = ()) -> Iterator[Found]:
    for one, way in ways.items():
        yield Found(customer_id=_number(one), tie=tie, way=way, in_ring=one in ring)


def _number(stream: str) -> str:
    return stream.removeprefix("customer-")


def _fellows(reader: Reader, start: str) -> Ways:
    """Return the members of the joint-guarantee groups of a customer."""
    teams = {link.other: link for link in links_at(reader, "one", [start], Tie.JOINT_LIABILITY)}
    fellows = links_at(reader, "other", teams, Tie.JOINT_LIABILITY) if teams else ()
    return {link.one: (teams[link.other], link) for link in fellows if link.one != start}


def _customers(ways: Ways) -> Ways:
    return {one: way for one, way in ways.items() if one.startswith("customer-")}


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id = str(question.text("customer_id"))
    listed = sorted(found(reader, customer_id), key=lambda one: one.place)
    page = [one for one in listed if question.after is None or one.place > question.after]
    kept = page[: question.limit]
    owed = owed_by(reader, {one.customer_id for one in kept})
    rows = [_row(one, owed.get(one.customer_id, ())) for one in kept]
    return Answer(rows=rows, next=kept[-1].place if len(page) > question.limit else None)


def _row(one: Found, owed: Sequence[Money]) -> Mapping[str, Any]:
    return {
        "customer_id": one.customer_id,
        "tie": one.tie.value,
        "distance": len(one.way),
        "ways": [f"{link.one} {link.way} {link.other}" for link in one.way],
        "guarantee_ring": one.in_ring,
        "exposure": [str(amount) for amount in owed],
    }


RELATIONS: Final = View(
    name="relations",
    title=Label("关联关系", "relations"),
    tables=(LINKS, LOANS, HISTORY),
    parameters=(Parameter(name="customer_id", required=True),),
    columns=columns(
        customer_id="text",
        tie="text",
        distance="number",
        ways="list",
        guarantee_ring="flag",
        exposure="list",
    ),
    answer=_answer,
)
