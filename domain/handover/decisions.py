"""What follows from what is asked of a handover."""

from collections.abc import Sequence
from typing import assert_never

from domain.facts.duty import ACTOR_IS_STAFF, require_duty, require_post
from domain.facts.staff import HEADS, SERVING, Post
from domain.handover.commands import (
    AcceptFiles,
    DecideObjection,
    HandoverCommand,
    ObjectToFile,
    ProposeHandover,
    SignHandover,
    WithdrawHandover,
)
from domain.handover.events import HandoverEvent, HandoverProposed, HandoverWithdrawn
from domain.handover.rules import (
    GIVER_ANSWERS,
    HANDOVER_IS_OPEN,
    MOVES_FROM_TODAY,
    ONE_HANDOVER_A_NUMBER,
    PROPOSED_BY_THE_GIVER,
    WITHDRAWN_BY_THE_PROPOSER,
)
from domain.handover.settling import accept_files, decide_objection, object_to_file
from domain.handover.signing import sign_handover
from domain.handover.state import Handing


def decide(command: HandoverCommand, handing: Handing) -> Sequence[HandoverEvent]:
    """Return what follows from a command."""
    match command:
        case ProposeHandover():
            return propose_handover(command, handing)
        case AcceptFiles():
            return accept_files(command, handing)
        case ObjectToFile():
            return object_to_file(command, handing)
        case DecideObjection():
            return decide_objection(command, handing)
        case SignHandover():
            return sign_handover(command, handing)
        case WithdrawHandover():
            return withdraw_handover(command, handing)
    assert_never(command)


def propose_handover(command: ProposeHandover, handing: Handing) -> Sequence[HandoverEvent]:
    """Propose a handover; () where the same was proposed."""
    proposed = HandoverProposed(
        from_id=command.from_id,
        to_id=command.to_id,
        file_ids=command.file_ids,
        moves_on=command.moves_on,
        reason=command.reason,
        document=command.document,
        proposed_by=command.actor,
    )
    if handing.proposed == proposed:
        return ()
    staff = require_post(command.staff, command.today, (*SERVING, *HEADS))
    ONE_HANDOVER_A_NUMBER.require(handing.proposed is None, handover_id=command.handover_id)
    PROPOSED_BY_THE_GIVER.require(
        command.from_id != command.to_id
        and (
            command.actor == command.from_id
            or staff.holds(command.today, *HEADS, Post.RELATIONSHIP_HEAD)
        ),
        from_id=command.from_id,
        to_id=command.to_id,
    )
    MOVES_FROM_TODAY.require(command.moves_on >= command.today, moves_on=command.moves_on)
    _require_giver(command)
    ACTOR_IS_STAFF.require(command.receiver is not None, to_id=command.to_id)
    for party in command.parties or ():
        require_duty(command.receiver, command.today, SERVING, party.customer_id)
    return (proposed,)


def withdraw_handover(command: WithdrawHandover, handing: Handing) -> Sequence[HandoverEvent]:
    """Withdraw a handover; () where it was withdrawn."""
    if handing.withdrawn:
        return ()
    proposed = handing.proposed
    HANDOVER_IS_OPEN.require(
        proposed is not None and handing.completed is None, handover_id=command.handover_id
    )
    assert proposed is not None
    leads = command.staff is not None and command.staff.holds(command.today, *HEADS)
    WITHDRAWN_BY_THE_PROPOSER.require(
        leads or command.actor == proposed.proposed_by, actor=command.actor
    )
    return (HandoverWithdrawn(reason=command.reason),)


def _require_giver(command: ProposeHandover) -> None:
    known = {each.file_id: each.last for each in command.responsibilities or ()}
    answers = all(known.get(file_id) == command.from_id for file_id in command.file_ids)
    once = 0 < len(command.file_ids) == len(set(command.file_ids))
    GIVER_ANSWERS.require(answers and once, from_id=command.from_id)
