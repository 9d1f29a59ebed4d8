"""What follows from a command to a customer, and what it asks of others in the same moment."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from domain.customer.commands import (
    AbsorbCustomer,
    AddContact,
    AddDocument,
    ChangeParticulars,
    CustomerCommand,
    EndContact,
    EndRelation,
    EraseCustomer,
    EraseDuplicate,
    LiftHold,
    MergeCustomer,
    PlaceHold,
    RegisterCustomer,
    RelateCustomer,
    RequestErasure,
)
from domain.customer.connections import add_contact, end_contact, end_relation, relate_customer
from domain.customer.documents import claims_of, in_normal_form
from domain.customer.erasure import (
    erase_customer,
    erase_duplicate,
    lift_hold,
    place_hold,
    request_erasure,
)
from domain.customer.events import CustomerErased, CustomerEvent
from domain.customer.lending import release_loan, tie_loan
from domain.customer.merging import absorb_customer, merge_customer
from domain.customer.registration import add_document, change_particulars, register_customer
from domain.customer.state import Customer, Registered
from domain.customer.values import IdentityDocument
from domain.ties import ClaimIdentity, MoveIdentity, ReleaseLoan, TieLoan

Guard = ClaimIdentity | MoveIdentity | AbsorbCustomer | EraseDuplicate


def decide(command: CustomerCommand, customer: Customer) -> Sequence[CustomerEvent]:
    """Return what follows from a command."""
    match command:
        case RegisterCustomer():
            return register_customer(command, customer)
        case AddDocument():
            return add_document(command, customer)
        case ChangeParticulars():
            return change_particulars(command, customer)
        case AddContact():
            return add_contact(command, customer)
        case EndContact():
            return end_contact(command, customer)
        case RelateCustomer():
            return relate_customer(command, customer)
        case EndRelation():
            return end_relation(command, customer)
        case MergeCustomer():
            return merge_customer(command, customer)
        case AbsorbCustomer():
            return absorb_customer(command, customer)
        case PlaceHold():
            return place_hold(command, customer)
        case LiftHold():
            return lift_hold(command, customer)
        case RequestErasure():
            return request_erasure(command, customer)
        case EraseCustomer():
            return erase_customer(command, customer)
        case EraseDuplicate():
            return erase_duplicate(command, customer)
        case TieLoan():
            return tie_loan(command, customer)
        case ReleaseLoan():
            return release_loan(command, customer)
    assert_never(command)


def guards(
    command: CustomerCommand, customer: Customer, events: Sequence[CustomerEvent]
) -> Sequence[Guard]:
    """Return what others must accept for these events to be recorded.

    A document names one customer; who stays takes over what hangs on a duplicate, and is erased
    only together with every duplicate.
    """
    if not events:
        return ()
    match command, customer:
        case ((RegisterCustomer() | AddDocument()), _):
            return tuple(_claims(command))
        case MergeCustomer(), Registered():
            return (*_moves(command, customer), _absorbing(command, customer))
        case EraseCustomer(), Registered():
            return tuple(_erasing_duplicates(command, customer, events))
    return ()


def _claims(command: RegisterCustomer | AddDocument) -> Iterator[ClaimIdentity]:
    documents = [in_normal_form(command.document)] if command.document else []
    for text in claims_of(documents):
        yield ClaimIdentity(document=text, holder=command.customer_id)


def _moves(command: MergeCustomer, duplicate: Registered) -> Iterator[MoveIdentity]:
    for text in claims_of(duplicate.documents):
        yield MoveIdentity(document=text, previous=command.customer_id, holder=command.into_id)


def _absorbing(command: MergeCustomer, duplicate: Registered) -> AbsorbCustomer:
    return AbsorbCustomer(
        customer_id=command.into_id,
        duplicate_id=command.customer_id,
        earlier=duplicate.duplicates,
        documents=_each_once(duplicate.documents),
        loans=duplicate.open_loans,
        retained_until=duplicate.retained_until,
    )


def _each_once(documents: Sequence[IdentityDocument]) -> tuple[IdentityDocument, ...]:
    return tuple(dict.fromkeys(documents))


def _erasing_duplicates(
    command: EraseCustomer, customer: Registered, events: Sequence[CustomerEvent]
) -> Iterator[EraseDuplicate]:
    for event in events:
        if isinstance(event, CustomerErased):
            for duplicate_id in customer.duplicates:
                yield EraseDuplicate(
                    customer_id=duplicate_id,
                    requested_by=event.requested_by,
                    erased_by=event.erased_by,
                    basis=event.basis,
                    today=command.today,
                )
