"""Decisions: a duplicate is merged into the customer who stays.

Loans stay tied to the duplicate, under whose number they were agreed, and are released there.
The one who stays cannot be erased before the duplicate can be: an erasure carries the duplicates
along, and each of them still asks for its own loans, holds and retention.
"""

from collections.abc import Sequence

from domain.customer.commands import AbsorbCustomer, MergeCustomer
from domain.customer.connections import require_another_active
from domain.customer.events import CustomerEvent, CustomerMerged, DuplicateAbsorbed
from domain.customer.rules import NO_ERASURE_IS_PENDING, OTHER_IS_ANOTHER
from domain.customer.standing import active
from domain.customer.state import Customer, Merged


def merge_customer(command: MergeCustomer, customer: Customer) -> Sequence[CustomerEvent]:
    """Merge a duplicate into another customer; () where it was merged into that one."""
    if isinstance(customer, Merged) and customer.into_id == command.into_id:
        return ()
    duplicate = active(customer)
    require_another_active(command.customer_id, command.into_id, command.into)
    NO_ERASURE_IS_PENDING.require(duplicate.request is None, customer_id=command.customer_id)
    return (CustomerMerged(into_id=command.into_id, on=command.today),)


def absorb_customer(command: AbsorbCustomer, customer: Customer) -> Sequence[CustomerEvent]:
    """Take over what hangs on a duplicate; () where that was done."""
    known = active(customer)
    OTHER_IS_ANOTHER.require(
        command.customer_id != command.duplicate_id, other_id=command.duplicate_id
    )
    if command.duplicate_id in known.duplicates:
        return ()
    absorbed = DuplicateAbsorbed(
        duplicate_id=command.duplicate_id,
        earlier=command.earlier,
        documents=command.documents,
        loans=command.loans,
        retained_until=command.retained_until,
    )
    return (absorbed,)
