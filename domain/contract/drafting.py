"""Decisions: draft a loan contract, or one that secures it, on an approval."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs

from domain.contract.commands import (
    DraftLoanContract,
    DraftSecurityContract,
)
from domain.contract.complete import require_complete, require_secured, require_securing
from domain.contract.events import (
    ContractDrafted,
    ContractEvent,
)
from domain.contract.rules import (
    APPROVAL_HOLDS,
    CONTRACT_IS_DRAFTED,
    CONTRACT_IS_OPEN,
    NOT_ALTERED_ONCE_PRINTED,
)
from domain.contract.state import Agreement
from domain.facts.approval import Approval
from domain.facts.contract import ContractKind
from domain.facts.duty import require_duty, require_lending_unit
from domain.facts.staff import Post
from domain.ids import UnitId

DRAFTERS: Final = (
    Post.CONTRACT_OFFICER,
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
)


def draft_loan(command: DraftLoanContract, known: Agreement) -> Sequence[ContractEvent]:
    """Draft a loan contract; () where it is drafted like this."""
    approval = _permitted(command)
    drafted = ContractDrafted(
        kind=ContractKind.LOAN,
        customer_id=approval.customer_id,
        application_id=command.application_id,
        facility_id=approval.facility_id,
        terms=command.terms,
        approved=approval.terms,
        due_day=command.due_day,
        conditions=approval.conditions,
        breach_terms=command.breach_terms,
        securities=command.securities,
        secured_by=command.secured_by,
        secures=(),
        givers=(),
        secures_up_to=None,
        debts_since=None,
        debts_until=None,
        provisions=command.provisions,
        drafted_by=command.actor,
        fees=command.fees,
        unit_id=_unit_of(command),
    )
    if _is_drafted(known, drafted):
        return ()
    _require_alterable(known)
    require_complete(drafted)
    require_secured(drafted, command.backing or ())
    return (drafted,)


def draft_security(command: DraftSecurityContract, known: Agreement) -> Sequence[ContractEvent]:
    """Draft a security contract; () where it is drafted like this."""
    approval = _permitted(command)
    backing = command.backing or ()
    drafted = ContractDrafted(
        kind=command.kind,
        customer_id=approval.customer_id,
        application_id=command.application_id,
        facility_id=approval.facility_id,
        terms=None,
        approved=approval.terms,
        due_day=None,
        conditions=(),
        breach_terms=command.breach_terms,
        securities=command.securities,
        secured_by=(),
        secures=command.secures,
        givers=tuple(dict.fromkeys(security.given_by for security in backing)),
        secures_up_to=command.secures_up_to,
        debts_since=command.debts_since,
        debts_until=command.debts_until,
        provisions=command.provisions,
        drafted_by=command.actor,
        unit_id=_unit_of(command),
    )
    if _is_drafted(known, drafted):
        return ()
    _require_alterable(known)
    require_complete(drafted)
    require_securing(drafted, backing, command.secured or ())
    return (drafted,)


def _unit_of(command: DraftLoanContract | DraftSecurityContract) -> UnitId | None:
    """Return the unit that took the application in."""
    return command.application.unit_id if command.application else None


def _permitted(command: DraftLoanContract | DraftSecurityContract) -> Approval:
    """Return the approval; Refused where the actor or the day does not permit a draft."""
    approval, day = command.approval, command.today
    require_duty(command.staff, day, DRAFTERS, approval.customer_id if approval else None)
    require_lending_unit(command.unit, day)
    return holding(approval, day)


def holding(approval: Approval | None, day: date) -> Approval:
    """Return an approval; Refused where it does not hold on a day."""
    APPROVAL_HOLDS.require(approval is not None and approval.holds(day), day=day)
    assert approval is not None
    return approval


def _is_drafted(known: Agreement, drafted: ContractDrafted) -> bool:
    """Say whether a draft is on record, whoever made it."""
    on_record = known.drafted
    return on_record is not None and attrs.evolve(drafted, drafted_by=on_record.drafted_by) == (
        on_record
    )


def _require_alterable(known: Agreement) -> None:
    CONTRACT_IS_OPEN.require(known.voided is None and known.ended is None)
    NOT_ALTERED_ONCE_PRINTED.require(known.printed is None)


def drafted_of(known: Agreement) -> ContractDrafted:
    """Return the draft; Refused where there is none, or the contract is voided or ended."""
    CONTRACT_IS_DRAFTED.require(known.drafted is not None)
    CONTRACT_IS_OPEN.require(known.voided is None and known.ended is None)
    assert known.drafted is not None
    return known.drafted
