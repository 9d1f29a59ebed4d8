"""Tasks of investigation."""

from collections.abc import Mapping
from typing import Final

from domain.facts.staff import Post
from domain.investigation.events import (
    InvestigationConcluded,
    InvestigationOpened,
    InvestigationReopened,
    InvestigatorsReplaced,
    ReportSigned,
)
from domain.recorded import Fact
from projections.tasks.task import (
    Step,
    Tasking,
    Tasks,
    of_application,
    queue_of,
    queue_of_person,
)


def opened(fact: Fact, event: InvestigationOpened) -> Tasks:
    """Yield that each of the investigators has it to do."""
    subject = of_application(fact, event.application.customer_id)
    yield from subject.closes(Step.ASSIGN)
    yield from subject.opens(Step.INVESTIGATE, *map(queue_of_person, event.investigators))


def replaced(fact: Fact, event: InvestigatorsReplaced) -> Tasks:
    """Yield that others have it to do."""
    subject = of_application(fact)
    yield from subject.closes(Step.INVESTIGATE)
    yield from subject.opens(Step.INVESTIGATE, *map(queue_of_person, event.investigators))


def concluded(fact: Fact, event: InvestigationConcluded) -> Tasks:
    """Yield that each of the investigators has to sign."""
    subject = of_application(fact)
    yield from subject.closes(Step.INVESTIGATE)
    yield from subject.opens(Step.SIGN_REPORT, *map(queue_of_person, event.investigators))


def signed(fact: Fact, event: ReportSigned) -> Tasks:
    """Yield that it goes to review once all have signed."""
    subject = of_application(fact, event.customer_id)
    if event.completes:
        yield from subject.closes(Step.SIGN_REPORT, Step.REVIEW)
        yield from subject.opens(Step.REVIEW, queue_of(Post.REVIEWER, event.unit_id))


def reopened(fact: Fact, _event: InvestigationReopened) -> Tasks:
    """Yield that it is not to be reviewed, but investigated by who has it."""
    subject = of_application(fact)
    yield from subject.closes(Step.SIGN_REPORT, Step.REVIEW)
    yield from subject.opens(Step.INVESTIGATE, queue_of_person(fact.context.actor))


TASKS: Final[Mapping[type, Tasking]] = {
    InvestigationOpened: opened,
    InvestigatorsReplaced: replaced,
    InvestigationConcluded: concluded,
    ReportSigned: signed,
    InvestigationReopened: reopened,
}
