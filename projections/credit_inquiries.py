"""The log of credit enquiries: who asked about whom, what for, on which consent, what came back."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.credit_inquiry import CREDIT_INQUIRY
from domain.credit_inquiry.events import CreditInquiryMade
from domain.credit_inquiry.state import Asked
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY, events_of, histories, in_effect
from projections.plain import plain
from projections.view import (
    Answer,
    Line,
    Lines,
    Parameter,
    Question,
    Reader,
    View,
    columns,
    page_of_lines,
    place_of,
)


@frozen(kw_only=True)
class Inquiry:
    """An enquiry that was made."""

    customer_id: str
    inquiry_id: str
    asked_by: str


def made(fact: Fact, event: CreditInquiryMade) -> Iterator[tuple[date, Inquiry]]:
    """Yield the enquiry, on the day that it was made."""
    yield (
        fact.on,
        Inquiry(customer_id=fact.id, inquiry_id=event.inquiry_id, asked_by=event.asked_by),
    )


INQUIRIES: Final = Lines(
    name="credit_inquiry",
    row=Inquiry,
    of={CreditInquiryMade: made},
    by=("customer_id", "asked_by"),
)


def asked_on(reader: Reader, customer_id: str) -> Asked:
    """Return consents, enquiries and reports of a customer on the day."""
    stream = f"credit_inquiry-{customer_id}"
    lines = in_effect(histories(reader, [stream])[stream], reader.day)
    return CREDIT_INQUIRY.fold(events_of(lines))


def _answer(reader: Reader, question: Question) -> Answer:
    lines = reader.lines(
        INQUIRIES,
        question.where("customer_id", "asked_by"),
        after=place_of(question.after),
        limit=question.limit + 1,
    )
    kept, following = page_of_lines(lines, question.limit)
    asked = {name: asked_on(reader, name) for name in {line.row.customer_id for line in kept}}
    return Answer(rows=[_row(line, asked[line.row.customer_id]) for line in kept], next=following)


def _row(line: Line[Inquiry], asked: Asked) -> Mapping[str, Any]:
    inquiry = asked.inquiries[line.row.inquiry_id]
    consent = asked.consents.get(inquiry.consent_id or "")
    came_back = asked.reports.get(inquiry.inquiry_id)
    return {
        "customer_id": line.row.customer_id,
        "inquiry_id": inquiry.inquiry_id,
        "on": plain(inquiry.on),
        "asked_by": inquiry.asked_by,
        "report_scope": inquiry.report_scope.value,
        "purpose": inquiry.purpose.value,
        "application_id": inquiry.application_id,
        "consent_id": inquiry.consent_id,
        "consent_digest": consent and consent.digest,
        "consent_until": plain(consent and consent.until),
        "report": plain(came_back and came_back.report),
    }


CREDIT_INQUIRIES: Final = View(
    name="credit_inquiries",
    title=Label("征信查询登记簿", "credit enquiries"),
    tables=(INQUIRIES, HISTORY),
    parameters=(Parameter(name="customer_id"), Parameter(name="asked_by")),
    columns=columns(
        customer_id="text",
        inquiry_id="text",
        on="date",
        asked_by="text",
        report_scope="text",
        purpose="text",
        application_id="text",
        consent_id="text",
        consent_digest="text",
        consent_until="date",
        report="map",
    ),
    answer=_answer,
)
