"""How much may be asked for: what the contract leaves, and what another has deposited."""

from domain.drawdown.commands import RequestDrawdown
from domain.drawdown.rules import ENTRUSTED_FUNDS_ARE_IN, WITHIN_WHAT_IS_LEFT
from domain.facts.contract import Contract
from domain.money import Money


def require_left(amount: Money, left: Money | None) -> None:
    """Raise Refused where more is asked for than can still be drawn."""
    WITHIN_WHAT_IS_LEFT.require(
        left is not None and amount.currency == left.currency and 0 < amount.fen <= left.fen,
        amount=amount,
        left=left,
    )


def require_deposited(command: RequestDrawdown, contract: Contract) -> None:
    """Raise Refused where money is asked for that who entrusts it has not brought."""
    held = command.entrustment.held if command.entrustment else None
    ENTRUSTED_FUNDS_ARE_IN.require(
        contract.entrusted_by is None or (held is not None and command.amount <= held),
        amount=command.amount,
        held=held,
    )
