"""Tasks of intake and admission."""

from collections.abc import Mapping
from typing import Final

from domain.credit_application.admission.verdicts import Outcome
from domain.credit_application.events import (
    AdmissionJudged,
    CreditApplicationResubmitted,
    CreditApplicationReturned,
    CreditApplicationSubmitted,
    CreditApplicationWithdrawn,
)
from domain.facts.staff import Post
from domain.recorded import Fact
from projections.tasks.task import (
    Step,
    Tasking,
    Tasks,
    of_application,
    queue_of,
    queue_of_person,
)

_BEFORE_REVIEW: Final = (
    *(Step.ADMIT, Step.COMPLETE, Step.ASSIGN, Step.ACCEPT),
    *(Step.INVESTIGATE, Step.SIGN_REPORT),
)


def received(fact: Fact, event: CreditApplicationSubmitted | CreditApplicationResubmitted) -> Tasks:
    """Yield that admission is to be judged."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.COMPLETE)
    yield from subject.opens(Step.ADMIT, queue_of(Post.RELATIONSHIP_MANAGER, event.unit_id))


def returned(fact: Fact, event: CreditApplicationReturned) -> Tasks:
    """Yield that who returned it sees to its completion by the customer."""
    subject = of_application(fact)
    yield from subject.closes(Step.ADMIT)
    yield from subject.opens(Step.COMPLETE, queue_of_person(event.returned_by))


def judged(fact: Fact, event: AdmissionJudged) -> Tasks:
    """Yield that investigators are to be found, or another's money accepted; or it stops here."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.ADMIT, Step.ASSIGN, Step.ACCEPT)
    if event.outcome is Outcome.PROHIBITED:
        return
    if event.inputs.entruster:
        yield from subject.opens(Step.ACCEPT, queue_of(Post.APPROVER, event.unit_id))
    else:
        yield from subject.opens(Step.ASSIGN, queue_of(Post.RELATIONSHIP_HEAD, event.unit_id))


def withdrawn(fact: Fact, _event: CreditApplicationWithdrawn) -> Tasks:
    """Yield that nothing is to be done before a review any more."""
    yield from of_application(fact).closes(*_BEFORE_REVIEW, Step.REVIEW)


TASKS: Final[Mapping[type, Tasking]] = {
    CreditApplicationSubmitted: received,
    CreditApplicationResubmitted: received,
    CreditApplicationReturned: returned,
    AdmissionJudged: judged,
    CreditApplicationWithdrawn: withdrawn,
}
