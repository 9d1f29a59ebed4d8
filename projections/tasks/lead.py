"""Tasks about leads."""

from collections.abc import Mapping
from typing import Final

from domain.lead.events import LeadCaptured, LeadConverted, LeadLost
from domain.recorded import Fact
from projections.tasks.task import Step, Subject, Tasking, Tasks, queue_of_person


def captured(fact: Fact, event: LeadCaptured) -> Tasks:
    """Yield that who found it is to follow it up."""
    subject = Subject(fact=fact, number=fact.id, about=fact.stream, customer_id=event.customer_id)
    yield from subject.opens(Step.FOLLOW_UP, queue_of_person(event.captured_by))


def settled(fact: Fact, _event: LeadConverted | LeadLost) -> Tasks:
    """Yield that it became an application, or was given up."""
    yield from Subject(fact=fact, number=fact.id, about=fact.stream).closes(Step.FOLLOW_UP)


TASKS: Final[Mapping[type, Tasking]] = {
    LeadCaptured: captured,
    LeadConverted: settled,
    LeadLost: settled,
}
