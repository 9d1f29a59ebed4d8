"""What follows from a claim to an identity document."""

from collections.abc import Sequence
from typing import assert_never

from domain.identity.commands import ClaimIdentity, IdentityCommand, MoveIdentity
from domain.identity.events import IdentityClaimed, IdentityEvent, IdentityMoved
from domain.identity.rules import DOCUMENT_IS_HELD_BY_DUPLICATE, ONE_CUSTOMER_A_DOCUMENT
from domain.identity.state import Identity


def decide(command: IdentityCommand, identity: Identity) -> Sequence[IdentityEvent]:
    """Return what follows from a command; () where the holder holds it already."""
    if identity.holder == command.holder:
        return ()
    match command:
        case ClaimIdentity():
            ONE_CUSTOMER_A_DOCUMENT.require(identity.holder is None, holder=identity.holder)
            return (IdentityClaimed(holder=command.holder),)
        case MoveIdentity():
            DOCUMENT_IS_HELD_BY_DUPLICATE.require(
                identity.holder == command.previous, holder=identity.holder
            )
            return (IdentityMoved(holder=command.holder),)
    assert_never(command)
