"""Tasks of review and approval."""

from collections.abc import Mapping
from typing import Final

from domain.approval.events import (
    ApplicationReviewed,
    ApprovalEnded,
    ApprovalTakenUp,
    CreditApproved,
    CreditDeclined,
    CustomerNotified,
    Escalated,
    FastTrackGranted,
    MotionPut,
)
from domain.approval.values import Verdict
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


def reviewed(fact: Fact, event: ApplicationReviewed) -> Tasks:
    """Yield that it was reviewed: it goes to an approver, or back to be investigated."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.REVIEW, Step.LATER_REVIEW)
    if event.verdict is Verdict.SEND_BACK:
        yield from subject.opens(Step.INVESTIGATE, queue_of(Post.INVESTIGATOR, event.unit_id))
    elif not event.afterwards:
        yield from subject.opens(Step.DECIDE, queue_of(Post.APPROVER, event.unit_id))


def tracked(fact: Fact, event: FastTrackGranted) -> Tasks:
    """Yield that it goes to an approver at once, and that a review must follow."""
    subject, reviewer = (
        of_application(fact, event.customer_id),
        queue_of(Post.REVIEWER, event.unit_id),
    )
    yield from subject.closes(Step.REVIEW)
    yield from subject.opens(Step.DECIDE, queue_of(Post.APPROVER, event.unit_id))
    yield from subject.opens(Step.LATER_REVIEW, reviewer, due_on=event.review_due_on)


def escalated(fact: Fact, event: Escalated) -> Tasks:
    """Yield that it waits where it went."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.DECIDE, Step.RESOLVE)
    post = event.to_post or Post.COMMITTEE_MEMBER
    person = queue_of_person(event.to_person) if event.to_person else queue_of(post, event.to_unit)
    yield from subject.opens(Step.DECIDE, person)


def moved(fact: Fact, event: MotionPut) -> Tasks:
    """Yield that it waits for the committee."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.DECIDE, Step.RESOLVE)
    yield from subject.opens(Step.RESOLVE, queue_of(Post.COMMITTEE_MEMBER, event.committee_id))


def approved(fact: Fact, event: CreditApproved) -> Tasks:
    """Yield that the customer is to be told, and the contract drafted before the approval ends."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.DECIDE, Step.RESOLVE)
    yield from subject.opens(Step.NOTIFY, queue_of(Post.RELATIONSHIP_MANAGER, event.unit_id))
    yield from subject.opens(Step.DRAFT, queue_of(Post.CONTRACT_OFFICER, event.unit_id))


def declined(fact: Fact, event: CreditDeclined) -> Tasks:
    """Yield that the customer is to be told."""
    subject = of_application(fact, event.customer_id)
    yield from subject.closes(Step.DECIDE, Step.RESOLVE)
    yield from subject.opens(Step.NOTIFY, queue_of(Post.RELATIONSHIP_MANAGER, event.unit_id))


def told(fact: Fact, _event: CustomerNotified) -> Tasks:
    """Yield that the customer was told."""
    yield from of_application(fact).closes(Step.NOTIFY)


def taken_up(fact: Fact, _event: ApprovalTakenUp) -> Tasks:
    """Yield that there is a signed contract."""
    yield from of_application(fact).closes(Step.DRAFT)


def ended(fact: Fact, _event: ApprovalEnded) -> Tasks:
    """Yield that nothing is to be decided or drafted any more."""
    yield from of_application(fact).closes(
        Step.REVIEW, Step.DECIDE, Step.RESOLVE, Step.NOTIFY, Step.DRAFT
    )


TASKS: Final[Mapping[type, Tasking]] = {
    ApplicationReviewed: reviewed,
    FastTrackGranted: tracked,
    Escalated: escalated,
    MotionPut: moved,
    CreditApproved: approved,
    CreditDeclined: declined,
    CustomerNotified: told,
    ApprovalTakenUp: taken_up,
    ApprovalEnded: ended,
}
