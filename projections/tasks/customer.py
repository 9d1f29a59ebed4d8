"""Tasks about a customer: requests to answer, and economic files to refresh."""

from collections.abc import Mapping
from typing import Final

from domain.economic_file.events import SectionsRecorded
from domain.facts.staff import Post
from domain.recorded import Fact
from domain.service_request.events import (
    ServiceRequestAnswered,
    ServiceRequestExtended,
    ServiceRequestReceived,
)
from projections.tasks.task import Step, Subject, Tasking, Tasks, queue_of, queue_of_person

_OFFICER: Final = queue_of(Post.RELATIONSHIP_MANAGER, None)


def recorded(fact: Fact, event: SectionsRecorded) -> Tasks:
    """Yield that the file is to be refreshed by its day."""
    subject = Subject(fact=fact, number=fact.id, about=fact.stream, customer_id=fact.id)
    queue = queue_of_person(event.collected_by) if event.collected_by else _OFFICER
    yield from subject.again(Step.REFRESH, event.refresh_due, queue)


def brought(fact: Fact, event: ServiceRequestReceived | ServiceRequestExtended) -> Tasks:
    """Yield that who received it is to answer by a day."""
    subject = Subject(fact=fact, number=fact.id, about=fact.stream, customer_id=event.customer_id)
    person = queue_of_person(event.received_by) if event.received_by else _OFFICER
    yield from subject.closes(Step.ANSWER)
    yield from subject.opens(Step.ANSWER, person, due_on=event.due_on)


def answered(fact: Fact, event: ServiceRequestAnswered) -> Tasks:
    """Yield that it was answered."""
    yield from Subject(fact=fact, number=fact.id, about=fact.stream).closes(Step.ANSWER)


TASKS: Final[Mapping[type, Tasking]] = {
    SectionsRecorded: recorded,
    ServiceRequestReceived: brought,
    ServiceRequestExtended: brought,
    ServiceRequestAnswered: answered,
}
