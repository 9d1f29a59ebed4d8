"""The shape of a task: opened into queues, and closed whichever queue it waited in."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from attrs import evolve, frozen

from domain.facts.staff import Post
from domain.recorded import Fact

DONE: Final = ""  # The queue of what is done.
AHEAD: Final = timedelta(days=30)  # Before its last day, what comes round again is shown.
ANYWHERE: Final = "*"  # The unit in a queue where the event does not know it.


class Step(StrEnum):
    """What is to be done."""

    ADMIT = "admit"
    COMPLETE = "complete_application"
    ASSIGN = "assign_investigators"
    ACCEPT = "accept_entrustment"
    INVESTIGATE = "investigate"
    SIGN_REPORT = "sign_report"
    REVIEW = "review"
    LATER_REVIEW = "later_review"
    DECIDE = "decide"
    RESOLVE = "resolve"
    NOTIFY = "notify_customer"
    DRAFT = "draft_contract"
    CHECK = "check_contract"
    SIGN = "sign_contract"
    CHECK_DRAWDOWN = "check_drawdown"
    RELEASE = "release_drawdown"
    REVALUE = "revalue"
    REVIEW_LIMIT = "review_limit"
    TAKE_OVER = "take_over_files"
    DECIDE_OBJECTION = "decide_objection"
    ANSWER = "answer_request"
    FOLLOW_UP = "follow_up_lead"
    REFRESH = "refresh_file"


@frozen(kw_only=True)
class Task:
    """One line: a task comes to a queue, or is done."""

    task: str  # "review:A1".
    queue: str  # "B1/reviewer", "@zhao"; DONE where it waits no more.
    step: str
    about: str  # The stream that it is about: "credit_application-A1".
    customer_id: str | None
    due_on: str | None  # ISO date, where the event names it; else the bank's parameter says.


Tasks = Iterator[tuple[date, Task]]
Tasking = Callable[[Fact, Any], Tasks]  # From an event to its tasks.


# What waits for the first post can be done by those who hold the others as well.
_ALSO: Final = {
    Post.RELATIONSHIP_MANAGER: (Post.SENIOR_RELATIONSHIP_MANAGER, Post.RELATIONSHIP_HEAD),
    Post.INVESTIGATOR: (
        Post.JUNIOR_RELATIONSHIP_MANAGER,
        Post.RELATIONSHIP_MANAGER,
        Post.SENIOR_RELATIONSHIP_MANAGER,
    ),
    Post.RELATIONSHIP_HEAD: (Post.CREDIT_HEAD, Post.SUB_BRANCH_HEAD, Post.BRANCH_HEAD),
    Post.APPROVER: (Post.CREDIT_HEAD, Post.SUB_BRANCH_HEAD, Post.BRANCH_HEAD, Post.PRESIDENT),
    Post.BRANCH_HEAD: (Post.CREDIT_HEAD, Post.PRESIDENT),
}


def served_by(post: Post) -> tuple[Post, ...]:
    """Return the posts whose tasks the holder of a post can do, their own first."""
    return (post, *(first for first, others in _ALSO.items() if post in others))


def queue_of(post: Post, unit_id: str | None) -> str:
    """Return the queue of a post at a unit."""
    return f"{unit_id or ANYWHERE}/{post.value}"


def queue_of_person(staff_id: str) -> str:
    """Return the queue of a person."""
    return f"@{staff_id}"


@frozen(kw_only=True)
class Subject:
    """What the tasks of an event are about."""

    fact: Fact
    number: str  # Of the thing: "A1".
    about: str
    customer_id: str | None = None
    on: date | None = None  # Of the event, where it is not the day that it counts from.

    def opens(self, step: Step, *queues: str, due_on: date | None = None) -> Tasks:
        """Yield that a task comes to these queues."""
        for queue in queues:
            yield self._line(step, queue, due_on.isoformat() if due_on else None)

    def again(self, step: Step, due_on: date, queue: str) -> Tasks:
        """Yield that a task is done, and comes round again some time before a day."""
        yield from self.closes(step)
        yield from evolve(self, on=due_on - AHEAD).opens(step, queue, due_on=due_on)

    def closes(self, *steps: Step) -> Tasks:
        """Yield that tasks are done, if they were open."""
        for step in steps:
            yield self._line(step, DONE, None)

    def _line(self, step: Step, queue: str, due_on: str | None) -> tuple[date, Task]:
        task = Task(
            task=f"{step.value}:{self.number}",
            queue=queue,
            step=step.value,
            about=self.about,
            customer_id=self.customer_id,
            due_on=due_on,
        )
        return self.on or self.fact.on, task


def of_application(fact: Fact, customer_id: str | None = None) -> Subject:
    """Return the application that an event of its streams is about."""
    about = f"credit_application-{fact.id}"
    return Subject(fact=fact, number=fact.id, about=about, customer_id=customer_id)
