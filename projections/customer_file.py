"""One file on a customer for all departments: what each purpose needs, and nothing else.

Without a purpose a customer is shown masked, with what says nothing of a person.  A purpose opens
the sections that it needs; that they were read, by whom and what for, is recorded.

Source: 个人信息保护法 第6条, 第51条: a stated purpose, and no more than it needs.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from domain.customer.events import (
    DocumentAdded,
    DuplicateAbsorbed,
)
from domain.labels import Label
from projections.credit_inquiries import asked_on
from projections.customers import CustomerOn, customers_on
from projections.economic_file import file_on
from projections.history import HISTORY
from projections.loans import LOANS, loans_of, loans_on
from projections.masks import masked
from projections.particulars import missing_particulars
from projections.plain import plain
from projections.relationship import known_on, told
from projections.service_requests import REQUESTS, requests_of
from projections.view import Absent, Answer, Parameter, Question, Reader, View, columns

# What each purpose opens, beside who the customer is.
OPENS: Final[Mapping[str, tuple[str, ...]]] = {
    "service": ("contacts", "relationship", "requests"),
    "marketing": ("relationship",),
    "credit": ("contacts", "economy", "relationship", "credit", "loans", "requests"),
    "collection": ("contacts", "economy", "loans"),
    "audit": ("contacts", "economy", "relationship", "credit", "loans", "requests"),
}


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id, purpose = question.values["customer_id"], question.text("purpose")
    for customer in customers_on(reader, [customer_id]):
        opens = OPENS[purpose] if purpose else ()
        parts = {name: make(reader, customer) for name, make in SECTIONS.items() if name in opens}
        shown = {name: parts.get(name) for name in SECTIONS}
        return Answer(rows=[{**_who(customer, openly=purpose is not None), **shown}])
    where = f"on {reader.day}, as known by {reader.known_by}"
    raise Absent(f"there is no customer {customer_id!r} {where}")


def _who(customer: CustomerOn, *, openly: bool) -> Mapping[str, Any]:
    particulars = {name: customer.particular(name) for name in ("name", "phone", "address")}
    return {
        "customer_id": customer.customer_id,
        "kind": customer.kind.value,
        "standing": customer.standing.value,
        "merged_into": customer.merged_into,
        "since": plain(customer.first.since),
        **(
            particulars
            if openly
            else {name: masked(name, value) for name, value in particulars.items()}
        ),
        "others": customer.others() if openly else None,
        "documents": list(_documents(customer, openly=openly)),
        "missing_items": missing_particulars(customer),
    }


def _documents(customer: CustomerOn, *, openly: bool) -> Iterator[Mapping[str, Any]]:
    found = [customer.first.document] if customer.first.document else []
    for event in customer.events(DocumentAdded, DuplicateAbsorbed):
        found += [event.document] if isinstance(event, DocumentAdded) else event.documents
    for document in found:
        number = document.number if openly else masked("number", document.number)
        yield {"kind": document.kind.value, "number": number}


def _contacts(_reader: Reader, customer: CustomerOn) -> Any:
    return plain(customer.contacts())


def _economy(reader: Reader, customer: CustomerOn) -> Mapping[str, Any] | None:
    file, _ = file_on(reader, customer.customer_id)
    if file.last is None:
        return None
    return {
        "figures": plain(file.last.figures),
        "missing_items": list(file.last.missing_items),
        "refreshed_on": plain(file.refreshed_on),
        "refresh_due": plain(file.last.refresh_due),
        "alerts": plain(file.last.alerts),
    }


def _relationship(reader: Reader, customer: CustomerOn) -> Mapping[str, Any] | None:
    known = known_on(reader, customer.customer_id)
    return told(known, reader.day) if known else None


def _credit(reader: Reader, customer: CustomerOn) -> Mapping[str, Any]:
    asked = asked_on(reader, customer.customer_id)
    return {
        "consents": plain(list(asked.consents.values())),
        "inquiries": plain(list(asked.inquiries.values())),
        "reports": plain(list(asked.reports.values())),
    }


def _loans(reader: Reader, customer: CustomerOn) -> list[Mapping[str, Any]]:
    return [
        {
            "loan_id": one.loan_id,
            "amount": str(one.loan.begun.amount),
            "status": one.account.status.value,
            "principal": None if one.kept_elsewhere else str(one.account.principal),
            "days_past_due": None if one.kept_elsewhere else one.account.days_past_due,
            "entrusted": one.loan.for_another,
        }
        for one in loans_on(reader, loans_of(reader, [customer.customer_id]))
    ]


def _requests(reader: Reader, customer: CustomerOn) -> list[Mapping[str, Any]]:
    return requests_of(reader, customer.customer_id)


SECTIONS: Final[Mapping[str, Callable[[Reader, CustomerOn], Any]]] = {
    "contacts": _contacts,
    "economy": _economy,
    "relationship": _relationship,
    "credit": _credit,
    "loans": _loans,
    "requests": _requests,
}

CUSTOMER_FILE: Final = View(
    name="customer_file",
    title=Label("客户全景档案", "customer file"),
    tables=(HISTORY, LOANS, REQUESTS),
    parameters=(
        Parameter(name="customer_id", required=True),
        Parameter(name="purpose", choices=tuple(OPENS)),
    ),
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
        missing_items="list",
        contacts="list",
        economy="map",
        relationship="map",
        credit="map",
        loans="list",
        requests="list",
    ),
    answer=_answer,
)
