"""Decisions: check a contract against the approval, print it, send it back, void it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.contract.commands import CheckContract, PrintContract, SendBackContract, VoidContract
from domain.contract.drafting import DRAFTERS, Granted, drafted_of, holding
from domain.contract.events import (
    ContractChecked,
    ContractDrafted,
    ContractEvent,
    ContractPrinted,
    ContractSentBack,
    ContractVoided,
)
from domain.contract.rules import (
    CONTRACT_IS_CHECKED,
    CONTRACT_IS_DRAFTED,
    CONTRACT_IS_OPEN,
    NOT_ALTERED_ONCE_PRINTED,
    NOT_VOIDED_ONCE_SIGNED,
    TERMS_ARE_AS_APPROVED,
)
from domain.contract.state import Agreement
from domain.contract.wording import wording
from domain.dated import Dated, From
from domain.facts.contract import ContractKind
from domain.facts.duty import require_apart, require_duty
from domain.facts.forms import SHIPPED
from domain.facts.forms.form import Form, digest_of
from domain.facts.staff import Post
from domain.facts.terms import differences

CHECKERS: Final = (
    Post.CONTRACT_OFFICER,
    Post.RELATIONSHIP_HEAD,
    Post.CREDIT_HEAD,
    Post.SUB_BRANCH_HEAD,
)


def check(command: CheckContract, known: Agreement) -> Sequence[ContractEvent]:
    """Check a draft by a second person; () where it is checked."""
    drafted = drafted_of(known)
    require_duty(command.staff, command.today, CHECKERS, drafted.customer_id)
    if known.checked:
        return ()
    _require_second(command, drafted)
    _require_as_approved(drafted, command.approval or command.entrustment, command.today)
    checked = ContractChecked(checked_by=command.actor, unit_id=drafted.unit_id, seen=command.seen)
    return (checked,)


def _require_second(command: CheckContract, drafted: ContractDrafted) -> None:
    """Raise Refused where who checks drafted it, or took another part on the file."""
    application, investigation = command.application, command.investigation
    require_apart(command.actor, (drafted.drafted_by,), "drafter")
    require_apart(command.actor, command.approval.people if command.approval else (), "decider")
    require_apart(command.actor, (application.taken_by,) if application else (), "taken_by")
    require_apart(command.actor, investigation.people if investigation else (), "investigator")


def _require_as_approved(drafted: ContractDrafted, granted: Granted | None, day: date) -> None:
    """Raise Refused with every item in which a contract is not what is approved on a day."""
    approved = holding(granted, day)
    if drafted.terms is None or approved.terms is None:
        return
    found = [
        f"{d.item}: {d.other} in the contract, {d.one} approved"
        for d in differences(approved.terms, drafted.terms)
    ]
    if drafted.conditions != approved.conditions:
        found.append("conditions: not those of the approval")
    TERMS_ARE_AS_APPROVED.require(not found, differences="; ".join(found))


def send_back(command: SendBackContract, known: Agreement) -> Sequence[ContractEvent]:
    """Send a draft back, so that it is drafted again and checked again."""
    drafted = drafted_of(known)
    require_duty(command.staff, command.today, CHECKERS, drafted.customer_id)
    NOT_ALTERED_ONCE_PRINTED.require(known.printed is None)
    sent_back = ContractSentBack(
        sent_back_by=command.actor, reason=command.reason, unit_id=drafted.unit_id
    )
    return () if known.sent_back == sent_back else (sent_back,)


def print_(command: PrintContract, known: Agreement) -> Sequence[ContractEvent]:
    """Print a contract on the form of the day, and freeze its text; () where it is printed."""
    drafted = drafted_of(known)
    require_duty(command.staff, command.today, DRAFTERS, drafted.customer_id)
    if known.printed:
        return ()
    CONTRACT_IS_CHECKED.require(known.checked is not None)
    _require_as_approved(drafted, command.approval or command.entrustment, command.today)
    form = _form(drafted.kind, command.forms, command.today)
    lines = wording(command.contract_id, drafted, form.value)
    printed = ContractPrinted(
        form_digest=form.value.digest,
        form_source=form.source,
        lines=lines,
        digest=digest_of(lines),
        copies=command.copies,
        printed_by=command.actor,
        printed_on=command.today,
    )
    return (printed,)


def _form(kind: ContractKind, forms: Dated[Form] | None, day: date) -> From[Form]:
    """Return the form of a day with its source; that which ships where none was adopted."""
    adopted = forms.entry(day) if forms else None
    return adopted or From(day, SHIPPED[kind])


def void(command: VoidContract, known: Agreement) -> Sequence[ContractEvent]:
    """Void a contract that is not signed; () where it was voided for that reason."""
    voided = ContractVoided(reason=command.reason)
    CONTRACT_IS_DRAFTED.require(known.drafted is not None)
    assert known.drafted is not None
    require_duty(command.staff, command.today, (*DRAFTERS, *CHECKERS), known.drafted.customer_id)
    if known.voided == voided:
        return ()
    NOT_VOIDED_ONCE_SIGNED.require(known.signed is None)
    CONTRACT_IS_OPEN.require(known.voided is None)
    return (voided,)
