"""What follows from taking in an application, returning, completing or withdrawing it."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.credit_application.admitting import admit
from domain.credit_application.commands import (
    AdmitCreditApplication,
    CreditApplicationCommand,
    PriceCreditApplication,
    ResubmitCreditApplication,
    ReturnCreditApplication,
    SubmitCreditApplication,
    WithdrawCreditApplication,
)
from domain.credit_application.completing import resubmit, return_for_completion
from domain.credit_application.duties import INTAKE, require_known, require_stage
from domain.credit_application.events import (
    CreditApplicationEvent,
    CreditApplicationSubmitted,
    CreditApplicationWithdrawn,
)
from domain.credit_application.pricing import price_application
from domain.credit_application.rules import (
    ACCEPTED_IS_NOT_WITHDRAWN,
    APPLICANT_IS_ACTIVE,
    APPLIED_ON_A_PAST_DAY,
    APPROVED_IS_NOT_WITHDRAWN,
    ONE_APPLICATION_A_NUMBER,
)
from domain.credit_application.sound import require_asked, require_entrusting
from domain.credit_application.state import CreditApplication
from domain.facts.application import ApplicationStage
from domain.facts.approval import ApprovalOutcome
from domain.facts.duty import require_duty, require_lending_unit
from domain.ids import CustomerId
from domain.kinds import CustomerKind
from domain.party import Party, Standing
from domain.ties import EndApproval

_ENDS_FROM: Final = (
    ApplicationStage.RECEIVED,
    ApplicationStage.RETURNED,
    ApplicationStage.ADMITTED,
    ApplicationStage.CAUTIONED,
)


def decide(
    command: CreditApplicationCommand, application: CreditApplication
) -> Sequence[CreditApplicationEvent]:
    """Return what follows from a command."""
    match command:
        case SubmitCreditApplication():
            return submit(command, application)
        case ReturnCreditApplication():
            return return_for_completion(command, application)
        case ResubmitCreditApplication():
            return resubmit(command, application)
        case WithdrawCreditApplication():
            return withdraw(command, application)
        case AdmitCreditApplication():
            return admit(command, application)
        case PriceCreditApplication():
            return price_application(command, application)
    assert_never(command)


def guards(
    command: CreditApplicationCommand,
    _application: CreditApplication,
    events: Sequence[CreditApplicationEvent],
) -> Sequence[EndApproval]:
    """End what reviewers and approvers began on an application that is withdrawn."""
    ends = any(isinstance(event, CreditApplicationWithdrawn) for event in events)
    return (EndApproval(application_id=command.application_id),) if ends else ()


def submit(
    command: SubmitCreditApplication, application: CreditApplication
) -> Sequence[CreditApplicationEvent]:
    """Take in an application; () where it was taken in with the same content."""
    staff = require_duty(command.staff, command.today, INTAKE, command.customer_id)
    kind = _kind_of_applicant(command.customer_id, command.customer)
    submitted = CreditApplicationSubmitted(
        customer_id=command.customer_id,
        customer_kind=kind,
        unit_id=command.unit_id,
        channel=command.channel,
        applied_on=command.applied_on,
        terms=command.terms,
        industry=command.industry,
        declared_insider=command.declared_insider,
        taken_by=staff.staff_id,
        entrusting=command.entrusting,
    )
    if application.submitted == submitted:
        return ()
    ONE_APPLICATION_A_NUMBER.require(
        application.submitted is None, application_id=command.application_id
    )
    require_lending_unit(command.unit, command.today)
    APPLIED_ON_A_PAST_DAY.require(
        command.applied_on <= command.today, applied_on=command.applied_on
    )
    entrusting = command.entrusting
    require_asked(
        command.terms,
        command.product,
        command.industry,
        command.today,
        entrusted=entrusting is not None,
    )
    if entrusting is not None:
        assert command.customer is not None
        require_entrusting(entrusting, command.customer, command.entruster)
    return (submitted,)


def withdraw(
    command: WithdrawCreditApplication, application: CreditApplication
) -> Sequence[CreditApplicationEvent]:
    """Withdraw an application; () where it was withdrawn for that reason."""
    submitted = require_known(application)
    require_duty(command.staff, command.today, INTAKE, submitted.customer_id)
    known = application.withdrawn
    if known and (known.reason, known.says) == (command.reason, command.says):
        return ()
    require_stage(application, _ENDS_FROM)
    approval = command.approval
    APPROVED_IS_NOT_WITHDRAWN.require(
        approval is None or approval.outcome is not ApprovalOutcome.APPROVED,
        application_id=command.application_id,
    )
    accepted = command.entrustment
    ACCEPTED_IS_NOT_WITHDRAWN.require(
        accepted is None or accepted.ended, application_id=command.application_id
    )
    withdrawn = CreditApplicationWithdrawn(
        reason=command.reason, says=command.says, on=command.today
    )
    return (withdrawn,)


def _kind_of_applicant(customer_id: CustomerId, customer: Party | None) -> CustomerKind:
    active = customer is not None and customer.standing is Standing.ACTIVE
    APPLICANT_IS_ACTIVE.require(
        active and customer is not None and customer.kind is not None, customer_id=customer_id
    )
    assert customer is not None
    assert customer.kind is not None
    return customer.kind
