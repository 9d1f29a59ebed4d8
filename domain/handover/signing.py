"""What follows from signing a handover: with the second signature it is complete."""

from collections.abc import Sequence

from domain.facts.staff import HEADS
from domain.handover.commands import SignHandover
from domain.handover.events import HandoverCompleted, HandoverEvent, HandoverSigned
from domain.handover.rules import HANDOVER_IS_OPEN, SETTLED_BEFORE_SIGNED, SIGNED_BY_BOTH
from domain.handover.state import Handing


def sign_handover(command: SignHandover, handing: Handing) -> Sequence[HandoverEvent]:
    """Sign for one side; () where it has signed."""
    side = _side(command, handing)
    if side in handing.signed:
        return ()
    proposed = handing.proposed
    HANDOVER_IS_OPEN.require(
        proposed is not None and handing.completed is None and not handing.withdrawn,
        handover_id=command.handover_id,
    )
    assert proposed is not None
    SETTLED_BEFORE_SIGNED.require(handing.settled, handover_id=command.handover_id)
    SIGNED_BY_BOTH.require(side is not None, actor=command.actor)
    assert side is not None
    signed = HandoverSigned(side=side, signed_by=command.actor, document=command.document)
    if not handing.signed:
        return (signed,)
    completed = HandoverCompleted(
        file_ids=handing.moving, since=max(proposed.moves_on, command.today)
    )
    return (signed, completed)


def _side(command: SignHandover, handing: Handing) -> str | None:
    """Return for whom the actor may sign; None for nobody."""
    proposed = handing.proposed
    if proposed is None:
        return None
    if command.actor in (proposed.from_id, proposed.to_id):
        return command.actor
    giver, staff = command.giver, command.staff
    gone = giver is not None and giver.left_on is not None and giver.left_on < command.today
    leads = staff is not None and staff.holds(command.today, *HEADS)
    return proposed.from_id if gone and leads else None
