"""Which tasks are open: the table that the events of all rooms open and close."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.calendar import WorkingCalendar
from domain.facts.policy import SHIPPED, PolicyBook
from domain.policy import POLICY
from projections.ends import Ends
from projections.policy_book import policy_known
from projections.tasks import (
    approval,
    collateral,
    contract,
    credit_application,
    customer,
    entrustment,
    facility,
    handover,
    investigation,
    lead,
)
from projections.tasks.task import DONE, Task, Tasking
from projections.view import Line, Lines, Reader

OPENS: Final[Mapping[type, Tasking]] = {
    **lead.TASKS,
    **customer.TASKS,
    **credit_application.TASKS,
    **investigation.TASKS,
    **approval.TASKS,
    **entrustment.TASKS,
    **contract.TASKS,
    **collateral.TASKS,
    **facility.TASKS,
    **handover.TASKS,
}
BOOK: Final = "book"
TASKS: Final = Lines(
    name="task",
    row=Task,
    of=OPENS,
    by=("task", "queue"),
    ends=Ends(key="task", column="queue", value=DONE),
)


@frozen(kw_only=True)
class Open:
    """A task that waits in a queue, on a day."""

    task: Task
    since: date
    due_on: date
    day: date

    @property
    def overdue(self) -> bool:
        """Whether its last day is over."""
        return self.due_on < self.day


@frozen(kw_only=True)
class Limits:
    """How long a step may take: by the credit policy, in working days."""

    book: PolicyBook
    calendar: WorkingCalendar

    def due_of(self, came: Line[Task]) -> date:
        """Return the last day of a task: its event's own, or so many working days after it came."""
        task = came.row
        if task.due_on is not None:
            return date.fromisoformat(task.due_on)
        days = self.book.count(f"bank.work.{task.step}.working_days", came.on)
        return self.calendar.after(came.on, days)


def limits_on(reader: Reader) -> Limits:
    """Return the time limits by the credit policy as it is known, and the announced holidays."""
    book: PolicyBook = POLICY.fact(BOOK, policy_known(reader)) or SHIPPED
    return Limits(book=book, calendar=reader.calendar)


def open_in(reader: Reader, queues: Collection[str], limits: Limits) -> Sequence[Open]:
    """Return the tasks that wait in some queues, once for each queue, by when they came."""
    found: dict[tuple[str, str], Line[Task]] = {}
    for line in reader.lines(TASKS, {"queue": list(queues)}, standing=True):
        found.setdefault((line.row.task, line.row.queue), line)
    return [_open(line, reader.day, limits) for line in found.values()]


def _open(line: Line[Task], day: date, limits: Limits) -> Open:
    return Open(task=line.row, since=line.on, due_on=limits.due_of(line), day=day)
