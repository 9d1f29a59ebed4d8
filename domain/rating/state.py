"""A customer's rating as it stands."""

from typing import assert_never

from attrs import evolve as changed
from attrs import frozen

from domain.facts.rating import Rating
from domain.rating.events import CustomerRated, GradeOverridden, RatingEvent


@frozen
class Rated:
    """The last rating, None before the first, and what overrode its grade."""

    last: CustomerRated | None = None
    overridden: GradeOverridden | None = None


def evolve(rated: Rated, event: RatingEvent) -> Rated:
    """Return the rating after an event; a new one ends the override of the one before."""
    match event:
        case CustomerRated():
            return Rated(event)
        case GradeOverridden():
            return changed(rated, overridden=event)
    assert_never(event)


def fact(customer_id: str, rated: Rated) -> Rating | None:
    """Return what others may know: the grade, and until when it holds."""
    last = rated.last
    if last is None:
        return None
    return Rating(
        customer_id=customer_id,
        grade=rated.overridden.grade if rated.overridden else last.grade,
        scorecard=f"{last.scorecard_id}@{last.version}",
        rated_on=last.rated_on,
        valid_until=last.valid_until,
        overridden=rated.overridden is not None,
    )
