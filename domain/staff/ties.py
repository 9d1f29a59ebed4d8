"""What the head office must know with an appointment: who leads credit or the institution."""

from collections.abc import Iterator, Sequence
from typing import Any

from domain.facts.staff import LEADERS, Held
from domain.facts.unit import HEAD_OFFICE
from domain.staff.commands import StaffCommand
from domain.staff.events import Appointed, Left, Released
from domain.staff.state import Person, evolve
from domain.ties import NoteHead


def guards(command: StaffCommand, person: Person, events: Sequence[Any]) -> Sequence[NoteHead]:
    """Return what is noted of each leading post that begins, or ends earlier than it did."""
    before, after = person, person
    for event in events:
        if isinstance(event, Appointed | Released | Left):
            after = evolve(after, event)
    return [
        NoteHead(
            unit_id=HEAD_OFFICE,
            staff_id=command.staff_id,
            post=held.post,
            since=held.since,
            until=held.until,
        )
        for held in _leading(after)
        if held not in set(_leading(before))
    ]


def _leading(person: Person) -> Iterator[Held]:
    return (held for held in person.posts if held.post in LEADERS)
