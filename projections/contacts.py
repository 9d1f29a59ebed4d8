"""When somebody met or reached a customer: leads, visits, the counter, campaigns.

A lead may come to its customer later, so its steps are found by its stream.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.campaign.commands import Reply
from domain.campaign.events import ContactRecorded
from domain.lead.events import (
    LeadCaptured,
    LeadConverted,
    LeadIdentified,
    NeedsNoted,
    OutcomeRecorded,
    ProductRecommended,
    VisitRecorded,
)
from domain.reception.events import EnquiryRegistered
from domain.recorded import Fact
from projections.view import Line, Lines, Reader

_MET: Final = "met"
_NAMED: Final = "named"  # Whose a lead is; nobody met them by that.


@frozen(kw_only=True)
class Contact:
    """That a customer was met or reached, or whose a lead is."""

    stream: str
    customer_id: str | None  # None where the lead says whose it is.
    name: str  # Of the event.
    kind: str


def captured(fact: Fact, event: LeadCaptured) -> Iterator[tuple[date, Contact]]:
    """Yield that a lead was found, and whose it is where that is known."""
    yield event.found_on, _contact(fact, event.customer_id, _MET)


def visited(fact: Fact, event: VisitRecorded) -> Iterator[tuple[date, Contact]]:
    """Yield a visit, on its day."""
    yield event.visited_on, _contact(fact, None, _MET)


def spoken(
    fact: Fact, _event: NeedsNoted | ProductRecommended | OutcomeRecorded
) -> Iterator[tuple[date, Contact]]:
    """Yield what somebody spoke about with the customer."""
    yield fact.on, _contact(fact, None, _MET)


def converted(fact: Fact, event: LeadConverted) -> Iterator[tuple[date, Contact]]:
    """Yield that the customer applied for credit."""
    yield event.since, _contact(fact, event.customer_id, _MET)


def identified(fact: Fact, event: LeadIdentified) -> Iterator[tuple[date, Contact]]:
    """Yield whose a lead is."""
    yield fact.on, _contact(fact, event.customer_id, _NAMED)


def came(fact: Fact, event: EnquiryRegistered) -> Iterator[tuple[date, Contact]]:
    """Yield that a customer came to the counter."""
    if event.customer_id:
        yield event.on, _contact(fact, event.customer_id, _MET)


def contacted(fact: Fact, event: ContactRecorded) -> Iterator[tuple[date, Contact]]:
    """Yield that a customer was reached by a campaign."""
    if event.reply is not Reply.NOT_REACHED:
        yield event.contacted_on, _contact(fact, event.customer_id, _MET)


def _contact(fact: Fact, customer_id: str | None, kind: str) -> Contact:
    return Contact(stream=fact.stream, customer_id=customer_id, name=fact.name, kind=kind)


CONTACTS: Final = Lines(
    name="contact",
    row=Contact,
    of={
        LeadCaptured: captured,
        LeadIdentified: identified,
        VisitRecorded: visited,
        NeedsNoted: spoken,
        ProductRecommended: spoken,
        OutcomeRecorded: spoken,
        LeadConverted: converted,
        EnquiryRegistered: came,
        ContactRecorded: contacted,
    },
    by=("customer_id", "stream"),
)


def contacts_of(
    reader: Reader, customer_ids: Sequence[str]
) -> Mapping[str, Sequence[Line[Contact]]]:
    """Return when each of these customers was met or reached."""
    found: dict[str, list[Line[Contact]]] = {one: [] for one in customer_ids}
    own = reader.lines(CONTACTS, {"customer_id": customer_ids}) if customer_ids else ()
    for line in own:
        found[str(line.row.customer_id)].append(line)
    leads = {line.row.stream: str(line.row.customer_id) for line in own if _is_lead(line)}
    steps = reader.lines(CONTACTS, {"stream": sorted(leads)}) if leads else ()
    for line in steps:
        if line.row.customer_id is None:
            found[leads[line.row.stream]].append(line)
    return {one: [line for line in lines if line.row.kind == _MET] for one, lines in found.items()}


def leads_of(reader: Reader, customer_id: str) -> Sequence[str]:
    """Return the numbers of the leads that are or were a customer's, in order."""
    lines = reader.lines(CONTACTS, {"customer_id": customer_id})
    return sorted({line.row.stream.partition("-")[2] for line in lines if _is_lead(line)})


def _is_lead(line: Line[Contact]) -> bool:
    return line.row.stream.startswith("lead-")
