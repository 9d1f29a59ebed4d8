"""How each event changes what is known of a customer."""

from collections.abc import Mapping

import attrs

from domain.customer.events import (
    ContactAdded,
    ContactEnded,
    CustomerErased,
    CustomerEvent,
    CustomerMerged,
    CustomerRegistered,
    CustomerRelated,
    DocumentAdded,
    DuplicateAbsorbed,
    ErasureRequested,
    HoldLifted,
    HoldPlaced,
    LoanReleased,
    LoanTied,
    ParticularsChanged,
    RelationEnded,
)
from domain.customer.state import (
    Contact,
    Customer,
    Erased,
    Merged,
    Registered,
    Spell,
    Unknown,
    stated,
)
from domain.customer.values import Relation
from domain.dated import Dated


def evolve(customer: Customer, event: CustomerEvent) -> Customer:
    """Return the customer after an event."""
    match customer, event:
        case Unknown(), CustomerRegistered():
            documents = (event.document,) if event.document else ()
            return Registered(
                first=event,
                documents=documents,
                particulars=_with_stated({}, event),
            )
        case Registered() | Merged(), CustomerErased():
            return Erased()
        case Registered(), CustomerMerged():
            return Merged(customer, event.into_id)
        case Registered(), _:
            return _evolve_registered(customer, event)
        case Merged(), _:
            return Merged(_evolve_registered(customer.was, event), customer.into_id)
    raise AssertionError(f"{type(event).__name__} cannot follow {type(customer).__name__}")


def _evolve_registered(customer: Registered, event: CustomerEvent) -> Registered:
    match event:
        case DocumentAdded():
            return attrs.evolve(customer, documents=(*customer.documents, event.document))
        case ParticularsChanged():
            return attrs.evolve(customer, particulars=_with_stated(customer.particulars, event))
        case ContactAdded() | ContactEnded():
            return attrs.evolve(customer, contacts=_with_contact(customer, event))
        case CustomerRelated() | RelationEnded():
            return attrs.evolve(customer, relations=_with_relation(customer, event))
        case DuplicateAbsorbed():
            documents = (*customer.documents, *event.documents)
            absorbed = (*customer.absorbed, event)
            return attrs.evolve(customer, documents=documents, absorbed=absorbed)
        case HoldPlaced():
            return attrs.evolve(customer, holds={**customer.holds, event.hold_id: event})
        case HoldLifted():
            return attrs.evolve(customer, lifted=customer.lifted | {event.hold_id})
        case ErasureRequested():
            return attrs.evolve(customer, request=event)
        case LoanTied() | LoanReleased():
            return _with_loan(customer, event)
    raise AssertionError(f"{type(event).__name__} cannot follow a registration")


def _with_stated(
    particulars: Mapping[str, Dated[str]], event: CustomerRegistered | ParticularsChanged
) -> Mapping[str, Dated[str]]:
    none: Dated[str] = Dated()
    changed = {
        name: particulars.get(name, none).with_value(event.since, value)
        for name, value in stated(event).items()
    }
    return {**particulars, **changed}


def _with_contact(
    customer: Registered, event: ContactAdded | ContactEnded
) -> Mapping[str, Contact]:
    if isinstance(event, ContactAdded):
        return {**customer.contacts, event.contact_id: Contact(event)}
    added = customer.contacts[event.contact_id].added
    return {**customer.contacts, event.contact_id: Contact(added, event.until)}


def _with_relation(
    customer: Registered, event: CustomerRelated | RelationEnded
) -> Mapping[tuple[str, Relation], tuple[Spell, ...]]:
    key = (event.other_id, event.relation)
    spells = customer.relations.get(key, ())
    if isinstance(event, CustomerRelated):
        return {**customer.relations, key: (*spells, Spell(event.since))}
    return {**customer.relations, key: (*spells[:-1], Spell(spells[-1].since, event.until))}


def _with_loan(customer: Registered, event: LoanTied | LoanReleased) -> Registered:
    others = tuple(loan for loan in customer.open_loans if loan != event.loan_id)
    released = {k: v for k, v in customer.released.items() if k != event.loan_id}
    if isinstance(event, LoanTied):
        return attrs.evolve(customer, open_loans=(*others, event.loan_id), released=released)
    released[event.loan_id] = event
    return attrs.evolve(customer, open_loans=others, released=released)
