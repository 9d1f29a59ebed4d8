"""What has happened to an identity document: the contract with history."""

from attrs import frozen

from domain.ids import CustomerId


@frozen(kw_only=True)
class IdentityClaimed:
    """The document names this customer from now on."""

    holder: CustomerId


@frozen(kw_only=True)
class IdentityMoved:
    """The document names the customer that a duplicate was merged into."""

    holder: CustomerId


IdentityEvent = IdentityClaimed | IdentityMoved
