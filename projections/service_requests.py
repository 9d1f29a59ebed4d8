"""Requests and complaints: what is open and overdue, what was answered, and how late."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.recorded import Fact
from domain.service_request import SERVICE_REQUEST
from domain.service_request.events import ServiceRequestReceived
from domain.service_request.state import Request
from projections.history import HISTORY, events_of, histories, in_effect
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Brought:
    """A request that was received, and whose it is."""

    request_id: str
    customer_id: str
    kind: str


def brought(fact: Fact, event: ServiceRequestReceived) -> Iterator[tuple[date, Brought]]:
    """Yield the request, from the day that it was brought."""
    yield fact.on, Brought(request_id=fact.id, customer_id=event.customer_id, kind=event.kind.value)


REQUESTS: Final = Lines(
    name="service_request",
    row=Brought,
    of={ServiceRequestReceived: brought},
    by=("customer_id", "request_id", "kind"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    limit, where = question.limit, question.where("customer_id", "kind")
    after = question.after or ""
    ids = reader.keys(REQUESTS, "request_id", where=where, after=after, limit=limit + 1)
    known = histories(reader, [f"service_request-{number}" for number in ids[:limit]])
    rows = []
    for stream, lines in known.items():
        request = SERVICE_REQUEST.fold(events_of(in_effect(lines, reader.day)))
        rows += list(_rows(stream.partition("-")[2], request, reader.day))
    status = question.text("status")
    kept = [row for row in rows if status in (None, row["status"])]
    return Answer(rows=kept, next=ids[limit - 1] if len(ids) > limit else None)


def requests_of(reader: Reader, customer_id: str) -> list[Mapping[str, Any]]:
    """Return the requests of a customer on the day."""
    lines = reader.lines(REQUESTS, {"customer_id": customer_id})
    known = histories(reader, [f"service_request-{line.row.request_id}" for line in lines])
    found = []
    for stream, past in known.items():
        request = SERVICE_REQUEST.fold(events_of(in_effect(past, reader.day)))
        found += list(_rows(stream.partition("-")[2], request, reader.day))
    return found


def _rows(request_id: str, request: Request, day: date) -> Iterator[Mapping[str, Any]]:
    received, answered, due = request.received, request.answered, request.due_on
    if received is None or due is None:
        return
    late = answered.late_days if answered else max((day - due).days, 0)
    yield {
        "request_id": request_id,
        "customer_id": received.customer_id,
        "kind": received.kind.value,
        "about": received.about.value,
        "remarks": received.remarks,
        "on": plain(received.on),
        "received_by": received.received_by,
        "due_on": plain(due),
        "extended": request.extended is not None,
        "status": "answered" if answered else "overdue" if late else "open",
        "late_days": late,
        "answered_on": plain(answered and answered.on),
        "answered_by": answered and answered.answered_by,
        "answer": answered and answered.remarks,
        "fed_back": plain(request.fed_back),
    }


SERVICE_REQUESTS: Final = View(
    name="service_requests",
    title=Label("需求与投诉台账", "requests and complaints"),
    tables=(REQUESTS, HISTORY),
    parameters=(
        Parameter(name="customer_id"),
        Parameter(name="kind", choices=("request", "complaint", "suggestion")),
        Parameter(name="status", choices=("open", "overdue", "answered")),
    ),
    columns=columns(
        request_id="text",
        customer_id="text",
        kind="text",
        about="text",
        remarks="text",
        on="date",
        received_by="text",
        due_on="date",
        extended="flag",
        status="text",
        late_days="number",
        answered_on="date",
        answered_by="text",
        answer="text",
        fed_back="list",
    ),
    answer=_answer,
)
