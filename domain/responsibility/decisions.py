"""What follows from assigning a file, and from moving it."""

from collections.abc import Sequence
from typing import assert_never

from domain.facts.duty import require_duty, require_post
from domain.facts.staff import HEADS, SERVING, Post
from domain.responsibility.commands import AssignResponsibility, ResponsibilityCommand
from domain.responsibility.events import (
    ResponsibilityAssigned,
    ResponsibilityEvent,
    ResponsibilityMoved,
)
from domain.responsibility.rules import (
    ASSIGNED_BY_A_HEAD,
    FILE_IS_ON_RECORD,
    MOVED_BY_HANDOVER,
    MOVED_FROM_WHO_ANSWERS,
    OFFICER_IS_ON_RECORD,
)
from domain.responsibility.state import Answering
from domain.ties import MoveResponsibility


def decide(command: ResponsibilityCommand, answering: Answering) -> Sequence[ResponsibilityEvent]:
    """Return what follows from a command."""
    match command:
        case AssignResponsibility():
            return assign_responsibility(command, answering)
        case MoveResponsibility():
            return move_responsibility(command, answering)
    assert_never(command)


def assign_responsibility(
    command: AssignResponsibility, answering: Answering
) -> Sequence[ResponsibilityEvent]:
    """Assign a file; () where the officer answers for it."""
    if answering.holder.on(command.today) == command.staff_id == _last(answering):
        return ()
    staff = require_post(command.staff, command.today, (*HEADS, *SERVING))
    ASSIGNED_BY_A_HEAD.require(
        command.actor == command.staff_id
        or staff.holds(command.today, *HEADS, Post.RELATIONSHIP_HEAD),
        actor=command.actor,
    )
    FILE_IS_ON_RECORD.require(command.party is not None, file_id=command.file_id)
    assert command.party is not None
    OFFICER_IS_ON_RECORD.require(command.assignee is not None, staff_id=command.staff_id)
    require_duty(command.assignee, command.today, SERVING, command.party.customer_id)
    before = command.answering_staff
    MOVED_BY_HANDOVER.require(
        answering.last is None
        or (before is not None and before.left_on is not None and before.left_on < command.today),
        file_id=command.file_id,
        staff_id=_last(answering),
    )
    assigned = ResponsibilityAssigned(
        staff_id=command.staff_id,
        customer_id=command.party.customer_id,
        since=command.today,
        reason=command.reason,
    )
    return (assigned,)


def move_responsibility(
    command: MoveResponsibility, answering: Answering
) -> Sequence[ResponsibilityEvent]:
    """Move a file by a handover; () where the handover has moved it."""
    moved = ResponsibilityMoved(
        from_id=command.from_id,
        staff_id=command.to_id,
        handover_id=command.handover_id,
        since=command.since,
    )
    if answering.last == moved:
        return ()
    MOVED_FROM_WHO_ANSWERS.require(
        answering.last is not None
        and _last(answering) == command.from_id
        and answering.last.since <= command.since,
        file_id=command.file_id,
        from_id=command.from_id,
    )
    return (moved,)


def _last(answering: Answering) -> str | None:
    return answering.holder.values[-1].value if answering.holder.values else None
