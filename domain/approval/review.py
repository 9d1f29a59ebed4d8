"""Decisions: review a file, let it be decided before, attach what an expert says."""

from collections.abc import Sequence

from domain.approval.commands import AttachExpertOpinion, GrantFastTrack, Review
from domain.approval.events import (
    ApplicationReviewed,
    ApprovalEvent,
    ExpertOpinionAttached,
    FastTrackGranted,
)
from domain.approval.rules import (
    PAPER_IS_NOT_POSTDATED,
    RETURNED_IS_INVESTIGATED_ANEW,
    RETURNED_WITH_PROBLEMS,
    TRACK_COMES_FIRST,
)
from domain.approval.standing import (
    HEADS,
    MEMBERS,
    require_file,
    require_handled_by_others,
    require_investigated,
    require_undecided,
)
from domain.approval.state import Case
from domain.approval.values import Verdict
from domain.calendar import last_working_day
from domain.facts.duty import require_apart
from domain.facts.policy import SHIPPED
from domain.facts.staff import Post

REVIEW_DAYS = "bank.approval.fast_track.review_working_days"


def review(command: Review, case: Case) -> Sequence[ApprovalEvent]:
    """Record a review; () where the same was said of the same report.

    After a fast track the review follows the decision; who decided does not make it.
    """
    if _is_signed(command, case):
        return ()
    file = require_file(command, (Post.REVIEWER,))
    if not case.awaits_review:
        require_undecided(command, case)
    investigation = require_investigated(command)
    require_handled_by_others(command, file, investigation)
    require_apart(command.actor, case.deciders, "decider")
    sent_back = command.verdict is Verdict.SEND_BACK
    RETURNED_WITH_PROBLEMS.require(bool(command.problems) or not sent_back)
    last = case.reviews[-1] if case.reviews else None
    RETURNED_IS_INVESTIGATED_ANEW.require(
        last is None or last.verdict is Verdict.PASS_ON or last.report != investigation.report,
        report=investigation.report,
    )
    reviewed = ApplicationReviewed(
        customer_id=file.customer_id,
        unit_id=file.unit_id,
        verdict=command.verdict,
        problems=command.problems,
        comment=command.comment,
        signed=command.signed,
        report=investigation.report,
        reviewed_by=command.actor,
        reviewed_on=command.today,
        afterwards=case.awaits_review,
        seen=file.seen,
    )
    return (reviewed,)


def _is_signed(command: Review, case: Case) -> bool:
    """Tell whether the last review says the same about the same report."""
    last = case.reviews[-1] if case.reviews else None
    report = command.investigation.report if command.investigation else None
    return last is not None and (
        (last.verdict, last.problems, last.comment, last.signed, last.report)
        == (command.verdict, command.problems, command.comment, command.signed, report)
    )


def grant_fast_track(command: GrantFastTrack, case: Case) -> Sequence[ApprovalEvent]:
    """Let a file be decided before it is reviewed; () where the actor granted it before."""
    granted = case.fast_track
    if granted and (granted.granted_by, granted.reason) == (command.actor, command.reason):
        return ()
    file = require_file(command, HEADS)
    TRACK_COMES_FIRST.require(
        granted is None and not case.reviews and case.decision is None and case.ended is None,
        application_id=command.application_id,
    )
    require_handled_by_others(command, file, require_investigated(command))
    setting = (command.policy or SHIPPED).on(REVIEW_DAYS, command.today)
    due_on, calendar = last_working_day(command.today, int(setting.setting), command.calendar)
    track = FastTrackGranted(
        customer_id=file.customer_id,
        unit_id=file.unit_id,
        reason=command.reason,
        granted_by=command.actor,
        review_due_on=due_on,
        settings=(setting,),
        seen=file.seen,
        calendar=calendar,
    )
    return (track,)


def attach_expert_opinion(command: AttachExpertOpinion, case: Case) -> Sequence[ApprovalEvent]:
    """Put an expert's opinion on file; () where it is there."""
    said = (command.expert, command.advice, command.document_digest, command.dated)
    if any((o.expert, o.advice, o.document_digest, o.dated) == said for o in case.opinions):
        return ()
    file = require_file(command, (Post.REVIEWER, *MEMBERS))
    require_undecided(command, case)
    PAPER_IS_NOT_POSTDATED.require(command.dated <= command.today, dated=command.dated)
    attached = ExpertOpinionAttached(
        customer_id=file.customer_id,
        expert=command.expert,
        advice=command.advice,
        document_digest=command.document_digest,
        dated=command.dated,
        attached_by=command.actor,
    )
    return (attached,)
