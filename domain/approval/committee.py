"""Decisions of a committee: a motion is put, members vote, and the votes are counted."""

from collections.abc import Sequence
from datetime import timedelta

from domain.approval.ballot import carried, counted, is_on_the_report, voters
from domain.approval.commands import PutMotion, Resolve, Vote
from domain.approval.events import (
    ApprovalEvent,
    CreditApproved,
    CreditDeclined,
    MotionPut,
    VoteCast,
)
from domain.approval.mandates import (
    Chain,
    besides,
    numbers_of,
    require_committee,
    require_mandate,
    require_not_below,
)
from domain.approval.outcome import VALID_DAYS
from domain.approval.rules import (
    DECLINED_WITH_REASONS,
    MEMBER_VOTES,
    MOTION_LIES_BEFORE_IT,
    VOTES_ONCE,
)
from domain.approval.standing import (
    MEMBERS,
    File,
    require_decider,
    require_file,
    require_handled_by_others,
    require_ready,
)
from domain.approval.state import Case
from domain.approval.terms import judge, require_approvable
from domain.approval.values import Ballot
from domain.facts.policy import SHIPPED, Setting
from domain.facts.rating import Rating
from domain.facts.staff import Post


def put_motion(command: PutMotion, case: Case) -> Sequence[ApprovalEvent]:
    """Put an application to a committee; () where the same motion lies before it.

    The reviewer may present it.  Put again with other terms or conditions it is voted on anew.
    """
    if case.motion is not None and case.decision is None and _is_put(command, case.motion):
        return ()
    file = require_file(command, (Post.REVIEWER, *MEMBERS))
    investigation = require_ready(command, case)
    require_handled_by_others(command, file, investigation)
    require_not_below(command, case)
    chain = require_mandate(command, command.terms, file.unit_id)
    require_committee(command.committee, chain[0], command.today)
    motion = MotionPut(
        customer_id=file.customer_id,
        unit_id=file.unit_id,
        committee_id=command.committee_id,
        mandate_id=command.mandate_id,
        terms=command.terms,
        conditions=command.conditions,
        facility_id=command.facility_id,
        differences=judge(command, file, investigation).differences,
        reason=command.reason,
        comparison=command.comparison,
        put_by=command.actor,
        seen=file.seen,
        report=investigation.report,
    )
    return (motion,)


def _is_put(command: PutMotion, motion: MotionPut) -> bool:
    if not is_on_the_report(motion, command):
        return False
    same_terms = (motion.terms, motion.conditions) == (command.terms, command.conditions)
    return same_terms and (
        (motion.committee_id, motion.mandate_id, motion.facility_id, motion.reason)
        == (command.committee_id, command.mandate_id, command.facility_id, command.reason)
    )


def vote(command: Vote, case: Case) -> Sequence[ApprovalEvent]:
    """Record a member's vote; () where the member voted so before.

    Who is connected with the customer, or had another part on the file, stays out.
    """
    voted = next((known for known in case.votes if known.member == command.actor), None)
    if voted and (voted.choice, voted.comment) == (command.choice, command.comment):
        return ()
    file = require_file(command, MEMBERS)
    require_decider(command, file, case)
    seats = require_committee(command.committee, None, command.today)
    _require_before(command, case)
    MEMBER_VOTES.require(command.actor in seats.members, actor=command.actor)
    VOTES_ONCE.require(voted is None, actor=command.actor)
    cast = VoteCast(
        committee_id=command.committee_id,
        member=command.actor,
        choice=command.choice,
        comment=command.comment,
        voted_on=command.today,
        seen=file.seen,
    )
    return (cast,)


def resolve(command: Resolve, case: Case) -> Sequence[ApprovalEvent]:
    """Count the votes of those who are members today; () where the same minutes are on record.

    The credit is approved on the motion's terms where enough of the votes cast are in favour, and
    declined otherwise.  The mandate must cover these terms today; and what is approved must be
    offered so today, within the customer's limit, on a rating in force, and lawful for insiders.
    """
    known = case.decision.ballot if case.decision else None
    if known is not None and known.minutes == command.minutes:
        return ()
    file = require_file(command, MEMBERS)
    investigation = require_decider(command, file, case)
    motion = _require_before(command, case)
    require_not_below(command, case)
    chain = require_mandate(command, motion.terms, file.unit_id)
    seats = require_committee(command.committee, chain[0], command.today)
    MEMBER_VOTES.require(command.actor in seats.members, actor=command.actor)
    ballot = counted(case.votes, seats, command)
    if carried(ballot, seats):
        stands_on = require_approvable(command, file, investigation, motion)
        return (_approved(command, motion, (chain, ballot), stands_on),)
    DECLINED_WITH_REASONS.require(bool(command.reasons))
    return (_declined(command, file, (chain, ballot)),)


def _require_before(command: Vote | Resolve, case: Case) -> MotionPut:
    """Return the motion that lies before the committee, on the report as it is now."""
    motion = case.motion
    lies = motion is not None and motion.committee_id == command.committee_id
    before = lies and motion is not None and is_on_the_report(motion, command)
    MOTION_LIES_BEFORE_IT.require(before, committee_id=command.committee_id)
    assert motion is not None
    return motion


def _approved(
    command: Resolve,
    motion: MotionPut,
    how: tuple[Chain, Ballot],
    stands_on: tuple[Rating, tuple[Setting, ...]],
) -> CreditApproved:
    (chain, ballot), (rating, settings) = how, stands_on
    assert command.seen is not None
    valid = (command.policy or SHIPPED).on(VALID_DAYS, command.today)
    return CreditApproved(
        customer_id=motion.customer_id,
        unit_id=motion.unit_id,
        terms=motion.terms,
        conditions=motion.conditions,
        facility_id=motion.facility_id,
        differences=motion.differences,
        reason=motion.reason,
        comparison=motion.comparison,
        mandate_id=command.mandate_id,
        mandates=numbers_of(chain),
        decided_by=voters(ballot),
        ballot=ballot,
        grade=rating.grade,
        scorecard=rating.scorecard,
        related=command.related,
        besides=besides(command),
        settings=(*settings, valid),
        seen=command.seen,
        decided_on=command.today,
        valid_until=command.today + timedelta(int(valid.setting)),
    )


def _declined(command: Resolve, file: File, how: tuple[Chain, Ballot]) -> CreditDeclined:
    chain, ballot = how
    return CreditDeclined(
        customer_id=file.customer_id,
        unit_id=file.unit_id,
        reasons=command.reasons,
        mandate_id=command.mandate_id,
        mandates=numbers_of(chain),
        decided_by=voters(ballot),
        ballot=ballot,
        grade=command.rating.grade if command.rating else None,
        scorecard=command.rating.scorecard if command.rating else None,
        related=command.related,
        besides=besides(command),
        settings=(),
        seen=file.seen,
        decided_on=command.today,
    )
