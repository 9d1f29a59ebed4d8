"""Tasks of loans of another's money, until their contract is signed."""

from collections.abc import Mapping
from typing import Final

from domain.entrustment.events import EntrustmentAccepted, EntrustmentEnded, EntrustmentTakenUp
from domain.facts.staff import Post
from domain.recorded import Fact
from projections.tasks.task import Step, Tasking, Tasks, of_application, queue_of


def accepted(fact: Fact, event: EntrustmentAccepted) -> Tasks:
    """Yield that the contract of three parties is to be drafted."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.ACCEPT)
    yield from subject.opens(Step.DRAFT, queue_of(Post.CONTRACT_OFFICER, event.unit_id))


def over(fact: Fact, _event: EntrustmentTakenUp | EntrustmentEnded) -> Tasks:
    """Yield that nothing is to be drafted any more."""
    yield from of_application(fact).closes(Step.DRAFT)


TASKS: Final[Mapping[type, Tasking]] = {
    EntrustmentAccepted: accepted,
    EntrustmentTakenUp: over,
    EntrustmentEnded: over,
}
