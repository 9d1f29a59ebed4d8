"""Tasks about limits."""

from collections.abc import Mapping
from typing import Final

from domain.facility.events import FacilityGranted, ReviewRecorded
from domain.recorded import Fact
from projections.tasks.task import Step, Subject, Tasking, Tasks, queue_of_person


def granted(fact: Fact, event: FacilityGranted) -> Tasks:
    """Yield that who granted it is to review it by a day."""
    yield from _reviewing(fact, event.customer_id).again(
        Step.REVIEW_LIMIT, event.review_due, queue_of_person(event.decided_by)
    )


def reviewed(fact: Fact, event: ReviewRecorded) -> Tasks:
    """Yield that who reviewed it is to review it again by a day."""
    person = queue_of_person(event.reviewed_by)
    yield from _reviewing(fact, None).again(Step.REVIEW_LIMIT, event.next_due, person)


def _reviewing(fact: Fact, customer_id: str | None) -> Subject:
    return Subject(fact=fact, number=fact.id, about=fact.stream, customer_id=customer_id)


TASKS: Final[Mapping[type, Tasking]] = {FacilityGranted: granted, ReviewRecorded: reviewed}
