"""Decisions: approve or decline alone, or take a file up."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from domain.approval.commands import (
    Approve,
    Decline,
    Escalate,
)
from domain.approval.events import (
    ApprovalEvent,
    CreditApproved,
    CreditDeclined,
    Escalated,
)
from domain.approval.mandates import (
    besides,
    numbers_of,
    require_mandate,
    require_not_below,
    require_own,
    require_upwards,
)
from domain.approval.rules import (
    DECLINED_WITH_REASONS,
)
from domain.approval.standing import (
    DECIDERS,
    MEMBERS,
    require_decider,
    require_file,
    require_handled_by_others,
    require_ready,
)
from domain.approval.state import Case
from domain.approval.terms import judge
from domain.facts.policy import SHIPPED
from domain.facts.staff import Post

VALID_DAYS: Final = "bank.approval.valid_days"


def approve(command: Approve, case: Case) -> Sequence[ApprovalEvent]:
    """Approve a credit alone; () where the same person approved the same before."""
    if _is_approved(command, case):
        return ()
    file = require_file(command, DECIDERS)
    investigation = require_decider(command, file, case)
    require_not_below(command, case)
    chain = require_mandate(command, command.terms, file.unit_id)
    assert command.staff is not None
    require_own(chain[0], command.staff, command.today)
    judged = judge(command, file, investigation)
    valid = (command.policy or SHIPPED).on(VALID_DAYS, command.today)
    approved = CreditApproved(
        customer_id=file.customer_id,
        unit_id=file.unit_id,
        terms=command.terms,
        conditions=command.conditions,
        facility_id=command.facility_id,
        differences=judged.differences,
        reason=command.reason,
        comparison=command.comparison,
        mandate_id=command.mandate_id,
        mandates=numbers_of(chain),
        decided_by=(command.actor,),
        ballot=None,
        grade=judged.rating.grade,
        scorecard=judged.rating.scorecard,
        related=command.related,
        besides=besides(command),
        settings=(*judged.settings, valid),
        seen=file.seen,
        decided_on=command.today,
        valid_until=command.today + timedelta(int(valid.setting)),
    )
    return (approved,)


def _is_approved(command: Approve, case: Case) -> bool:
    known = case.decision
    return (
        isinstance(known, CreditApproved)
        and case.ended is None
        and known.decided_by == (command.actor,)
        and (known.terms, known.conditions, known.facility_id, known.mandate_id, known.reason)
        == (
            command.terms,
            command.conditions,
            command.facility_id,
            command.mandate_id,
            command.reason,
        )
    )


def decline(command: Decline, case: Case) -> Sequence[ApprovalEvent]:
    """Decline an application alone; () where the same person declined it so before.

    The mandate must cover what was proposed, or else what was asked for: nobody declines what they
    could not have approved.
    """
    known = case.decision
    if isinstance(known, CreditDeclined) and _is_declined(command, known):
        return ()
    file = require_file(command, DECIDERS)
    investigation = require_decider(command, file, case)
    DECLINED_WITH_REASONS.require(bool(command.reasons))
    require_not_below(command, case)
    terms = investigation.proposed or file.application.terms
    chain = require_mandate(command, terms, file.unit_id)
    assert command.staff is not None
    require_own(chain[0], command.staff, command.today)
    declined = CreditDeclined(
        customer_id=file.customer_id,
        unit_id=file.unit_id,
        reasons=command.reasons,
        mandate_id=command.mandate_id,
        mandates=numbers_of(chain),
        decided_by=(command.actor,),
        ballot=None,
        grade=command.rating.grade if command.rating else None,
        scorecard=command.rating.scorecard if command.rating else None,
        related=command.related,
        besides=besides(command),
        settings=(),
        seen=file.seen,
        decided_on=command.today,
    )
    return (declined,)


def _is_declined(command: Decline, known: CreditDeclined) -> bool:
    said = ((command.actor,), command.mandate_id, command.reasons)
    return said == (known.decided_by, known.mandate_id, known.reasons)


def escalate(command: Escalate, case: Case) -> Sequence[ApprovalEvent]:
    """Take a file up to a mandate; () where it went there before."""
    before = case.escalated
    if before is not None and before.mandate_id == command.mandate_id:
        return ()
    file = require_file(command, (Post.REVIEWER, *MEMBERS))
    investigation = require_ready(command, case)
    require_handled_by_others(command, file, investigation)
    terms = investigation.proposed or file.application.terms
    chain = require_mandate(command, terms, file.unit_id)
    require_upwards(command, chain, before)
    escalated = Escalated(
        customer_id=file.customer_id,
        unit_id=file.unit_id,
        mandate_id=command.mandate_id,
        mandates=numbers_of(chain),
        amount_max=chain[0].scope.amount_max,
        to_unit=chain[0].unit_id,
        to_person=chain[0].staff_id,
        to_post=chain[0].post,
        reason=command.reason,
        escalated_by=command.actor,
        seen=file.seen,
    )
    return (escalated,)
