"""Decisions: request a drawdown, meet its conditions, check it, cancel it."""

from collections.abc import Sequence
from typing import Final

from domain.drawdown.commands import (
    CancelDrawdown,
    CheckDrawdown,
    MeetCondition,
    RequestDrawdown,
)
from domain.drawdown.discount import require_holder_paid
from domain.drawdown.events import (
    ConditionMet,
    DrawdownCancelled,
    DrawdownChecked,
    DrawdownEvent,
    DrawdownRequested,
)
from domain.drawdown.payment import require_payees, weigh_way
from domain.drawdown.rules import (
    CONDITION_IS_PRECEDENT,
    CONDITIONS_ARE_MET,
    DRAWDOWN_IS_OPEN,
    DRAWDOWN_IS_REQUESTED,
    DRAWDOWN_IS_REQUESTED_ONCE,
    NOTE_WITHIN_TERM,
)
from domain.drawdown.standing import (
    in_force,
    require_no_part,
    require_paid_by_others,
    require_secured,
)
from domain.drawdown.state import Drawing, Stage
from domain.drawdown.within import require_deposited, require_left
from domain.facts.approval import ConditionKind
from domain.facts.duty import require_duty, require_lending_unit
from domain.facts.staff import Post

REQUESTERS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
)
PAYERS: Final = (Post.DISBURSEMENT_OFFICER,)


def request(command: RequestDrawdown, known: Drawing) -> Sequence[DrawdownEvent]:
    """Request money under a contract; () where the same was requested."""
    contract = command.contract
    require_duty(
        command.staff, command.today, REQUESTERS, contract.customer_id if contract else None
    )
    require_no_part(command)
    drawn, terms = in_force(contract)
    if known.requested:
        DRAWDOWN_IS_REQUESTED_ONCE.require(_is_requested(command, known.requested))
        return ()
    require_lending_unit(command.unit, command.today)
    require_left(command.amount, drawn.left)
    require_deposited(command, drawn)
    months = command.months or terms.months
    NOTE_WITHIN_TERM.require(months <= terms.months, months=months, contract=terms.months)
    require_holder_paid(command, terms, months)
    require_payees(command)
    settings, findings = weigh_way(command, terms)
    requested = DrawdownRequested(
        customer_id=drawn.customer_id,
        contract_id=command.contract_id,
        application_id=drawn.application_id or "",
        facility_id=drawn.facility_id,
        loan_id=command.loan_id,
        amount=command.amount,
        payment=command.payment,
        payees=command.payees,
        evidence=command.evidence,
        months=months,
        conditions=tuple(c for c in drawn.conditions if c.kind is ConditionKind.PRECEDENT),
        waivers=command.waivers,
        settings=settings,
        findings=findings,
        requested_by=command.actor,
        bill=command.bill,
        unit_id=command.application.unit_id if command.application else None,
        entrusted_by=drawn.entrusted_by,
        seen=command.seen,
    )
    return (requested,)


def _is_requested(command: RequestDrawdown, requested: DrawdownRequested) -> bool:
    return (
        (requested.contract_id, requested.loan_id, requested.amount)
        == (command.contract_id, command.loan_id, command.amount)
        and (requested.payment, requested.payees, requested.evidence)
        == (command.payment, command.payees, command.evidence)
        and (requested.waivers, requested.bill) == (command.waivers, command.bill)
        and command.months in (None, requested.months)
    )


def requested_of(known: Drawing) -> DrawdownRequested:
    """Return the request; Refused where there is none."""
    DRAWDOWN_IS_REQUESTED.require(known.requested is not None)
    assert known.requested is not None
    return known.requested


def require_open(known: Drawing) -> None:
    """Raise Refused where a drawdown was paid, cancelled or reversed."""
    DRAWDOWN_IS_OPEN.require(known.stage in (Stage.REQUESTED, Stage.CHECKED), stage=known.stage)


def meet_condition(command: MeetCondition, known: Drawing) -> Sequence[DrawdownEvent]:
    """Record that a condition is met; () where it was met by that evidence."""
    requested = requested_of(known)
    require_duty(command.staff, command.today, (*REQUESTERS, *PAYERS), requested.customer_id)
    number, recorded = command.condition_id, known.met.get(command.condition_id)
    if recorded and recorded.evidence == command.evidence:
        return ()
    require_open(known)
    CONDITION_IS_PRECEDENT.require(number in known.unmet, condition_id=number)
    met = ConditionMet(condition_id=number, evidence=command.evidence, met_by=command.actor)
    return (met,)


def check(command: CheckDrawdown, known: Drawing) -> Sequence[DrawdownEvent]:
    """Check that money may be paid; () where that was checked."""
    requested = requested_of(known)
    require_duty(command.staff, command.today, PAYERS, requested.customer_id)
    if known.checked:
        return ()
    require_open(known)
    require_paid_by_others(command, requested)
    CONDITIONS_ARE_MET.require(not known.unmet, unmet=", ".join(known.unmet))
    contract = require_secured(command)
    checked = DrawdownChecked(
        checked_by=command.actor,
        checked_on=command.today,
        securities=contract.securities,
        unit_id=requested.unit_id,
        seen=command.seen,
    )
    return (checked,)


def cancel(command: CancelDrawdown, known: Drawing) -> Sequence[DrawdownEvent]:
    """Cancel a drawdown; () where it was cancelled for that reason."""
    requested = requested_of(known)
    require_duty(command.staff, command.today, (*REQUESTERS, *PAYERS), requested.customer_id)
    cancelled = DrawdownCancelled(reason=command.reason)
    if known.cancelled == cancelled:
        return ()
    require_open(known)
    return (cancelled,)
