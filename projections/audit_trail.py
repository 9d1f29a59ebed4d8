"""The audit trail: who did what, when it counts, when we knew, on whose authority, what changed.

What changed is the difference of the stream's state before and after, by the same function that
decisions are made on, in plain values.
Without a day asked for, the trail is whole: also what counts from a later day is in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.catalogue import DECIDER_OF
from domain.customer.state import Merged
from domain.decider import Decider
from domain.labels import Label
from projections.history import HISTORY, Recorded, histories
from projections.plain import plain
from projections.sealed import Later, opened, references_in
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
) -> Iterator[tuple[int, list[dict[str, Any]] | Later]]:
    """Yield index and changes of the wanted events of one stream."""
    events: list[Any] = [line.row.event for line in history]
    decider = DECIDER_OF[history[0].row.stream.partition("-")[0]]
    sealed = any(True for event in events for _ in references_in(event))
    state = decider.initial
    for count, line in enumerate(history, start=1):
        if sealed:
            if line.index in wanted:
                yield line.index, _changed_later(decider, events[:count])
            continue
        before, state = state, decider.evolve(state, line.row.event)
        if line.index in wanted:
            yield line.index, _changed(before, state)


def _changed_later(decider: Decider[Any, Any, Any], past: Sequence[Any]) -> Later:
    """Return what the last of some events changed, once it is known what their references say.

    A field that was not given is sealed too, so references alone do not tell what is changed.
    """

    def make(says: Mapping[str, str | None]) -> list[dict[str, Any]]:
        *earlier, last = (opened(event, says) for event in past)
        before = decider.fold(earlier)
        return _changed(before, decider.evolve(before, last))

    return Later(tuple(name for event in past for name in references_in(event)), make)


def _changed(before: Any, after: Any) -> list[dict[str, Any]]:
    return list(differences("", _told(before), _told(after)))


def _told(state: Any) -> Any:
    """Return a state in plain values; a duplicate as it was, with whom it was merged into."""
    if isinstance(state, Merged):
        return {**plain(state.was), "into_id": state.into_id}
    return plain(state)


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


def _row(line: Line[Recorded], changes: list[dict[str, Any]] | Later) -> dict[str, Any]:
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
