"""Decisions: personal data is held, its erasure asked for, and carried out."""

from collections.abc import Sequence

from domain.customer.commands import (
    EraseCustomer,
    EraseDuplicate,
    LiftHold,
    PlaceHold,
    RequestErasure,
)
from domain.customer.events import (
    CustomerErased,
    CustomerEvent,
    ErasureRequested,
    HoldLifted,
    HoldPlaced,
)
from domain.customer.keeping import (
    kept_until,
    open_applications,
    standing_contracts,
    standing_securities,
)
from domain.customer.rules import (
    DUPLICATE_IS_MERGED,
    ERASURE_IS_REQUESTED,
    HOLD_IS_KNOWN,
    INVOLVEMENT_IS_KNOWN,
    NO_APPLICATION_IS_OPEN,
    NO_CONTRACT_STANDS,
    NO_HOLD_IS_IN_FORCE,
    NO_LOAN_IS_OPEN,
    NOTHING_IS_SECURED,
    ONE_HOLD_A_NUMBER,
    ONE_OPEN_REQUEST,
    RETENTION_IS_OVER,
    TWO_PEOPLE,
)
from domain.customer.standing import active, on_record
from domain.customer.state import Customer, Erased, Merged, Registered


def place_hold(command: PlaceHold, customer: Customer) -> Sequence[CustomerEvent]:
    """Place a hold; () where its number names the same hold, still in place."""
    known = active(customer)
    placed = HoldPlaced(hold_id=command.hold_id, basis=command.basis, until=command.until)
    if command.hold_id in known.holds:
        same = known.holds[command.hold_id] == placed and command.hold_id not in known.lifted
        ONE_HOLD_A_NUMBER.require(same, hold_id=command.hold_id)
        return ()
    return (placed,)


def lift_hold(command: LiftHold, customer: Customer) -> Sequence[CustomerEvent]:
    """Lift a hold, also of a merged duplicate; () where it is lifted."""
    known = on_record(customer)
    HOLD_IS_KNOWN.require(command.hold_id in known.holds, hold_id=command.hold_id)
    return () if command.hold_id in known.lifted else (HoldLifted(hold_id=command.hold_id),)


def request_erasure(command: RequestErasure, customer: Customer) -> Sequence[CustomerEvent]:
    """Ask for an erasure; () where the same person asked on the same basis."""
    if (request := active(customer).request) is not None:
        same = (request.requested_by, request.basis) == (command.actor, command.basis)
        ONE_OPEN_REQUEST.require(same, requested_by=request.requested_by, on=request.on)
        return ()
    requested = ErasureRequested(requested_by=command.actor, basis=command.basis, on=command.today)
    return (requested,)


def erase_customer(command: EraseCustomer, customer: Customer) -> Sequence[CustomerEvent]:
    """Erase the person on another's request; () where it is done."""
    if isinstance(customer, Erased):
        return ()
    known = active(customer)
    request = known.request
    ERASURE_IS_REQUESTED.require(request is not None, customer_id=command.customer_id)
    assert request is not None
    TWO_PEOPLE.require(command.actor != request.requested_by, requested_by=request.requested_by)
    _require_releasable(command, known)
    erased = CustomerErased(
        requested_by=request.requested_by, erased_by=command.actor, basis=request.basis
    )
    return (erased,)


def erase_duplicate(command: EraseDuplicate, customer: Customer) -> Sequence[CustomerEvent]:
    """Erase a duplicate with the customer it was merged into; () where it is done."""
    if isinstance(customer, Erased):
        return ()
    DUPLICATE_IS_MERGED.require(isinstance(customer, Merged), customer_id=command.customer_id)
    _require_releasable(command, on_record(customer))
    erased = CustomerErased(
        requested_by=command.requested_by, erased_by=command.erased_by, basis=command.basis
    )
    return (erased,)


def _require_releasable(command: EraseCustomer | EraseDuplicate, known: Registered) -> None:
    """Raise Refused while a hold, business that goes on or the law keeps the person's data."""
    customer_id, today = command.customer_id, command.today
    holds = ", ".join(known.holds_on(today))
    NO_HOLD_IS_IN_FORCE.require(not holds, customer_id=customer_id, in_force=holds)
    loans = ", ".join(known.open_loans)
    NO_LOAN_IS_OPEN.require(not loans, customer_id=customer_id, loans=loans)
    _require_uninvolved(command)
    ended = kept_until(command.contracts or (), command.securities or ())
    until = max((day for day in (known.retained_until, ended) if day), default=None)
    RETENTION_IS_OVER.require(
        until is None or until < today, customer_id=customer_id, retained_until=until
    )


def _require_uninvolved(command: EraseCustomer | EraseDuplicate) -> None:
    """Raise Refused while an application, a contract or a security that names the person stands."""
    customer_id, contracts = command.customer_id, command.contracts or ()
    INVOLVEMENT_IS_KNOWN.require(command.involved is not None, customer_id=customer_id)
    asked, decided = command.applications or (), command.approvals or ()
    applications = ", ".join(open_applications(asked, decided, contracts, command.today))
    NO_APPLICATION_IS_OPEN.require(
        not applications, customer_id=customer_id, applications=applications
    )
    standing = ", ".join(standing_contracts(contracts))
    NO_CONTRACT_STANDS.require(not standing, customer_id=customer_id, contracts=standing)
    securities = ", ".join(standing_securities(command.securities or ()))
    NOTHING_IS_SECURED.require(not securities, customer_id=customer_id, securities=securities)
