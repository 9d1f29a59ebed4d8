"""Who hangs together with a customer, and along which ways (关联关系).

Groups, chains and rings of guarantees, joint guarantees and the institution's own people.
Links are followed through their lines, without the graph that decisions ask, so that the two can be
held against each other.  Exposure is the principal that is out on the day.  Of a way that is long
both ends are shown, and how many links lie between; the way to one who is named is shown whole.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from domain.facts.related import Tie
from domain.labels import Label
from domain.money import Money
from projections.exposures import owed_by
from projections.history import HISTORY
from projections.links import LINKS, Link, links_at, links_from
from projections.loans import LOANS
from projections.view import Answer, Parameter, Question, Reader, View, columns
from projections.ways import Way, Ways, going_on, reached, shortest, ways_from

WAY_SHOWN: Final = 20  # Links of a way that are shown where many are listed.
BOTH: Final = ("one", "other")
_UP: Final = ("other",)  # From who borrows to who guarantees.
_DOWN: Final = ("one",)


def group_of(reader: Reader, customer_id: str) -> Ways:
    """Return the economic group of a customer: the other customers, and the way to each."""
    return _customers(ways_from(reader, f"customer-{customer_id}", Tie.GROUP, BOTH))


def groups_of(reader: Reader, customer_ids: Iterable[str]) -> set[str]:
    """Return the customers of the economic groups of these, and these."""
    streams = [f"customer-{customer_id}" for customer_id in customer_ids]
    links = links_from(reader, streams, Tie.GROUP, BOTH) if streams else ()
    return {_number(one) for one in reached(streams, links) if one.startswith("customer-")}


def insiders_of(reader: Reader, customer_ids: Iterable[str]) -> Mapping[str, Link]:
    """Return those of these customers who are connected with the institution's own people."""
    streams = [f"customer-{customer_id}" for customer_id in customer_ids]
    return {link.other: link for link in links_at(reader, "other", streams, Tie.INSIDER)}


@frozen(kw_only=True)
class Found:
    """Who hangs together with a customer, how, along which way, and whether in one ring."""

    customer_id: str
    tie: Tie
    way: Way
    in_ring: bool = False

    @property
    def place(self) -> str:
        """Where it stands in the list of all: customers in order, of one the ties in order."""
        return f"{self.customer_id}/{self.tie}"


def found(reader: Reader, customer_id: str) -> Iterator[Found]:
    """Yield who hangs together with a customer, tie by tie."""
    start = f"customer-{customer_id}"
    group = group_of(reader, customer_id)
    insiders = insiders_of(reader, map(_number, (start, *group)))
    merged = {link.duplicate for link in links_at(reader, "one", list(group), Tie.GROUP)}
    duplicates = {one: way for one, way in group.items() if one in merged}
    yield from _found(Tie.GROUP, {one: way for one, way in group.items() if one not in merged})
    yield from _found(Tie.DUPLICATE, duplicates)
    yield from _found(
        Tie.INSIDER, {one: going_on(group.get(one), link) for one, link in insiders.items()}
    )
    yield from _found(Tie.JOINT_LIABILITY, _fellows(reader, start))
    up = ways_from(reader, start, Tie.GUARANTEE, _UP)
    down = ways_from(reader, start, Tie.GUARANTEE, _DOWN)
    yield from _found(Tie.GUARANTEE, shortest(up, down), up.keys() & down.keys())


def _found(tie: Tie, ways: Ways, ring: Collection[str] = ()) -> Iterator[Found]:
    for one, way in ways.items():
        yield Found(customer_id=_number(one), tie=tie, way=way, in_ring=one in ring)


def _number(stream: str) -> str:
    return stream.removeprefix("customer-")


def _fellows(reader: Reader, start: str) -> Ways:
    """Return the members of the joint-guarantee groups of a customer."""
    teams = {link.other: link for link in links_at(reader, "one", [start], Tie.JOINT_LIABILITY)}
    fellows = links_at(reader, "other", teams, Tie.JOINT_LIABILITY) if teams else ()
    return {
        link.one: going_on(Way(teams[link.other]), link) for link in fellows if link.one != start
    }


def _customers(ways: Ways) -> Ways:
    return {one: way for one, way in ways.items() if one.startswith("customer-")}


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id, other = str(question.text("customer_id")), question.text("other_id")
    listed = sorted(found(reader, customer_id), key=lambda one: one.place)
    asked = [one for one in listed if other in (None, one.customer_id)]
    page = [one for one in asked if question.after is None or one.place > question.after]
    kept = page[: question.limit]
    owed = owed_by(reader, {one.customer_id for one in kept})
    rows = [_row(one, owed.get(one.customer_id, ()), whole=other is not None) for one in kept]
    return Answer(rows=rows, next=kept[-1].place if len(page) > question.limit else None)


def _row(one: Found, owed: Sequence[Money], *, whole: bool) -> Mapping[str, Any]:
    return {
        "customer_id": one.customer_id,
        "tie": one.tie.value,
        "distance": one.way.length,
        "ways": _shown(one.way.links(), whole=whole),
        "guarantee_ring": one.in_ring,
        "exposure": [str(amount) for amount in owed],
    }


def _shown(links: Sequence[Link], *, whole: bool) -> Sequence[str]:
    """Return the links of a way: of a long one both ends, and how many lie between."""
    between = 0 if whole else max(len(links) - WAY_SHOWN, 0)
    half = WAY_SHOWN // 2 if between else len(links)
    first, last = links[:half], links[half + between :]
    said = [f"… {between} …"] if between else []
    return [*map(_said, first), *said, *map(_said, last)]


def _said(link: Link) -> str:
    return f"{link.one} {link.way} {link.other}"


RELATIONS: Final = View(
    name="relations",
    title=Label("关联关系", "relations"),
    tables=(LINKS, LOANS, HISTORY),
    parameters=(Parameter(name="customer_id", required=True), Parameter(name="other_id")),
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
