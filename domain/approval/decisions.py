"""What follows from a command on an approval, and what is held on to elsewhere."""

from collections.abc import Sequence
from typing import assert_never

from domain.approval.afterwards import end, lapse, notify_customer, revoke, take_up
from domain.approval.commands import (
    ApprovalCommand,
    Approve,
    AttachExpertOpinion,
    Decline,
    Escalate,
    GrantFastTrack,
    Lapse,
    NotifyCustomer,
    PutMotion,
    Resolve,
    Review,
    Revoke,
    Vote,
)
from domain.approval.committee import put_motion, resolve, vote
from domain.approval.events import ApprovalEnded, ApprovalEvent, CreditApproved
from domain.approval.outcome import approve, decline, escalate
from domain.approval.review import attach_expert_opinion, grant_fast_track, review
from domain.approval.state import Case
from domain.ties import EndApproval, ReleaseHeadroom, ReserveHeadroom, TakeUpApproval


def decide(command: ApprovalCommand, case: Case) -> Sequence[ApprovalEvent]:
    """Return what follows from a command."""
    match command:
        case Review():
            return review(command, case)
        case GrantFastTrack():
            return grant_fast_track(command, case)
        case AttachExpertOpinion():
            return attach_expert_opinion(command, case)
        case Escalate():
            return escalate(command, case)
        case PutMotion():
            return put_motion(command, case)
        case Vote():
            return vote(command, case)
        case Resolve():
            return resolve(command, case)
        case Approve():
            return approve(command, case)
        case Decline():
            return decline(command, case)
        case NotifyCustomer():
            return notify_customer(command, case)
        case Lapse():
            return lapse(command, case)
        case Revoke():
            return revoke(command, case)
        case TakeUpApproval():
            return take_up(command, case)
        case EndApproval():
            return end(command, case)
    assert_never(command)


def guards(
    command: ApprovalCommand, case: Case, events: Sequence[ApprovalEvent]
) -> Sequence[ReserveHeadroom | ReleaseHeadroom]:
    """Reserve the headroom of what is approved, and give it back where the approval ends."""
    for event in events:
        if isinstance(event, CreditApproved):
            reserve = ReserveHeadroom(
                facility_id=event.facility_id,
                application_id=command.application_id,
                amount=event.terms.amount,
                today=event.decided_on,
            )
            return (reserve,)
        if isinstance(event, ApprovalEnded) and isinstance(case.decision, CreditApproved):
            release = ReleaseHeadroom(
                facility_id=case.decision.facility_id, application_id=command.application_id
            )
            return (release,)
    return ()
