"""The acts on record with a customer outside their loans: contacts, requests, money stated."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.campaign.events import ContactRecorded
from domain.credit_application.events import CreditApplicationSubmitted
from domain.economic_file.events import SectionsRecorded
from domain.economic_file.wealth import AssetKind
from domain.facts.statement import months_of
from domain.financial_statement.events import FinancialStatementRecorded, FinancialStatementRestated
from domain.investigation.events import VisitRecorded as InvestigationVisit
from domain.lead.events import LeadCaptured, LeadConverted, LeadIdentified
from domain.lead.events import VisitRecorded as LeadVisit
from domain.money import Money
from domain.recorded import Fact
from domain.service_request.events import ServiceRequestReceived
from domain.service_request.values import RequestKind
from projections.application import APPLICATIONS
from projections.behaviour.figures import Act, Figure
from projections.history import Recorded, histories, in_effect
from projections.service_requests import REQUESTS
from projections.view import Line, Lines, Reader

Acts = Iterator[Act]


@frozen(kw_only=True)
class Touched:
    """That a lead is about a customer, or that a campaign contacted them."""

    customer_id: str
    lead_id: str | None  # None: of a campaign.
    record: str


def led(fact: Fact, event: LeadIdentified | LeadConverted) -> Iterator[tuple[date, Touched]]:
    """Yield the lead under its customer."""
    yield fact.on, Touched(customer_id=event.customer_id, lead_id=fact.id, record="")


def captured(fact: Fact, event: LeadCaptured) -> Iterator[tuple[date, Touched]]:
    """Yield the lead, where it is known whose it is."""
    if event.customer_id is not None:
        yield fact.on, Touched(customer_id=event.customer_id, lead_id=fact.id, record="")


def contacted(fact: Fact, event: ContactRecorded) -> Iterator[tuple[date, Touched]]:
    """Yield a contact of a campaign, on its day."""
    record = f"{fact.stream}@{fact.version}"
    yield event.contacted_on, Touched(customer_id=event.customer_id, lead_id=None, record=record)


TOUCHED: Final = Lines(
    name="touched",
    row=Touched,
    of={
        LeadCaptured: captured,
        LeadIdentified: led,
        LeadConverted: led,
        ContactRecorded: contacted,
    },
    by=("customer_id",),
)


def acts_of(reader: Reader, customer_id: str) -> Acts:
    """Yield the acts that count by the reader's day, stream by stream."""
    streams = {f"economic_file-{customer_id}", f"financial_statement-{customer_id}"}
    for touched in reader.lines(TOUCHED, {"customer_id": customer_id}):
        if touched.row.lead_id is None:
            yield Act(figure=Figure.CONTACT_COUNT, on=touched.on, record=touched.row.record)
        else:
            streams.add(f"lead-{touched.row.lead_id}")
    for request in reader.lines(REQUESTS, {"customer_id": customer_id}):
        streams.add(f"service_request-{request.row.request_id}")
    for taken_in in reader.lines(APPLICATIONS, {"customer_id": customer_id}):
        number = taken_in.row.application_id
        streams |= {f"credit_application-{number}", f"investigation-{number}"}
    for lines in histories(reader, sorted(streams)).values():
        for line in in_effect(lines, reader.day):
            yield from _acts(line)


def _acts(line: Line[Recorded]) -> Acts:
    event: Any = line.row.event
    record = f"{line.row.stream}@{line.row.version}"
    match event:
        case LeadVisit() | InvestigationVisit():
            yield Act(figure=Figure.CONTACT_COUNT, on=line.on, record=record)
        case ServiceRequestReceived():
            complains = event.kind is RequestKind.COMPLAINT
            figure = Figure.COMPLAINT_COUNT if complains else Figure.REQUEST_COUNT
            yield Act(figure=figure, on=line.on, record=record)
        case LeadCaptured() | CreditApplicationSubmitted():
            word = event.channel.value
            yield Act(figure=Figure.CHANNELS_USED, on=line.on, record=record, word=word)
        case FinancialStatementRecorded() | FinancialStatementRestated():
            stated = event.statement_lines
            months = months_of(event.period_start, event.as_of)
            revenue = stated.income_statement.revenue
            yield from _money(Figure.REVENUE, event.as_of, record, revenue, months=months)
            yield from _money(Figure.AVERAGE_CASH, event.as_of, record, stated.average_cash)
        case SectionsRecorded():
            deposits = [a.value for a in event.sections.assets or () if a.kind is AssetKind.DEPOSIT]
            total = sum(deposits[1:], deposits[0]) if deposits else None
            yield from _money(Figure.DEPOSITS_STATED, event.since, record, total)
            income = event.figures.net_income
            yield from _money(Figure.NET_INCOME_STATED, event.since, record, income)


def _money(figure: Figure, on: date, record: str, amount: Money | None, *, months: int = 0) -> Acts:
    if amount is not None:
        yield Act(figure=figure, on=on, record=record, amount=amount, months=months)
