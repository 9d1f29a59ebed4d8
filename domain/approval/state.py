"""How far the decision on an application has come."""

from typing import assert_never

import attrs
from attrs import frozen

from domain.approval.events import (
    ApplicationReviewed,
    ApprovalEnded,
    ApprovalEvent,
    ApprovalTakenUp,
    CreditApproved,
    CreditDeclined,
    CustomerNotified,
    Escalated,
    ExpertOpinionAttached,
    FastTrackGranted,
    MotionPut,
    VoteCast,
)
from domain.facts.approval import Approval, ApprovalOutcome, Moved
from domain.ids import ApplicationId, ContractId, StaffId

Decided = CreditApproved | CreditDeclined


@frozen
class Case:
    """A file that people decide on: what was said, by whom, and what came of it."""

    customer_id: str = ""
    reviews: tuple[ApplicationReviewed, ...] = ()
    fast_track: FastTrackGranted | None = None
    escalated: Escalated | None = None
    motion: MotionPut | None = None
    votes: tuple[VoteCast, ...] = ()  # On the motion as it was last put.
    voters: tuple[StaffId, ...] = ()  # On any motion.
    opinions: tuple[ExpertOpinionAttached, ...] = ()
    decision: Decided | None = None
    notices: tuple[CustomerNotified, ...] = ()
    taken_up: ContractId | None = None
    ended: ApprovalEnded | None = None

    @property
    def reviewers(self) -> tuple[StaffId, ...]:
        """Who reviewed the file, in any round."""
        return tuple(review.reviewed_by for review in self.reviews)

    @property
    def deciders(self) -> tuple[StaffId, ...]:
        """Who voted, granted a fast track or decided."""
        track = (self.fast_track.granted_by,) if self.fast_track else ()
        decided = self.decision.decided_by if self.decision else ()
        return tuple(dict.fromkeys((*track, *self.voters, *decided)))

    @property
    def awaits_review(self) -> bool:
        """Whether it was decided on a fast track and the review has not followed."""
        return self.decision is not None and self.fast_track is not None and not self.reviews


def evolve(case: Case, event: ApprovalEvent) -> Case:
    """Return the case after an event."""
    case = attrs.evolve(case, customer_id=getattr(event, "customer_id", case.customer_id))
    match event:
        case ApplicationReviewed():
            return attrs.evolve(case, reviews=(*case.reviews, event))
        case FastTrackGranted():
            return attrs.evolve(case, fast_track=event)
        case Escalated():
            return attrs.evolve(case, escalated=event, motion=None, votes=())
        case MotionPut():
            return attrs.evolve(case, motion=event, votes=())
        case VoteCast():
            voters = (*case.voters, event.member)
            return attrs.evolve(case, votes=(*case.votes, event), voters=voters)
        case CreditApproved() | CreditDeclined():
            return attrs.evolve(case, decision=event)
        case ExpertOpinionAttached():
            return attrs.evolve(case, opinions=(*case.opinions, event))
        case CustomerNotified():
            return attrs.evolve(case, notices=(*case.notices, event))
        case ApprovalTakenUp():
            return attrs.evolve(case, taken_up=event.contract_id)
        case ApprovalEnded():
            return attrs.evolve(case, ended=event)
    assert_never(event)


def outcome_of(case: Case) -> ApprovalOutcome:
    """Return what was decided, and whether it still holds."""
    if case.ended is not None:
        return ApprovalOutcome.LAPSED
    match case.decision:
        case CreditApproved():
            return ApprovalOutcome.APPROVED
        case CreditDeclined():
            return ApprovalOutcome.DECLINED
    return ApprovalOutcome.PENDING


def fact(application_id: ApplicationId, case: Case) -> Approval:
    """Return what others may know."""
    approved = case.decision if isinstance(case.decision, CreditApproved) else None
    motion = case.motion
    return Approval(
        application_id=application_id,
        customer_id=case.customer_id,
        outcome=outcome_of(case),
        terms=approved.terms if approved else None,
        conditions=approved.conditions if approved else (),
        facility_id=approved.facility_id if approved else None,
        people=tuple(dict.fromkeys((*case.reviewers, *case.deciders))),
        decided_on=case.decision.decided_on if case.decision else None,
        valid_until=approved.valid_until if approved else None,
        moved=Moved(terms=motion.terms, facility_id=motion.facility_id) if motion else None,
    )
