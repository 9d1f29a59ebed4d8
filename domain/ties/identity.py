"""An identity document has one holder."""

from attrs import frozen

from domain.fields import personal
from domain.ids import CustomerId


@frozen(kw_only=True)
class ClaimIdentity:
    """Claim an identity document for a customer."""

    document: str = personal()  # Kind and normalised number; only its keyed hash is kept.
    holder: CustomerId


@frozen(kw_only=True)
class MoveIdentity:
    """Move an identity document from a merged duplicate to the customer who stays."""

    document: str = personal()
    previous: CustomerId
    holder: CustomerId
