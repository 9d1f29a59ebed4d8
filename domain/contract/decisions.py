"""What follows from each command on a contract, and what others may know of one."""

from collections.abc import Sequence
from typing import assert_never

from domain.contract import checking, custody, drafting, drawing, signing
from domain.contract.commands import (
    CheckContract,
    ContractCommand,
    DraftLoanContract,
    DraftSecurityContract,
    EndContract,
    MoveCopies,
    PrintContract,
    SendBackContract,
    SignContract,
    VoidContract,
)
from domain.contract.events import ContractEvent
from domain.contract.state import Agreement
from domain.facts.contract import Contract
from domain.ids import ContractId, StaffId
from domain.ties import DrawContract, SecureContract, UndrawContract, UnsecureContract


def decide(command: ContractCommand, known: Agreement) -> Sequence[ContractEvent]:
    """Return what follows from a command."""
    match command:
        case DraftLoanContract():
            return drafting.draft_loan(command, known)
        case DraftSecurityContract():
            return drafting.draft_security(command, known)
        case CheckContract():
            return checking.check(command, known)
        case SendBackContract():
            return checking.send_back(command, known)
        case PrintContract():
            return checking.print_(command, known)
        case SignContract():
            return signing.sign(command, known)
        case VoidContract():
            return checking.void(command, known)
        case EndContract():
            return custody.end(command, known)
        case MoveCopies():
            return custody.move_copies(command, known)
        case DrawContract():
            return drawing.draw(command, known)
        case UndrawContract():
            return drawing.undraw(command, known)
        case SecureContract():
            return drawing.secure(command, known)
        case UnsecureContract():
            return drawing.unsecure(command, known)
    assert_never(command)


def fact(contract_id: ContractId, known: Agreement) -> Contract | None:
    """Return what others may know of a contract; None before it was drafted."""
    drafted, signed = known.drafted, known.signed
    if drafted is None:
        return None
    terms = drafted.terms
    return Contract(
        contract_id=contract_id,
        kind=drafted.kind,
        stage=known.stage,
        customer_id=drafted.customer_id,
        application_id=drafted.application_id,
        facility_id=drafted.facility_id,
        terms=terms,
        due_day=drafted.due_day,
        conditions=drafted.conditions,
        securities=drafted.securities,
        secures_up_to=drafted.secures_up_to,
        signed_on=signed.signed_on if signed else None,
        drawn=drawing.drawn_of(known, terms.amount.currency) if terms else None,
        people=_people(known),
        secured_by=drafted.secured_by,
        secures=tuple(dict.fromkeys((*drafted.secures, *known.secured))),
        givers=drafted.givers,
        breach_terms=drafted.breach_terms,
        ended_on=known.ended.on if known.ended else None,
        entrusted_by=drafted.entrusted_by,
    )


def _people(known: Agreement) -> tuple[StaffId, ...]:
    """Return who drafted, checked and witnessed, each once."""
    drafted = (known.drafted.drafted_by,) if known.drafted else ()
    checked = (known.checked.checked_by,) if known.checked else ()
    witnessed = known.signed.witnesses if known.signed else ()
    return tuple(dict.fromkeys((*drafted, *checked, *witnessed)))
