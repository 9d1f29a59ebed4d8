"""What may be asked of a customer: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.customer.erasing import Erasing
from domain.customer.values import (
    ContactRelation,
    ErasureBasis,
    HoldBasis,
    IdentityDocument,
    Particular,
    Relation,
)
from domain.fields import looked_up, personal, stamped
from domain.ids import ContactId, CustomerId, HoldId, LoanId
from domain.kinds import CustomerKind
from domain.origin import Origin
from domain.party import Party
from domain.ties import ReleaseLoan, TieLoan


@frozen(kw_only=True)
class RegisterCustomer:
    """Register a customer under an identity document."""

    customer_id: CustomerId
    kind: CustomerKind
    name: str = personal(find="name")
    document: IdentityDocument | None = None  # None only where another system had none.
    phone: str | None = personal(find="phone", default=None)
    address: str | None = personal(default=None)
    others: tuple[Particular, ...] = ()
    since: date  # The day the particulars hold from.
    origin: Origin | None = None
    today: date = stamped("today")


@frozen(kw_only=True)
class AddDocument:
    """Add a further identity document of a customer."""

    customer_id: CustomerId
    document: IdentityDocument
    since: date
    today: date = stamped("today")


@frozen(kw_only=True)
class ChangeParticulars:
    """Change particulars of a customer from the day that the change is true."""

    customer_id: CustomerId
    since: date
    name: str | None = personal(find="name", default=None)  # None leaves it as it is.
    phone: str | None = personal(find="phone", default=None)
    address: str | None = personal(default=None)
    others: tuple[Particular, ...] = ()
    today: date = stamped("today")


@frozen(kw_only=True)
class AddContact:
    """Add a person through whom the customer is reached."""

    customer_id: CustomerId
    contact_id: ContactId
    relation: ContactRelation
    name: str = personal()
    phone: str | None = personal(default=None)
    since: date
    today: date = stamped("today")


@frozen(kw_only=True)
class EndContact:
    """End a contact from a day on."""

    customer_id: CustomerId
    contact_id: ContactId
    until: date
    today: date = stamped("today")


@frozen(kw_only=True)
class RelateCustomer:
    """Relate a customer to another customer."""

    customer_id: CustomerId
    other_id: CustomerId
    relation: Relation
    since: date
    other: Party | None = looked_up("customer", by="other_id")
    today: date = stamped("today")


@frozen(kw_only=True)
class EndRelation:
    """End a relation to another customer from a day on."""

    customer_id: CustomerId
    other_id: CustomerId
    relation: Relation
    until: date
    today: date = stamped("today")


@frozen(kw_only=True)
class MergeCustomer:
    """Merge a duplicate into the customer who stays."""

    customer_id: CustomerId  # The duplicate.
    into_id: CustomerId
    into: Party | None = looked_up("customer", by="into_id")
    today: date = stamped("today")


@frozen(kw_only=True)
class PlaceHold:
    """Hold a customer's personal data against erasure."""

    customer_id: CustomerId
    hold_id: HoldId
    basis: HoldBasis
    until: date | None = None  # None: until it is lifted.


@frozen(kw_only=True)
class LiftHold:
    """Lift a hold."""

    customer_id: CustomerId
    hold_id: HoldId


@frozen(kw_only=True)
class RequestErasure:
    """Ask for the erasure of a person; a second person must carry it out."""

    customer_id: CustomerId
    basis: ErasureBasis
    actor: str = stamped("actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class EraseCustomer(Erasing):
    """Erase a person whose erasure another person asked for; this cannot be undone."""

    actor: str = stamped("actor")


@frozen(kw_only=True)
class AbsorbCustomer:
    """Take over what hangs on a merged duplicate."""

    customer_id: CustomerId
    duplicate_id: CustomerId
    earlier: tuple[CustomerId, ...] = ()  # Duplicates that the duplicate had absorbed itself.
    documents: tuple[IdentityDocument, ...] = ()  # All that name the duplicate.
    loans: tuple[LoanId, ...]  # Open loans of the duplicate.
    retained_until: date | None  # The duplicate's retention, if any.


@frozen(kw_only=True)
class EraseDuplicate(Erasing):
    """Erase a merged duplicate together with the customer it was merged into."""

    requested_by: str
    erased_by: str
    basis: ErasureBasis


CustomerCommand = (
    RegisterCustomer
    | AddDocument
    | ChangeParticulars
    | AddContact
    | EndContact
    | RelateCustomer
    | EndRelation
    | MergeCustomer
    | PlaceHold
    | LiftHold
    | RequestErasure
    | EraseCustomer
    | AbsorbCustomer
    | EraseDuplicate
    | TieLoan
    | ReleaseLoan
)
