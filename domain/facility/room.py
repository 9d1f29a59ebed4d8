"""What a limit has room for, and in which currency."""

from domain.facility.rules import SAME_CURRENCY, WITHIN_HEADROOM
from domain.facility.state import Granted
from domain.money import Money


def require_currency(amount: Money, state: Granted) -> None:
    """Raise Refused for an amount of another currency than the limit's."""
    SAME_CURRENCY.require(
        amount.currency == state.limit.currency,
        currency=amount.currency,
        expected=state.limit.currency,
    )


def require_headroom(facility_id: str, amount: Money, headroom: Money, state: Granted) -> None:
    """Raise Refused for no amount, or for more than the headroom; all figures are named."""
    WITHIN_HEADROOM.require(
        0 < amount.fen <= headroom.fen,
        facility_id=facility_id,
        amount=amount,
        headroom=headroom,
        limit=state.limit,
        reserved=state.reserved,
        used=state.used,
    )
