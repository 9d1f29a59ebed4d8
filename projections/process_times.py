"""How long each step takes, and where work is stuck (流程监控): tasks that came in a period.

Days are calendar days; what is late is judged by working days.  A task that waits for several
people counts once; one that was done before it came never came.  Where no beginning is named, a
page counts the tasks that came within the last records, and says within which; the next page goes
on with those before.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from projections.history import HISTORY
from projections.tasks.open import TASKS, Limits, limits_on
from projections.tasks.task import Step, Task
from projections.view import Answer, Line, Misread, Parameter, Question, Reader, View, columns

RECORDS: Final = 1_000  # That are looked through together.
LINES: Final = 4_000  # About tasks, after which a page ends.


@frozen(kw_only=True)
class Stay:
    """How long one task waited."""

    step: str
    index: int  # Of the record with which it came.
    since: date
    due_on: date
    until: date | None  # None: it waits still.

    @property
    def came(self) -> bool:
        """Whether it was not done before it came."""
        return self.until is None or self.until >= self.since


def _answer(reader: Reader, question: Question) -> Answer:
    start, end = question.values.get("from"), _end(question.after, reader.known_by + 1)
    if start is None:
        first, lines = _lately(reader, end)
    else:
        first, lines = start, reader.lines(TASKS, {}, after=(start, -1), last=end - 1)
    every = _stays(lines, limits_on(reader), question.text("unit_id"))
    stays = [stay for stay in every if stay.came and first <= stay.index < end]
    asked = [question.text("step")] if question.text("step") else [step.value for step in Step]
    rows = [_row(step, [s for s in stays if s.step == step], reader.day) for step in asked]
    counted = {"from_record": first, "to_record": end - 1}
    more = str(first) if start is None and first > 0 else None
    return Answer(rows=[{**row, **counted} for row in rows if row["came"]], next=more)


def _end(cursor: str | None, end: int) -> int:
    """Return the index before which tasks came that are counted."""
    if cursor is None:
        return end
    if not (cursor.isascii() and cursor.isdigit()):
        raise Misread(f"after: {cursor!r} is no index of a record, like 4096")
    return min(int(cursor), end)


def _lately(reader: Reader, end: int) -> tuple[int, Sequence[Line[Task]]]:
    """Return from which record on there are enough lines, and all lines of tasks among them."""
    first, tasks, seen = end, set[str](), 0
    while first > 0 and seen < LINES:
        last, first = first - 1, max(first - RECORDS, 0)
        lines = reader.lines(TASKS, {}, after=(first, -1), last=last)
        tasks |= {line.row.task for line in lines if line.row.queue}
        seen += len(lines)
    return first, reader.lines(TASKS, {"task": tasks}) if tasks else ()


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
    return Stay(step=came.row.step, index=came.index, since=came.on, due_on=due_on, until=until)


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
        from_record="number",
        to_record="number",
    ),
    answer=_answer,
)
