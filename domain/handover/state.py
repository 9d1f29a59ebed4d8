"""A handover as known, and what others may know of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import assert_never

import attrs
from attrs import frozen

from domain.facts.responsibility import Handover
from domain.handover.events import (
    FileObjected,
    FilesAccepted,
    HandoverCompleted,
    HandoverEvent,
    HandoverProposed,
    HandoverSigned,
    HandoverWithdrawn,
    ObjectionDecided,
)


class Item(StrEnum):
    """How it stands with one file of a handover."""

    OPEN = "open"
    ACCEPTED = "accepted"
    OBJECTED = "objected"
    MOVES = "moves"  # In spite of an objection.
    STAYS = "stays"


@frozen(kw_only=True)
class Handing:
    """A handover, how it stands with each file, and who has signed."""

    proposed: HandoverProposed | None = None
    items: Mapping[str, Item] = attrs.field(factory=dict)
    objections: Mapping[str, str] = attrs.field(factory=dict)  # File -> the written reason.
    decided: Mapping[str, ObjectionDecided] = attrs.field(factory=dict)
    signed: Mapping[str, HandoverSigned] = attrs.field(factory=dict)  # By side.
    completed: HandoverCompleted | None = None
    withdrawn: bool = False

    @property
    def settled(self) -> bool:
        """Whether every file was accepted, or decided on."""
        return not {Item.OPEN, Item.OBJECTED} & set(self.items.values())

    @property
    def moving(self) -> tuple[str, ...]:
        """The files that move, in the order of the proposal."""
        return tuple(f for f, item in self.items.items() if item in (Item.ACCEPTED, Item.MOVES))


def evolve(handing: Handing, event: HandoverEvent) -> Handing:
    """Return the handover after an event."""
    match event:
        case HandoverProposed():
            return Handing(proposed=event, items=dict.fromkeys(event.file_ids, Item.OPEN))
        case FilesAccepted():
            accepted = dict.fromkeys(event.file_ids, Item.ACCEPTED)
            return attrs.evolve(handing, items={**handing.items, **accepted})
        case FileObjected():
            return attrs.evolve(
                handing,
                items={**handing.items, event.file_id: Item.OBJECTED},
                objections={**handing.objections, event.file_id: event.reason},
            )
        case ObjectionDecided():
            item = Item.MOVES if event.moves else Item.STAYS
            return attrs.evolve(
                handing,
                items={**handing.items, event.file_id: item},
                decided={**handing.decided, event.file_id: event},
            )
        case HandoverSigned():
            return attrs.evolve(handing, signed={**handing.signed, event.side: event})
        case HandoverCompleted():
            return attrs.evolve(handing, completed=event)
        case HandoverWithdrawn():
            return attrs.evolve(handing, withdrawn=True)
    assert_never(event)


def fact(handover_id: str, handing: Handing) -> Handover | None:
    """Return what others may know; None before it is proposed."""
    if handing.proposed is None:
        return None
    return Handover(
        handover_id=handover_id,
        from_id=handing.proposed.from_id,
        to_id=handing.proposed.to_id,
        file_ids=handing.proposed.file_ids,
    )
