"""A unit as known, and what others may know of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, assert_never

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.facts.unit import Head, Seats, Unit
from domain.unit.events import (
    CommitteeSeated,
    HeadNoted,
    LendingRestored,
    LendingSuspended,
    MeetingRecorded,
    UnitClosed,
    UnitEvent,
    UnitRegistered,
)

_DAY: Final = timedelta(days=1)
Ruling = LendingSuspended | LendingRestored


@frozen(kw_only=True)
class Known:
    """What is known of a unit; registered is None before there is one."""

    registered: UnitRegistered | None = None
    right_to_lend: Dated[bool] = attrs.field(factory=Dated)
    ruling: Ruling | None = None  # The last on its right to lend.
    seats: Dated[Seats] = attrs.field(factory=Dated)
    seated: Mapping[date, CommitteeSeated] = attrs.field(factory=dict)  # The last of each day.
    meetings: Mapping[str, MeetingRecorded] = attrs.field(factory=dict)
    closed: UnitClosed | None = None
    heads: tuple[HeadNoted, ...] = ()


def evolve(known: Known, event: UnitEvent) -> Known:
    """Return what is known after an event."""
    match event:
        case UnitRegistered():
            lends = Dated[bool]().with_value(event.since, True)
            return attrs.evolve(known, registered=event, right_to_lend=lends)
        case LendingSuspended():
            lends = known.right_to_lend.turned(event.since, False, event.reason)
            return attrs.evolve(known, right_to_lend=lends, ruling=event)
        case LendingRestored():
            lends = known.right_to_lend.turned(event.since, True, event.reason)
            return attrs.evolve(known, right_to_lend=lends, ruling=event)
        case CommitteeSeated():
            seats = Seats(
                members=event.members,
                quorum=event.quorum,
                votes_for_percent=event.votes_for_percent,
            )
            dated = known.seats.with_value(event.since, seats, event.source)
            seated = {**known.seated, event.since: event}
            return attrs.evolve(known, seats=dated, seated=seated)
        case MeetingRecorded():
            return attrs.evolve(known, meetings={**known.meetings, event.meeting_id: event})
        case UnitClosed():
            lends = known.right_to_lend.turned(event.works_until + _DAY, False, event.reason)
            return attrs.evolve(known, right_to_lend=lends, closed=event)
        case HeadNoted():
            others = tuple(head for head in known.heads if not _same(head, event))
            return attrs.evolve(known, heads=(*others, event))
    assert_never(event)


def fact(unit_id: str, known: Known) -> Unit | None:
    """Return what others may know; None while the unit is not registered."""
    if known.registered is None:
        return None
    return Unit(
        unit_id=unit_id,
        kind=known.registered.kind,
        parent_id=known.registered.parent_id,
        right_to_lend=known.right_to_lend,
        seats=known.seats,
        above=known.registered.above,
        office=known.registered.office,
        committee=known.registered.committee,
        works_until=known.closed.works_until if known.closed else None,
        heads=tuple(
            Head(staff_id=head.staff_id, post=head.post, since=head.since, until=head.until)
            for head in known.heads
        ),
        minutes=tuple(met.minutes for met in known.meetings.values() if met.quorate),
    )


def _same(one: HeadNoted, other: HeadNoted) -> bool:
    return (one.staff_id, one.post, one.since) == (other.staff_id, other.post, other.since)
