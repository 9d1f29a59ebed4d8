"""How long each step takes, and where work is stuck (流程监控): tasks that came in a period.

Days are calendar days; what is late is judged by working days.  A task that waits for several
people counts once.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from projections.history import HISTORY
from projections.tasks.open import TASKS, Limits, limits_on
from projections.tasks.task import Step, Task
from projections.view import Answer, Line, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Stay:
    """How long one task waited."""

    step: str
    since: date
    due_on: date
    until: date | None  # None: it waits still.


def _answer(reader: Reader, question: Question) -> Answer:
    start = question.values.get("from")
    lines = reader.lines(TASKS, {}, after=None if start is None else (start, -1))
    stays = list(_stays(lines, limits_on(reader), question.text("unit_id")))
    asked = [question.text("step")] if question.text("step") else [step.value for step in Step]
    rows = [_row(step, [s for s in stays if s.step == step], reader.day) for step in asked]
    return Answer(rows=[row for row in rows if row["came"]])


def _stays(lines: Sequence[Line[Task]], limits: Limits, unit_id: str | None) -> Iterator[Stay]:
    """Yield each time that a task waited, at a unit where one is named."""
    waiting: dict[str, Line[Task]] = {}
    for line in lines:
        if line.row.queue:
            if unit_id is None or line.row.queue.startswith(f"{unit_id}/"):
                waiting.setdefault(line.row.task, line)
        elif came := waiting.pop(line.row.task, None):
            yield _stay(came, line.on, limits)
    for came in waiting.values():
        yield _stay(came, None, limits)


def _stay(came: Line[Task], until: date | None, limits: Limits) -> Stay:
    due_on = limits.due_of(came)
    return Stay(step=came.row.step, since=came.on, due_on=due_on, until=until)


def _row(step: str | None, stays: Sequence[Stay], day: date) -> Mapping[str, Any]:
    days = sorted(((stay.until or day) - stay.since).days for stay in stays)
    waiting = [stay for stay in stays if stay.until is None]
    return {
        "step": step,
        "came": len(stays),
        "done": len(stays) - len(waiting),
        "done_late": sum(1 for stay in stays if stay.until and stay.until > stay.due_on),
        "waiting": len(waiting),
        "overdue_now": sum(1 for stay in waiting if stay.due_on < day),
        "median_days": days[(len(days) - 1) // 2] if days else None,
        "longest_days": max(days, default=None),
        "oldest_waiting": min((stay.since.isoformat() for stay in waiting), default=None),
    }


PROCESS_TIMES: Final = View(
    name="process_times",
    title=Label("流程时效", "how long each step takes"),
    tables=(TASKS, HISTORY),
    parameters=(
        Parameter(name="from", kind="from"),
        Parameter(name="unit_id"),
        Parameter(name="step", choices=tuple(Step)),
    ),
    columns=columns(
        step="text",
        came="number",
        done="number",
        done_late="number",
        waiting="number",
        overdue_now="number",
        median_days="number",
        longest_days="number",
        oldest_waiting="date",
    ),
    answer=_answer,
)
