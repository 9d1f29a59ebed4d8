"""What may be asked about credit reports on a customer: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.credit_inquiry.values import InquiryPurpose, ReportScope
from domain.facts.inquiry import Report
from domain.facts.policy import PolicyBook
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import ApplicationId, ConsentId, CustomerId, Digest, InquiryId
from domain.party import Party


@frozen(kw_only=True)
class GiveConsent:
    """Record that a customer consented in writing to enquiries, for stated purposes."""

    customer_id: CustomerId
    consent_id: ConsentId
    scopes: tuple[ReportScope, ...]
    purposes: tuple[InquiryPurpose, ...]
    signed_on: date
    until: date
    digest: Digest  # Of the signed consent.
    customer: Party | None = looked_up("customer", by="customer_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class WithdrawConsent:
    """Withdraw a consent from a day on."""

    customer_id: CustomerId
    consent_id: ConsentId
    on: date
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class MakeCreditInquiry:
    """Make an enquiry at the credit bureau today, under a consent that is in force."""

    customer_id: CustomerId
    inquiry_id: InquiryId
    report_scope: ReportScope
    purpose: InquiryPurpose
    application_id: ApplicationId | None = None
    customer: Party | None = looked_up("customer", by="customer_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordReport:
    """Record what came back: the report by its digest, and a few figures of it."""

    customer_id: CustomerId
    inquiry_id: InquiryId
    report: Report
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


CreditInquiryCommand = GiveConsent | WithdrawConsent | MakeCreditInquiry | RecordReport
