"""What links customers to one another, from the events that say so: the edges of the graph.

A link lies between two streams: customers, a group and its member, a member of staff and a
connected customer.  A guarantee points from who guarantees to who borrows; the others have no
direction.  A link begins and ends by lines of its own, which its number holds together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from attrs import frozen

from domain.customer.events import CustomerMerged, CustomerRelated, RelationEnded
from domain.customer.values import Relation
from domain.customer_group.events import CustomerGroupFormed, MemberAdded, MembershipEnded
from domain.facts.customer_group import GroupReason
from domain.facts.related import Tie
from domain.guarantee.events import GuaranteeGiven, GuaranteeReleased
from domain.recorded import Fact
from domain.staff.events import ConnectedDeclared, ConnectionEnded
from projections.view import FOREVER, Line, Lines, Reader
from projections.walk import Walk

_DAY: Final = timedelta(days=1)
MERGED: Final = "merged"
# Relations that make one economic group; business partners and joint holders are none.
_GROUP: Final = frozenset(
    (
        Relation.SPOUSE,
        Relation.HOUSEHOLD_MEMBER,
        Relation.CONTROLS,
        Relation.CONTROLLED_BY,
        Relation.SAME_GROUP,
    )
)
_TIE_OF: Final[Mapping[GroupReason, Tie]] = {
    GroupReason.CONTROL: Tie.GROUP,
    GroupReason.HOUSEHOLD: Tie.GROUP,
    GroupReason.JOINT_LIABILITY: Tie.JOINT_LIABILITY,
}


@frozen(kw_only=True)
class Link:
    """That a link holds from a day, or holds no more; the latter names but its number."""

    number: str
    one: str  # A stream: "customer-C1".
    other: str
    tie: str  # As in domain.facts.related.
    way: str  # How they hang together: "controls", "guarantor", "member".
    holds: int  # 1 or 0.

    @property
    def duplicate(self) -> str | None:
        """The stream of the duplicate that the link says was merged; None for another link."""
        return self.one if self.way == MERGED else None


Links = Iterator[tuple[date, Link]]


def related(fact: Fact, event: CustomerRelated) -> Links:
    """Yield a relation that makes a group or a guarantor."""
    this, other = fact.stream, f"customer-{event.other_id}"
    number = _relation(fact, event.other_id, event.relation)
    if event.relation is Relation.GUARANTOR:
        yield event.since, _link(number, (other, this), Tie.GUARANTEE, event.relation)
    elif event.relation in _GROUP:
        yield event.since, _link(number, (this, other), Tie.GROUP, event.relation)


def relation_ended(fact: Fact, event: RelationEnded) -> Links:
    """Yield the end of a relation."""
    yield event.until, _end(_relation(fact, event.other_id, event.relation))


def merged(fact: Fact, event: CustomerMerged) -> Links:
    """Yield that a duplicate is the same customer as another."""
    into = f"customer-{event.into_id}"
    yield event.on, _link(f"{fact.stream}>{into}", (fact.stream, into), Tie.GROUP, MERGED)


def formed(fact: Fact, event: CustomerGroupFormed) -> Links:
    """Yield the first members of a group."""
    for customer_id in event.members:
        yield event.since, _member(fact, customer_id, event.why)


def member_added(fact: Fact, event: MemberAdded) -> Links:
    """Yield a member."""
    yield event.since, _member(fact, event.customer_id, event.why)


def membership_ended(fact: Fact, event: MembershipEnded) -> Links:
    """Yield that a member is none from the day after the last."""
    yield event.until + _DAY, _end(f"{fact.stream}>{event.customer_id}")


def guaranteed(fact: Fact, event: GuaranteeGiven) -> Links:
    """Yield a guarantee, from the day that it was recorded."""
    guarantor, borrower = f"customer-{event.guarantor_id}", f"customer-{event.borrower_id}"
    yield fact.on, _link(fact.stream, (guarantor, borrower), Tie.GUARANTEE, "guarantor")


def released(fact: Fact, event: GuaranteeReleased) -> Links:
    """Yield the end of a guarantee."""
    yield event.on, _end(fact.stream)


def connected(fact: Fact, event: ConnectedDeclared) -> Links:
    """Yield that a customer is connected with a member of staff, from the day of the record."""
    customer = f"customer-{event.customer_id}"
    number = f"{fact.stream}>{event.customer_id}"
    yield fact.on, _link(number, (fact.stream, customer), Tie.INSIDER, event.connection)


def connection_ended(fact: Fact, event: ConnectionEnded) -> Links:
    """Yield that a customer is connected no more."""
    yield fact.on, _end(f"{fact.stream}>{event.customer_id}")


def _member(fact: Fact, customer_id: str, why: GroupReason) -> Link:
    number, customer = f"{fact.stream}>{customer_id}", f"customer-{customer_id}"
    return _link(number, (customer, fact.stream), _TIE_OF[why], "member")


def _relation(fact: Fact, other_id: str, relation: Relation) -> str:
    return f"{fact.stream}>{other_id}:{relation}"


def _link(number: str, ends: tuple[str, str], tie: Tie, way: str) -> Link:
    one, other = ends
    return Link(number=number, one=one, other=other, tie=tie.value, way=str(way), holds=1)


def _end(number: str) -> Link:
    return Link(number=number, one="", other="", tie="", way="", holds=0)


LINKS: Final = Lines(
    name="link",
    row=Link,
    of={
        CustomerRelated: related,
        RelationEnded: relation_ended,
        CustomerMerged: merged,
        CustomerGroupFormed: formed,
        MemberAdded: member_added,
        MembershipEnded: membership_ended,
        GuaranteeGiven: guaranteed,
        GuaranteeReleased: released,
        ConnectedDeclared: connected,
        ConnectionEnded: connection_ended,
    },
    by=("number", "one", "other", "tie"),
)


def holding(lines: Iterable[Line[Link]], day: date) -> Sequence[Link]:
    """Return the links that hold on a day, of all lines of their numbers.

    Of a number the last line by effect, of one day the one known later, says whether it holds.
    """
    last: dict[str, Line[Link]] = {}
    for line in lines:
        if line.on <= day and (line.row.number not in last or _after(line, last[line.row.number])):
            last[line.row.number] = line
    return [line.row for line in last.values() if line.row.holds]


def _after(one: Line[Any], other: Line[Any]) -> bool:
    return (one.on, one.index, one.no) > (other.on, other.index, other.no)


def walk_of(tie: Tie, ends: Iterable[str]) -> Walk:
    """Return how links of a tie are followed, entered at these ends."""
    return Walk(ends=("one", "other"), enter=tuple(ends), key="number", where={"tie": tie.value})


def links_from(
    reader: Reader, streams: Iterable[str], tie: Tie, ends: Iterable[str]
) -> Sequence[Link]:
    """Return the links of a tie that hold on the reader's day, of all that lead on from streams."""
    return holding(reader.walked(LINKS, sorted(streams), walk_of(tie, ends)), reader.day)


def links_at(reader: Reader, column: str, streams: Iterable[str], tie: Tie) -> Sequence[Link]:
    """Return the links of a tie that hold on the reader's day, by one of their ends."""
    found = reader.lines(LINKS, {column: sorted(streams), "tie": tie.value})
    numbers = sorted({line.row.number for line in found})
    if not numbers:
        return ()
    return holding(reader.on(FOREVER).lines(LINKS, {"number": numbers}), reader.day)
