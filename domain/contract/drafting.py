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
    CONTRACT_WITHIN_PRODUCT,
    NOT_ALTERED_ONCE_PRINTED,
)
from domain.contract.state import Agreement
from domain.facts.approval import Approval
from domain.facts.contract import ContractKind
from domain.facts.duty import require_apart, require_duty, require_lending_unit
from domain.facts.entrusting import Entrustment
from domain.facts.staff import Post
from domain.ids import UnitId

Granted = Approval | Entrustment  # What a contract is made on.

DRAFTERS: Final = (
    Post.CONTRACT_OFFICER,
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
)


def draft_loan(command: DraftLoanContract, known: Agreement) -> Sequence[ContractEvent]:
    """Draft a loan contract; () where it is drafted like this."""
    granted = _permitted(command)
    entrusted = granted if isinstance(granted, Entrustment) else None
    drafted = ContractDrafted(
        kind=ContractKind.ENTRUSTED_LOAN if entrusted else ContractKind.LOAN,
        customer_id=granted.customer_id,
        application_id=command.application_id,
        facility_id=granted.facility_id,
        terms=command.terms,
        approved=granted.terms,
        due_day=command.due_day,
        conditions=granted.conditions,
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
        entrusted_by=entrusted.entrusted_by if entrusted else None,
        service_fee=entrusted.service_fee if entrusted else None,
    )
    if _is_drafted(known, drafted):
        return ()
    _require_alterable(known)
    require_complete(drafted)
    require_secured(drafted, command.backing or ())
    _require_offered(command)
    return (drafted,)


def _require_offered(command: DraftLoanContract) -> None:
    """Raise Refused where the product of the day is lent for other purposes, or on other ways."""
    terms, offered = command.terms, command.product.on(command.today) if command.product else None
    misfits = offered.misfits(terms.loan_purpose, terms.security) if offered else ()
    CONTRACT_WITHIN_PRODUCT.require(not misfits, outside="; ".join(misfits))


def draft_security(command: DraftSecurityContract, known: Agreement) -> Sequence[ContractEvent]:
    """Draft a security contract; () where it is drafted like this."""
    granted = _permitted(command)
    backing = command.backing or ()
    drafted = ContractDrafted(
        kind=command.kind,
        customer_id=granted.customer_id,
        application_id=command.application_id,
        facility_id=granted.facility_id,
        terms=None,
        approved=granted.terms,
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


def _permitted(command: DraftLoanContract | DraftSecurityContract) -> Granted:
    """Return what a draft rests on; Refused where the actor or the day does not permit it."""
    granted, day = command.approval or command.entrustment, command.today
    require_duty(command.staff, day, DRAFTERS, granted.customer_id if granted else None)
    decided = command.approval.people if command.approval else ()
    require_apart(command.actor, decided, "decider")
    require_lending_unit(command.unit, day)
    return holding(granted, day)


def holding(granted: Granted | None, day: date) -> Granted:
    """Return an approval, or an entrustment; Refused where it does not hold on a day."""
    APPROVAL_HOLDS.require(granted is not None and granted.holds(day), day=day)
    assert granted is not None
    return granted


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
