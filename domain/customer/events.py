"""What has happened to a customer: the contract with history."""

from datetime import date

from attrs import frozen

from domain.customer.values import (
    ContactRelation,
    ErasureBasis,
    HoldBasis,
    IdentityDocument,
    Particular,
    Relation,
)
from domain.fields import last_day, personal
from domain.ids import ContactId, CustomerId, HoldId, LoanId
from domain.kinds import CustomerKind
from domain.origin import Finding, Origin


@frozen(kw_only=True)
class CustomerRegistered:
    """A customer was registered."""

    kind: CustomerKind
    name: str = personal(find="name")
    document: IdentityDocument | None
    phone: str | None = personal(find="phone")
    address: str | None = personal()
    others: tuple[Particular, ...]
    since: date
    origin: Origin | None
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class DocumentAdded:
    """A further identity document names the customer."""

    document: IdentityDocument
    since: date


@frozen(kw_only=True)
class ParticularsChanged:
    """Particulars hold from a day on; None leaves one as it was."""

    since: date
    name: str | None = personal(find="name")
    phone: str | None = personal(find="phone")
    address: str | None = personal()
    others: tuple[Particular, ...]


@frozen(kw_only=True)
class ContactAdded:
    """A contact was added."""

    contact_id: ContactId
    relation: ContactRelation
    name: str = personal()
    phone: str | None = personal()
    since: date


@frozen(kw_only=True)
class ContactEnded:
    """A contact ended."""

    contact_id: ContactId
    until: date


@frozen(kw_only=True)
class CustomerRelated:
    """Another customer is related to this one."""

    other_id: CustomerId
    relation: Relation
    since: date


@frozen(kw_only=True)
class RelationEnded:
    """A relation ended."""

    other_id: CustomerId
    relation: Relation
    until: date


@frozen(kw_only=True)
class CustomerMerged:
    """This customer is a duplicate of another and was merged into it."""

    into_id: CustomerId
    on: date


@frozen(kw_only=True)
class DuplicateAbsorbed:
    """A duplicate was merged into this customer, with the loans that hang on it."""

    duplicate_id: CustomerId
    earlier: tuple[CustomerId, ...]  # Duplicates that the duplicate had absorbed itself.
    documents: tuple[IdentityDocument, ...]
    loans: tuple[LoanId, ...]  # Open on that day; they stay tied to the duplicate.
    retained_until: date | None


@frozen(kw_only=True)
class HoldPlaced:
    """Personal data must be kept."""

    hold_id: HoldId
    basis: HoldBasis
    until: date | None = last_day()


@frozen(kw_only=True)
class HoldLifted:
    """A hold ended."""

    hold_id: HoldId


@frozen(kw_only=True)
class ErasureRequested:
    """A person asked for erasure on some basis."""

    requested_by: str
    basis: ErasureBasis
    on: date


@frozen(kw_only=True)
class CustomerErased:
    """The person's key was destroyed; nothing opens the sealed fields any more."""

    requested_by: str
    erased_by: str
    basis: ErasureBasis


@frozen(kw_only=True)
class LoanTied:
    """A loan hangs on this customer."""

    loan_id: LoanId


@frozen(kw_only=True)
class LoanReleased:
    """A loan of this customer ended; its file is kept until a day."""

    loan_id: LoanId
    ended_on: date
    retained_until: date


CustomerEvent = (
    CustomerRegistered
    | DocumentAdded
    | ParticularsChanged
    | ContactAdded
    | ContactEnded
    | CustomerRelated
    | RelationEnded
    | CustomerMerged
    | DuplicateAbsorbed
    | HoldPlaced
    | HoldLifted
    | ErasureRequested
    | CustomerErased
    | LoanTied
    | LoanReleased
)
