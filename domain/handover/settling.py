"""What follows from accepting files, objecting to one, and deciding an objection."""

from collections.abc import Sequence
from typing import Final

from domain.facts.staff import HEADS, Post
from domain.facts.unit import UnitKind
from domain.handover.commands import AcceptFiles, DecideObjection, ObjectToFile
from domain.handover.events import (
    FileObjected,
    FilesAccepted,
    HandoverEvent,
    HandoverProposed,
    ObjectionDecided,
)
from domain.handover.rules import (
    DECIDED_ABOVE,
    FILE_IS_OBJECTED_TO,
    FILE_IS_OPEN,
    HANDOVER_IS_OPEN,
    RECEIVER_ANSWERS,
)
from domain.handover.state import Handing, Item

_HEADS: Final = (*HEADS, Post.RELATIONSHIP_HEAD)


def accept_files(command: AcceptFiles, handing: Handing) -> Sequence[HandoverEvent]:
    """Accept files; () where all of them are accepted."""
    _require_receiver(command, handing)
    items = [handing.items.get(file_id) for file_id in command.file_ids]
    FILE_IS_OPEN.require(
        bool(items) and set(items) <= {Item.OPEN, Item.ACCEPTED}, file_ids=command.file_ids
    )
    new = tuple(f for f in dict.fromkeys(command.file_ids) if handing.items[f] is Item.OPEN)
    return (FilesAccepted(file_ids=new),) if new else ()


def object_to_file(command: ObjectToFile, handing: Handing) -> Sequence[HandoverEvent]:
    """Object to a file; () where the same objection stands."""
    _require_receiver(command, handing)
    item = handing.items.get(command.file_id)
    if item is Item.OBJECTED and handing.objections[command.file_id] == command.reason:
        return ()
    FILE_IS_OPEN.require(item is Item.OPEN, file_id=command.file_id)
    return (FileObjected(file_id=command.file_id, reason=command.reason),)


def decide_objection(command: DecideObjection, handing: Handing) -> Sequence[HandoverEvent]:
    """Decide an objection; () where it was decided so."""
    decided = ObjectionDecided(
        file_id=command.file_id,
        moves=command.moves,
        unit_id=command.unit_id,
        reason=command.reason,
        minutes=command.minutes,
        decided_by=command.actor,
    )
    if handing.decided.get(command.file_id) == decided:
        return ()
    proposed = _proposed(command.handover_id, handing)
    FILE_IS_OBJECTED_TO.require(
        handing.items.get(command.file_id) is Item.OBJECTED, file_id=command.file_id
    )
    DECIDED_ABOVE.require(
        command.actor not in (proposed.from_id, proposed.to_id) and _speaks_from_above(command),
        actor=command.actor,
        unit_id=command.unit_id,
    )
    return (decided,)


def _require_receiver(command: AcceptFiles | ObjectToFile, handing: Handing) -> None:
    proposed = _proposed(command.handover_id, handing)
    RECEIVER_ANSWERS.require(command.actor == proposed.to_id, actor=command.actor)


def _proposed(handover_id: str, handing: Handing) -> HandoverProposed:
    open_one = handing.completed is None and not handing.withdrawn
    HANDOVER_IS_OPEN.require(handing.proposed is not None and open_one, handover_id=handover_id)
    assert handing.proposed is not None
    return handing.proposed


def _speaks_from_above(command: DecideObjection) -> bool:
    """Say whether the actor sits on the committee, or heads a unit at or above the receiver's."""
    staff, body = command.staff, command.unit
    if staff is None or body is None:
        return False
    if body.kind is UnitKind.COMMITTEE:
        seats = body.seats.on(command.today)
        return seats is not None and staff.staff_id in seats.members
    leads = any(
        held.on(command.today) and held.post in _HEADS and held.unit_id == body.unit_id
        for held in staff.posts
    )
    under = (body.unit_id in (unit.unit_id, *unit.above) for unit in command.receiver_units or ())
    return leads and any(under)
