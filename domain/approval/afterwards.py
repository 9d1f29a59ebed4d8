"""Decisions: tell the customer, and what becomes of an approval: used, lapsed, revoked, ended."""

from collections.abc import Sequence

from domain.approval.commands import Lapse, NotifyCustomer, Revoke
from domain.approval.events import (
    ApprovalEnded,
    ApprovalEvent,
    ApprovalTakenUp,
    CreditApproved,
    CustomerNotified,
)
from domain.approval.mandates import require_mandate, require_own
from domain.approval.rules import (
    APPROVAL_STANDS,
    DECISION_IS_TOLD,
    PAPER_IS_NOT_POSTDATED,
    SIGNED_ON_APPROVAL_THAT_HOLDS,
    VALIDITY_IS_OVER,
)
from domain.approval.standing import DECIDERS, OFFICERS, require_file
from domain.approval.state import Case, outcome_of
from domain.approval.values import Ending
from domain.facts.approval import ApprovalOutcome
from domain.facts.duty import require_duty
from domain.ties import EndApproval, TakeUpApproval


def notify_customer(command: NotifyCustomer, case: Case) -> Sequence[ApprovalEvent]:
    """Record that the customer was told; () where the same is on record."""
    told = CustomerNotified(
        letter=command.letter, delivery=command.delivery, on=command.on, told_by=command.actor
    )
    said = (told.letter, told.delivery, told.on)
    if any((known.letter, known.delivery, known.on) == said for known in case.notices):
        return ()
    _require_officer(command)
    decision = case.decision
    DECISION_IS_TOLD.require(
        decision is not None and decision.decided_on <= command.on,
        application_id=command.application_id,
    )
    PAPER_IS_NOT_POSTDATED.require(command.on <= command.today, on=command.on)
    return (told,)


def lapse(command: Lapse, case: Case) -> Sequence[ApprovalEvent]:
    """Let an approval lapse; () where it lapsed before."""
    if case.ended is not None and case.ended.ending is Ending.NOT_USED:
        return ()
    _require_officer(command)
    approved = _require_unused(command.application_id, case)
    VALIDITY_IS_OVER.require(approved.valid_until < command.today, valid_until=approved.valid_until)
    return (ApprovalEnded(ending=Ending.NOT_USED, reason=None, ended_by=command.actor),)


def revoke(command: Revoke, case: Case) -> Sequence[ApprovalEvent]:
    """Revoke an approval under a mandate that would have covered it; () where it was revoked."""
    if case.ended is not None and case.ended.ending is Ending.REVOKED:
        return ()
    file = require_file(command, DECIDERS)
    approved = _require_unused(command.application_id, case)
    chain = require_mandate(command, approved.terms, file.unit_id)
    assert command.staff is not None
    require_own(chain[0], command.staff, command.today)
    ended = ApprovalEnded(
        ending=Ending.REVOKED,
        reason=command.reason,
        ended_by=command.actor,
        mandate_id=command.mandate_id,
        seen=file.seen,
    )
    return (ended,)


def _require_officer(command: NotifyCustomer | Lapse) -> None:
    customer_id = command.application.customer_id if command.application else None
    require_duty(command.staff, command.today, OFFICERS, customer_id)


def _require_unused(application_id: str, case: Case) -> CreditApproved:
    unused = outcome_of(case) is ApprovalOutcome.APPROVED and case.taken_up is None
    APPROVAL_STANDS.require(unused, application_id=application_id)
    assert isinstance(case.decision, CreditApproved)
    return case.decision


def take_up(command: TakeUpApproval, case: Case) -> Sequence[ApprovalEvent]:
    """Note that a contract was signed on an approval; () where one was."""
    if case.taken_up == command.contract_id:
        return ()
    approved = case.decision if isinstance(case.decision, CreditApproved) else None
    holds = approved is not None and case.ended is None and command.today <= approved.valid_until
    SIGNED_ON_APPROVAL_THAT_HOLDS.require(
        holds and case.taken_up is None, application_id=command.application_id
    )
    return (ApprovalTakenUp(contract_id=command.contract_id),)


def end(_command: EndApproval, case: Case) -> Sequence[ApprovalEvent]:
    """End what a withdrawn application leads to; () where nothing was said of it, or it ended."""
    if case == Case() or case.ended is not None or case.taken_up is not None:
        return ()
    return (ApprovalEnded(ending=Ending.APPLICATION_WITHDRAWN, reason=None, ended_by=None),)
