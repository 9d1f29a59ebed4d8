"""The audit trail: who did what, when it counts, when we knew, on whose authority, what changed.

What changed is the difference of the stream's state before and after, by the same function that
decisions are made on, in plain values; personal values are opened at the end like anywhere else.
Without a day asked for, the trail is whole: also what counts from a later day is in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.catalogue import DECIDER_OF
from domain.labels import Label
from projections.history import HISTORY, Recorded, histories
from projections.plain import plain
from projections.view import (
    Answer,
    Line,
    Parameter,
    Place,
    Question,
    Reader,
    View,
    columns,
    page_of_lines,
    place_of,
)


def _answer(reader: Reader, question: Question) -> Answer:
    found = reader.lines(
        HISTORY,
        question.where("stream", "actor"),
        after=_start(question),
        last=question.values.get("to"),
        limit=question.limit + 1,
    )
    kept, cursor = page_of_lines(found, question.limit)
    if not kept:
        return Answer(rows=[])
    streams = {line.row.stream for line in kept}
    known = histories(reader, streams, last=kept[-1].index)
    wanted = {line.index for line in kept}
    changes = {i: c for stream in streams for i, c in _changes(known[stream], wanted)}
    return Answer(rows=[_row(line, changes[line.index]) for line in kept], next=cursor)


def _start(question: Question) -> Place | None:
    """Return the place after which the trail begins; None for the beginning."""
    after = place_of(question.after)
    if "from" not in question.values:
        return after
    before: Place = (question.values["from"], -1)
    return before if after is None else max(before, after)


def _changes(
    history: Sequence[Line[Recorded]], wanted: set[int]
) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Yield index and changes of the wanted events of one stream."""
    decider = DECIDER_OF[history[0].row.stream.partition("-")[0]]
    state = decider.initial
    for line in history:
        before, state = state, decider.evolve(state, line.row.event)
        if line.index in wanted:
            yield line.index, list(differences("", plain(before), plain(state)))


def differences(name: str, before: Any, after: Any) -> Iterator[dict[str, Any]]:
    """Yield what differs between two plain values, by the dotted name of the field."""
    if before == after:
        return
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        old = before if isinstance(before, Mapping) else {}
        new = after if isinstance(after, Mapping) else {}
        for key in (*old, *(key for key in new if key not in old)):
            inner = f"{name}.{key}" if name else key
            yield from differences(inner, old.get(key), new.get(key))
    else:
        yield {"field": name, "before": before, "after": after}


def _row(line: Line[Recorded], changes: list[dict[str, Any]]) -> dict[str, Any]:
    recorded, event = line.row, line.row.event
    return {
        "index": line.index,
        "recorded_at": recorded.recorded_at,
        "on": line.on.isoformat(),
        "actor": recorded.actor,
        "branch": recorded.branch,
        "event": recorded.name,
        "stream": recorded.stream,
        "version": recorded.version,
        "command_id": recorded.command_id,
        "cause": recorded.cause,
        "approval": list(recorded.approval),
        "policy": list(recorded.policy),
        "changes": changes,
        "findings": plain(getattr(event, "findings", ())),
    }


AUDIT_TRAIL: Final = View(
    name="audit_trail",
    title=Label("审计轨迹", "audit trail"),
    tables=(HISTORY,),
    parameters=(
        Parameter(name="stream"),
        Parameter(name="actor"),
        Parameter(name="from", kind="from"),
        Parameter(name="to", kind="to"),
    ),
    columns=columns(
        index="number",
        recorded_at="moment",
        on="date",
        actor="text",
        branch="text",
        event="text",
        stream="text",
        version="number",
        command_id="text",
        cause="text",
        approval="list",
        policy="list",
        changes="list",
        findings="list",
    ),
    answer=_answer,
    every_day=True,
)
