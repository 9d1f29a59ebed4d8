"""Who holds an identity document."""

from typing import assert_never

from attrs import frozen

from domain.identity.events import IdentityClaimed, IdentityEvent, IdentityMoved


@frozen
class Identity:
    """An identity document by its holder; None while it is free."""

    holder: str | None = None


def evolve(_identity: Identity, event: IdentityEvent) -> Identity:
    """Return the document after an event."""
    match event:
        case IdentityClaimed() | IdentityMoved():
            return Identity(event.holder)
    assert_never(event)
