"""What the customer asks of an identity document, so that one customer holds it."""

from domain.ties import ClaimIdentity, MoveIdentity

IdentityCommand = ClaimIdentity | MoveIdentity

__all__ = ["ClaimIdentity", "IdentityCommand", "MoveIdentity"]
