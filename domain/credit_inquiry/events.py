"""What has happened about credit reports on a customer: the contract with history."""

from datetime import date

from attrs import frozen

from domain.credit_inquiry.values import InquiryPurpose, ReportScope
from domain.facts.inquiry import Report
from domain.facts.policy import Setting
from domain.fields import last_day
from domain.ids import ApplicationId, ConsentId, Digest, InquiryId, StaffId


@frozen(kw_only=True)
class ConsentGiven:
    """The customer consented in writing."""

    consent_id: ConsentId
    scopes: tuple[ReportScope, ...]
    purposes: tuple[InquiryPurpose, ...]
    signed_on: date
    until: date = last_day()
    digest: Digest


@frozen(kw_only=True)
class ConsentWithdrawn:
    """A consent holds no more from a day on."""

    consent_id: ConsentId
    on: date


@frozen(kw_only=True)
class CreditInquiryMade:
    """A credit report was asked for."""

    inquiry_id: InquiryId
    report_scope: ReportScope
    purpose: InquiryPurpose
    application_id: ApplicationId | None
    consent_id: ConsentId | None  # None where the policy in force asked for none.
    asked_by: StaffId
    on: date
    setting: Setting


@frozen(kw_only=True)
class ReportRecorded:
    """A credit report came back."""

    inquiry_id: InquiryId
    report: Report
    on: date


CreditInquiryEvent = ConsentGiven | ConsentWithdrawn | CreditInquiryMade | ReportRecorded
