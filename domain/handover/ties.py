"""What moves with a handover that is complete."""

from collections.abc import Sequence
from typing import Any

from domain.handover.commands import HandoverCommand
from domain.handover.events import HandoverCompleted
from domain.handover.state import Handing
from domain.ties import MoveResponsibility


def guards(
    command: HandoverCommand, handing: Handing, events: Sequence[Any]
) -> Sequence[MoveResponsibility]:
    """Return the moves of responsibility that must be accepted with the last signature."""
    proposed = handing.proposed
    return [
        MoveResponsibility(
            file_id=file_id,
            handover_id=command.handover_id,
            from_id=proposed.from_id,
            to_id=proposed.to_id,
            since=event.since,
        )
        for event in events
        if isinstance(event, HandoverCompleted) and proposed
        for file_id in event.file_ids
    ]
