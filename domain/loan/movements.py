"""Money received, as dated facts in the order in which they count."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from domain.money import Money


@frozen(kw_only=True)
class Movement:
    """Money that came in and counts from a day."""

    receipt_no: str
    amount: Money
    value_date: date


def in_order(known: Iterable[Movement]) -> tuple[Movement, ...]:
    """Return movements by value date; of one day, in the order in which they were known."""
    return tuple(sorted(known, key=lambda movement: movement.value_date))


def up_to(known: Iterable[Movement], day: date) -> tuple[Movement, ...]:
    """Return the movements that count on or before a day, in the order they were known."""
    return tuple(movement for movement in known if movement.value_date <= day)
