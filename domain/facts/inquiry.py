"""What is known of enquiries about a customer at a credit bureau.

It is looked up as looked_up("credit_inquiry", by="customer_id").
"""

from datetime import date

from attrs import frozen

from domain.ids import Count, CustomerId, Digest
from domain.money import Money


@frozen(kw_only=True)
class Report:
    """What a credit report said, in a few figures."""

    digest: Digest  # Of the report as it was received.
    reported_on: date
    open_loans: Count
    owed: Money  # Still owed on them.
    overdue_loans: Count
    overdue_amount: Money
    guarantees: Count  # Given for others, and still open.
    guaranteed: Money


@frozen(kw_only=True)
class Inquiries:
    """The enquiries about a customer so far."""

    customer_id: CustomerId
    asked_on: date | None  # The last enquiry.
    report: Report | None  # The newest report that came back.
    consent_until: (
        date | None
    )  # Last day of the consent that reaches furthest; None: none in force.
