"""What was judged of customers, as the tables of customers report it: rating and black list."""

from datetime import date
from typing import Any

from domain.rating import RATING
from domain.relationship import RELATIONSHIP
from domain.relationship.values import StandingKind
from projections.history import histories, in_effect
from projections.view import Reader


def judged(reader: Reader, customer_id: str) -> tuple[str | None, date | None]:
    """Return the grade that holds on the day, and since when the customer is on a black list."""
    streams = [f"rating-{customer_id}", f"relationship-{customer_id}"]
    known = histories(reader, streams)
    said: list[list[Any]] = [
        [line.row.event for line in in_effect(known[stream], reader.day)] for stream in streams
    ]
    rated, dealings = said
    rating = RATING.fact(customer_id, RATING.fold(rated))
    holds = rating is not None and reader.day <= rating.valid_until
    listed = [
        spell.began.since
        for spell in RELATIONSHIP.fold(dealings).credit.values()
        if spell.until is None and spell.began.kind is StandingKind.BLACKLISTED
    ]
    return (rating.grade if rating and holds else None), min(listed, default=None)
