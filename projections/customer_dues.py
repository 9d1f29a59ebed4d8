"""What is due with customers by which day: a later line of a thing takes an earlier one's place."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from domain.economic_file.events import SectionsRecorded
from domain.recorded import Fact
from domain.relationship.service.events import StageSet, SurveyFollowedUp, SurveyRecorded
from projections.view import Lines

REFRESH: Final = "refresh"
CONTACT: Final = "contact"
FOLLOW_UP: Final = "follow_up"
NEVER: Final = "9999-12-31"  # Nothing is due any more.


@frozen(kw_only=True)
class Due:
    """That something is due by a day; it takes the place of what its thing was due by before."""

    customer_id: str
    due: str  # ISO 8601.
    what: str
    thing: str  # What is refreshed, so that a later line of it counts.
    since: str
    done_by: str
    missing: int  # Items that a file lacks.


Lined = Iterator[tuple[date, Due]]


def _due(fact: Fact, due: date | None, what: str, thing: str = "", *, missing: int = 0) -> Lined:
    yield (
        fact.on,
        Due(
            customer_id=fact.id,
            due=due.isoformat() if due else NEVER,
            what=what,
            thing=f"{fact.id}/{what}/{thing}",
            since=fact.on.isoformat(),
            done_by=fact.context.actor,
            missing=missing,
        ),
    )


def refreshed(fact: Fact, event: SectionsRecorded) -> Lined:
    """Yield when an economic file is refreshed next."""
    return _due(fact, event.refresh_due, REFRESH, missing=len(event.missing_items))


def staged(fact: Fact, event: StageSet) -> Lined:
    """Yield when a customer is contacted next."""
    return _due(fact, event.contact_due, CONTACT)


def surveyed(fact: Fact, event: SurveyRecorded) -> Lined:
    """Yield when a survey is followed up."""
    return _due(fact, event.follow_up_due, FOLLOW_UP, event.survey_id)


def followed_up(fact: Fact, event: SurveyFollowedUp) -> Lined:
    """Yield that a survey was followed up."""
    return _due(fact, None, FOLLOW_UP, event.survey_id)


DUE: Final = Lines(
    name="customer_due",
    row=Due,
    of={
        SectionsRecorded: refreshed,
        StageSet: staged,
        SurveyRecorded: surveyed,
        SurveyFollowedUp: followed_up,
    },
    by=("thing", "customer_id", "done_by", "due"),
)
