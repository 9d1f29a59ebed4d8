"""One page on a customer: who it is, documents, contacts, relations, loans, holds, duplicates."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from domain.customer.events import (
    CustomerRelated,
    DocumentAdded,
    DuplicateAbsorbed,
    ErasureRequested,
    HoldLifted,
    HoldPlaced,
    LoanReleased,
    LoanTied,
    RelationEnded,
)
from domain.labels import Label
from projections.customers import CustomerOn, customers_on
from projections.history import HISTORY
from projections.loans import LOANS, loans_of, loans_on
from projections.plain import plain
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id = question.values["customer_id"]
    for customer in customers_on(reader, [customer_id]):
        return Answer(rows=[_card(reader, customer)])
    where = f"on {reader.day}, as known by {reader.known_by}"
    raise Absent(f"there is no customer {customer_id!r} {where}")


def _card(reader: Reader, customer: CustomerOn) -> dict[str, Any]:
    absorbed = customer.events(DuplicateAbsorbed)
    duplicates = [name for one in absorbed for name in (*one.earlier, one.duplicate_id)]
    requests = customer.events(ErasureRequested)
    return {
        "customer_id": customer.customer_id,
        "kind": plain(customer.kind),
        "standing": plain(customer.standing),
        "merged_into": customer.merged_into,
        "since": plain(customer.first.since),
        "name": customer.particular("name"),
        "phone": customer.particular("phone"),
        "address": customer.particular("address"),
        "others": customer.others(),
        "documents": list(_documents(customer)),
        "contacts": plain(customer.contacts()),
        "relations": list(_relations(customer)),
        "loans": list(_loans(reader, [customer.customer_id, *duplicates])),
        "holds": list(_holds(customer)),
        "duplicates": duplicates,
        "retained_until": plain(_retained_until(customer)),
        "erasure_requested_on": plain(requests[-1].on) if requests else None,
        "system": customer.first.origin and customer.first.origin.system,
        "findings": plain(customer.first.findings),
    }


def _retained_until(customer: CustomerOn) -> date | None:
    """Return the last day that a file of an ended loan is kept, duplicates' loans included."""
    kept: dict[str, date | None] = {}
    for event in customer.events(LoanTied, LoanReleased, DuplicateAbsorbed):
        match event:
            case LoanReleased():
                kept[event.loan_id] = event.retained_until
            case LoanTied():  # Open, or open again.
                kept[event.loan_id] = None
            case DuplicateAbsorbed():
                kept[f"of {event.duplicate_id}"] = event.retained_until
    return max((day for day in kept.values() if day), default=None)


def _documents(customer: CustomerOn) -> Iterator[dict[str, Any]]:
    if first := customer.first.document:
        yield plain(first)
    for event in customer.events(DocumentAdded, DuplicateAbsorbed):
        added = isinstance(event, DocumentAdded)
        yield from map(plain, (event.document,) if added else event.documents)


def _relations(customer: CustomerOn) -> Iterator[dict[str, Any]]:
    standing: dict[tuple[str, str], CustomerRelated] = {}
    for event in customer.events(CustomerRelated, RelationEnded):
        key = (event.other_id, event.relation)
        if isinstance(event, CustomerRelated):
            standing[key] = event
        else:
            standing.pop(key, None)
    yield from map(plain, standing.values())


def _loans(reader: Reader, customer_ids: list[str]) -> Iterator[dict[str, Any]]:
    for found in loans_on(reader, loans_of(reader, customer_ids)):
        account = found.account
        yield {
            "loan_id": found.loan_id,
            "customer_id": found.loan.begun.customer_id,
            "amount": str(found.loan.begun.amount),
            "status": account.status.value,
            "principal": None if found.kept_elsewhere else str(account.principal),
            "days_past_due": None if found.kept_elsewhere else account.days_past_due,
            "entrusted": found.loan.for_another,
        }


def _holds(customer: CustomerOn) -> Iterator[dict[str, Any]]:
    """Yield the holds in force on the day; the last day of a hold counts."""
    lifted = {event.hold_id for event in customer.events(HoldLifted)}
    for hold in customer.events(HoldPlaced):
        if hold.hold_id not in lifted and (hold.until is None or customer.day <= hold.until):
            yield plain(hold)


CUSTOMER_CARD: Final = View(
    name="customer_card",
    title=Label("客户卡片", "customer card"),
    tables=(HISTORY, LOANS),
    parameters=(Parameter(name="customer_id", required=True),),
    columns=columns(
        customer_id="text",
        kind="text",
        standing="text",
        merged_into="text",
        since="date",
        name="text",
        phone="text",
        address="text",
        others="map",
        documents="list",
        contacts="list",
        relations="list",
        loans="list",
        holds="list",
        duplicates="list",
        retained_until="date",
        erasure_requested_on="date",
        system="text",
        findings="list",
    ),
    answer=_answer,
)
