"""Consents and enquiries as far as they are known."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.credit_inquiry.events import (
    ConsentGiven,
    ConsentWithdrawn,
    CreditInquiryEvent,
    CreditInquiryMade,
    ReportRecorded,
)
from domain.credit_inquiry.values import InquiryPurpose, ReportScope
from domain.facts.inquiry import Inquiries


@frozen(kw_only=True)
class Asked:
    """Consents, enquiries and reports, by number and in order of knowing."""

    consents: Mapping[str, ConsentGiven] = attrs.field(factory=dict)
    withdrawn: Mapping[str, date] = attrs.field(factory=dict)
    inquiries: Mapping[str, CreditInquiryMade] = attrs.field(factory=dict)
    reports: Mapping[str, ReportRecorded] = attrs.field(factory=dict)

    def consent_on(
        self, day: date, scope: ReportScope, purpose: InquiryPurpose
    ) -> ConsentGiven | None:
        """Return a consent in force on a day that covers scope and purpose; the longest."""
        live = [
            consent
            for number, consent in self.consents.items()
            if consent.signed_on <= day <= consent.until
            and (number not in self.withdrawn or day < self.withdrawn[number])
            and scope in consent.scopes
            and purpose in consent.purposes
        ]
        return max(live, key=lambda consent: consent.until, default=None)


def evolve(asked: Asked, event: CreditInquiryEvent) -> Asked:
    """Return what is known after an event."""
    match event:
        case ConsentGiven():
            return attrs.evolve(asked, consents={**asked.consents, event.consent_id: event})
        case ConsentWithdrawn():
            withdrawn = {**asked.withdrawn, event.consent_id: event.on}
            return attrs.evolve(asked, withdrawn=withdrawn)
        case CreditInquiryMade():
            return attrs.evolve(asked, inquiries={**asked.inquiries, event.inquiry_id: event})
        case ReportRecorded():
            return attrs.evolve(asked, reports={**asked.reports, event.inquiry_id: event})
    assert_never(event)


def fact(customer_id: str, asked: Asked) -> Inquiries | None:
    """Return what others may know of the enquiries about a customer."""
    inquiries, reports = list(asked.inquiries.values()), list(asked.reports.values())
    newest = max(reports, key=lambda one: (one.report.reported_on, one.on), default=None)
    standing = [c.until for n, c in asked.consents.items() if n not in asked.withdrawn]
    return Inquiries(
        customer_id=customer_id,
        asked_on=inquiries[-1].on if inquiries else None,
        report=newest.report if newest else None,
        consent_until=max(standing, default=None),
    )
