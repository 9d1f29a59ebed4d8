"""What follows from consents, enquiries and reports."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.credit_inquiry.commands import (
    CreditInquiryCommand,
    GiveConsent,
    MakeCreditInquiry,
    RecordReport,
    WithdrawConsent,
)
from domain.credit_inquiry.events import (
    ConsentGiven,
    ConsentWithdrawn,
    CreditInquiryEvent,
    CreditInquiryMade,
    ReportRecorded,
)
from domain.credit_inquiry.rules import (
    CONSENT_IS_IN_FORCE,
    CONSENT_IS_KNOWN,
    CONSENT_IS_OF_A_CUSTOMER,
    CONSENT_IS_SIGNED,
    CONSENT_IS_WHOLE,
    INQUIRY_WAS_MADE,
    ONE_CONSENT_A_NUMBER,
    ONE_INQUIRY_A_NUMBER,
)
from domain.credit_inquiry.state import Asked
from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED
from domain.facts.staff import Post
from domain.party import Party, Standing

ASK: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.INVESTIGATOR,
    Post.REVIEWER,
)


def decide(command: CreditInquiryCommand, asked: Asked) -> Sequence[CreditInquiryEvent]:
    """Return what follows from a command."""
    require_duty(command.staff, command.today, ASK, command.customer_id)
    match command:
        case GiveConsent():
            return give_consent(command, asked)
        case WithdrawConsent():
            return withdraw_consent(command, asked)
        case MakeCreditInquiry():
            return make_inquiry(command, asked)
        case RecordReport():
            return record_report(command, asked)
    assert_never(command)


def give_consent(command: GiveConsent, asked: Asked) -> Sequence[CreditInquiryEvent]:
    """Record a consent; () where the number names the same."""
    _require_active(command.customer)
    whole = bool(command.scopes and command.purposes) and command.signed_on <= command.until
    CONSENT_IS_WHOLE.require(whole, signed_on=command.signed_on, until=command.until)
    CONSENT_IS_SIGNED.require(command.signed_on <= command.today, signed_on=command.signed_on)
    given = ConsentGiven(
        consent_id=command.consent_id,
        scopes=command.scopes,
        purposes=command.purposes,
        signed_on=command.signed_on,
        until=command.until,
        digest=command.digest,
    )
    known = asked.consents.get(command.consent_id)
    ONE_CONSENT_A_NUMBER.require(known in (None, given), consent_id=command.consent_id)
    return () if known else (given,)


def withdraw_consent(command: WithdrawConsent, asked: Asked) -> Sequence[CreditInquiryEvent]:
    """Withdraw a consent from a day on; () where it was withdrawn on that day."""
    CONSENT_IS_SIGNED.require(command.on <= command.today, on=command.on)
    consent = asked.consents.get(command.consent_id)
    CONSENT_IS_KNOWN.require(
        consent is not None and consent.signed_on <= command.on, consent_id=command.consent_id
    )
    before = asked.withdrawn.get(command.consent_id)
    ONE_CONSENT_A_NUMBER.require(before in (None, command.on), consent_id=command.consent_id)
    return () if before else (ConsentWithdrawn(consent_id=command.consent_id, on=command.on),)


def make_inquiry(command: MakeCreditInquiry, asked: Asked) -> Sequence[CreditInquiryEvent]:
    """Ask for a report today; () where the number names the same enquiry."""
    if (known := asked.inquiries.get(command.inquiry_id)) is not None:
        content = (command.report_scope, command.purpose, command.application_id)
        same = (known.report_scope, known.purpose, known.application_id) == content
        ONE_INQUIRY_A_NUMBER.require(same, inquiry_id=command.inquiry_id)
        return ()
    _require_active(command.customer)
    setting = (command.book or SHIPPED).on("credit_report.query.written_consent", command.today)
    consent = asked.consent_on(command.today, command.report_scope, command.purpose)
    CONSENT_IS_IN_FORCE.require(
        consent is not None or setting.setting != "true",
        report_scope=command.report_scope,
        purpose=command.purpose,
        day=command.today,
    )
    made = CreditInquiryMade(
        inquiry_id=command.inquiry_id,
        report_scope=command.report_scope,
        purpose=command.purpose,
        application_id=command.application_id,
        consent_id=consent.consent_id if consent else None,
        asked_by=command.actor,
        on=command.today,
        setting=setting,
    )
    return (made,)


def record_report(command: RecordReport, asked: Asked) -> Sequence[CreditInquiryEvent]:
    """Record the report that came back; () where the same is on record."""
    made, report = asked.inquiries.get(command.inquiry_id), command.report
    INQUIRY_WAS_MADE.require(
        made is not None and made.on <= report.reported_on <= command.today,
        inquiry_id=command.inquiry_id,
        reported_on=report.reported_on,
    )
    if (before := asked.reports.get(command.inquiry_id)) is not None:
        ONE_INQUIRY_A_NUMBER.require(before.report == report, inquiry_id=command.inquiry_id)
        return ()
    return (ReportRecorded(inquiry_id=command.inquiry_id, report=report, on=command.today),)


def _require_active(customer: Party | None) -> None:
    active = customer is not None and customer.standing is Standing.ACTIVE
    CONSENT_IS_OF_A_CUSTOMER.require(active)
