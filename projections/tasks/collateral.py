"""Tasks about collateral."""

from collections.abc import Mapping
from typing import Final

from domain.collateral.events import (
    CollateralRealised,
    CollateralReleased,
    ValuationRecorded,
)
from domain.recorded import Fact
from projections.tasks.task import Step, Subject, Tasking, Tasks, queue_of_person


def valued(fact: Fact, event: ValuationRecorded) -> Tasks:
    """Yield that it is to be valued again by a day."""
    subject = Subject(fact=fact, number=fact.id, about=fact.stream)
    yield from subject.again(Step.REVALUE, event.due_again, queue_of_person(event.valued_by))


def gone(fact: Fact, _event: CollateralReleased | CollateralRealised) -> Tasks:
    """Yield that it secures nothing any more."""
    yield from Subject(fact=fact, number=fact.id, about=fact.stream).closes(Step.REVALUE)


TASKS: Final[Mapping[type, Tasking]] = {
    ValuationRecorded: valued,
    CollateralReleased: gone,
    CollateralRealised: gone,
}
