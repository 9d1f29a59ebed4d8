"""Tasks of handing files over."""

from collections.abc import Mapping
from typing import Final

from domain.facts.staff import Post
from domain.handover.events import (
    FileObjected,
    HandoverCompleted,
    HandoverProposed,
    HandoverWithdrawn,
    ObjectionDecided,
)
from domain.recorded import Fact
from projections.tasks.task import Step, Subject, Tasking, Tasks, queue_of, queue_of_person


def _of(fact: Fact) -> Subject:
    return Subject(fact=fact, number=fact.id, about=fact.stream)


def proposed(fact: Fact, event: HandoverProposed) -> Tasks:
    """Yield that the new officer is to accept the files or object, by the day they move."""
    person = queue_of_person(event.to_id)
    yield from _of(fact).opens(Step.TAKE_OVER, person, due_on=event.moves_on)


def objected(fact: Fact, event: FileObjected) -> Tasks:
    """Yield that a higher body is to decide."""
    subject = Subject(fact=fact, number=f"{fact.id}/{event.file_id}", about=fact.stream)
    yield from subject.opens(Step.DECIDE_OBJECTION, queue_of(Post.BRANCH_HEAD, None))


def decided(fact: Fact, event: ObjectionDecided) -> Tasks:
    """Yield that it was decided."""
    subject = Subject(fact=fact, number=f"{fact.id}/{event.file_id}", about=fact.stream)
    yield from subject.closes(Step.DECIDE_OBJECTION)


def over(fact: Fact, _event: HandoverCompleted | HandoverWithdrawn) -> Tasks:
    """Yield that nothing is to be taken over any more."""
    yield from _of(fact).closes(Step.TAKE_OVER)


TASKS: Final[Mapping[type, Tasking]] = {
    HandoverProposed: proposed,
    FileObjected: objected,
    ObjectionDecided: decided,
    HandoverCompleted: over,
    HandoverWithdrawn: over,
}
