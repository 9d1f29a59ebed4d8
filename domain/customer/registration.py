"""Decisions: a customer is registered, and what is known of the customer changes."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.customer.commands import AddDocument, ChangeParticulars, RegisterCustomer
from domain.customer.documents import in_normal_form, weigh_document
from domain.customer.events import (
    CustomerEvent,
    CustomerRegistered,
    DocumentAdded,
    ParticularsChanged,
)
from domain.customer.rules import (
    DAY_HAS_COME,
    DOCUMENT_IS_NAMED,
    NOT_BEFORE_REGISTRATION,
    NUMBER_SAYS_NOTHING,
    ONE_CUSTOMER_A_NUMBER,
    PARTICULAR_IS_SAID_ONCE,
    PHONE_HAS_SHAPE,
)
from domain.customer.standing import active, on_record
from domain.customer.state import Customer, Unknown, stated
from domain.customer.values import IdentityDocument, IdentityKind, Particular
from domain.dated import Dated
from domain.numbers import normal_phone
from domain.origin import Finding, Origin

_TELLING: Final = 5  # Characters of the shortest document number.


def register_customer(command: RegisterCustomer, customer: Customer) -> Sequence[CustomerEvent]:
    """Register a customer; () where the number names this customer with the same content."""
    registered = _registered(command)
    if not isinstance(customer, Unknown):
        ONE_CUSTOMER_A_NUMBER.require(
            on_record(customer).first == registered, customer_id=command.customer_id
        )
        return ()
    return (registered,)


def _registered(command: RegisterCustomer) -> CustomerRegistered:
    origin, named = command.origin, command.document is not None
    require_day_has_come(command.since, command.today)
    _require_said_once(command.others)
    document = in_normal_form(command.document) if command.document else None
    findings = DOCUMENT_IS_NAMED.weigh(named, origin, kind=command.kind)
    if document:
        _require_says_nothing(command.customer_id, document)
        findings += weigh_document(document, command.kind, command.since, origin)
    return CustomerRegistered(
        kind=command.kind,
        name=command.name,
        document=document,
        phone=plain_phone(command.phone),
        address=command.address,
        others=command.others,
        since=command.since,
        origin=origin,
        findings=(*findings, *weigh_phone(command.phone, origin)),
    )


def add_document(command: AddDocument, customer: Customer) -> Sequence[CustomerEvent]:
    """Add a document; () where it names the customer already."""
    known, document = active(customer), in_normal_form(command.document)
    if document in known.documents:
        return ()
    require_day_has_come(command.since, command.today)
    _require_says_nothing(command.customer_id, document)
    weigh_document(document, known.first.kind, command.since, None)
    return (DocumentAdded(document=document, since=command.since),)


def change_particulars(command: ChangeParticulars, customer: Customer) -> Sequence[CustomerEvent]:
    """Change what is other than it was on that day; () where nothing is.

    What holds from a later day stays as it is.
    """
    known = active(customer)
    require_day_has_come(command.since, command.today)
    NOT_BEFORE_REGISTRATION.require(
        known.first.since <= command.since, registered_since=known.first.since
    )
    _require_said_once(command.others)
    weigh_phone(command.phone, None)
    said = ParticularsChanged(
        since=command.since,
        name=command.name,
        phone=plain_phone(command.phone),
        address=command.address,
        others=command.others,
    )
    before = known.particulars
    changed = {
        name
        for name, value in stated(said).items()
        if before.get(name, Dated[str]()).on(command.since) != value
    }
    return (_only(said, changed),) if changed else ()


def _only(said: ParticularsChanged, changed: set[str]) -> ParticularsChanged:
    return ParticularsChanged(
        since=said.since,
        name=said.name if "name" in changed else None,
        phone=said.phone if "phone" in changed else None,
        address=said.address if "address" in changed else None,
        others=tuple(other for other in said.others if f"others.{other.name}" in changed),
    )


def require_day_has_come(day: date, today: date) -> None:
    """Raise Refused where a day is still to come."""
    DAY_HAS_COME.require(day <= today, day=day, today=today)


def weigh_phone(phone: str | None, origin: Origin | None) -> tuple[Finding, ...]:
    """Return the finding that a number cannot be dialled, or () where it can or none is given."""
    return PHONE_HAS_SHAPE.weigh(phone is None or normal_phone(phone) is not None, origin)


def plain_phone(phone: str | None) -> str | None:
    """Return a telephone number in the form that it is found by; as stated where it has none."""
    return phone and (normal_phone(phone) or phone)


def _require_says_nothing(customer_id: str, document: IdentityDocument) -> None:
    # What another system numbered its customers by says nothing of the person, and a few
    # characters stand in any number by chance.
    telling = document.kind is not IdentityKind.OTHER and len(document.number) >= _TELLING
    NUMBER_SAYS_NOTHING.require(not telling or document.number not in customer_id.upper())


def _require_said_once(others: tuple[Particular, ...]) -> None:
    names = [other.name for other in others]
    PARTICULAR_IS_SAID_ONCE.require(len(names) == len(set(names)), names=", ".join(names))
