"""Decisions: through whom a customer is reached, and to whom the customer is related."""

from collections.abc import Sequence
from datetime import date

from domain.customer.commands import AddContact, EndContact, EndRelation, RelateCustomer
from domain.customer.events import (
    ContactAdded,
    ContactEnded,
    CustomerEvent,
    CustomerRelated,
    RelationEnded,
)
from domain.customer.registration import plain_phone, require_day_has_come, weigh_phone
from domain.customer.rules import (
    CONTACT_IS_KNOWN,
    ENDS_AFTER_IT_BEGAN,
    ENDS_ONCE,
    ONE_CONTACT_A_NUMBER,
    OTHER_IS_ACTIVE,
    OTHER_IS_ANOTHER,
    RELATED_ONCE_AT_A_TIME,
    RELATION_IS_KNOWN,
)
from domain.customer.standing import active
from domain.customer.state import Customer
from domain.party import Party, Standing


def add_contact(command: AddContact, customer: Customer) -> Sequence[CustomerEvent]:
    """Add a contact; () where its number names the same contact."""
    known = active(customer)
    require_day_has_come(command.since, command.today)
    weigh_phone(command.phone, None)
    added = ContactAdded(
        contact_id=command.contact_id,
        relation=command.relation,
        name=command.name,
        phone=plain_phone(command.phone),
        since=command.since,
    )
    if (contact := known.contacts.get(command.contact_id)) is not None:
        ONE_CONTACT_A_NUMBER.require(contact.added == added, contact_id=command.contact_id)
        return ()
    return (added,)


def end_contact(command: EndContact, customer: Customer) -> Sequence[CustomerEvent]:
    """End a contact from a day on; () where it ended on that day."""
    contact = active(customer).contacts.get(command.contact_id)
    CONTACT_IS_KNOWN.require(contact is not None, contact_id=command.contact_id)
    assert contact is not None
    if contact.until == command.until:
        return ()
    ENDS_ONCE.require(contact.until is None, ended=contact.until)
    _require_past(contact.added.since, command.until, command.today)
    return (ContactEnded(contact_id=command.contact_id, until=command.until),)


def relate_customer(command: RelateCustomer, customer: Customer) -> Sequence[CustomerEvent]:
    """Relate the customer to another; () where they are so related since that day."""
    known = active(customer)
    require_another_active(command.customer_id, command.other_id, command.other)
    require_day_has_come(command.since, command.today)
    spells = known.relations.get((command.other_id, command.relation), ())
    if any(spell.since == command.since for spell in spells):
        return ()
    last = spells[-1] if spells else None
    RELATED_ONCE_AT_A_TIME.require(
        last is None or (last.until is not None and last.until <= command.since),
        other_id=command.other_id,
        relation=command.relation,
    )
    related = CustomerRelated(
        other_id=command.other_id, relation=command.relation, since=command.since
    )
    return (related,)


def end_relation(command: EndRelation, customer: Customer) -> Sequence[CustomerEvent]:
    """End a relation from a day on; () where it ended on that day."""
    spells = active(customer).relations.get((command.other_id, command.relation), ())
    RELATION_IS_KNOWN.require(bool(spells), other_id=command.other_id, relation=command.relation)
    if any(spell.until == command.until for spell in spells):
        return ()
    last = spells[-1]
    ENDS_ONCE.require(last.until is None, ended=last.until)
    _require_past(last.since, command.until, command.today)
    ended = RelationEnded(other_id=command.other_id, relation=command.relation, until=command.until)
    return (ended,)


def require_another_active(customer_id: str, other_id: str, other: Party | None) -> None:
    """Raise Refused unless the other is somebody else with whom business is done."""
    OTHER_IS_ANOTHER.require(other_id != customer_id, other_id=other_id)
    standing = other.standing if other else "unknown"
    OTHER_IS_ACTIVE.require(standing is Standing.ACTIVE, other_id=other_id, standing=standing)


def _require_past(since: date, until: date, today: date) -> None:
    ENDS_AFTER_IT_BEGAN.require(since <= until, since=since)
    require_day_has_come(until, today)
