"""A credit file: every act and document on it, as it stands or as somebody saw it who decided.

A decision holds how far each stream of the file had come, so what is shown for it are exactly those
records: what comes later never changes it.  Only where it is asked for, later ones stand below, and
the last record of each stream that was looked up beside the file: mandates, policy, who acted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.catalogue import DECIDER_OF
from domain.facts.application import Application
from domain.facts.investigation import Investigation
from domain.facts.seen import Seen, SeenPart
from domain.labels import Label
from projections.history import HISTORY, Recorded, histories
from projections.plain import plain
from projections.view import (
    FOREVER,
    Absent,
    Answer,
    Line,
    Misread,
    Parameter,
    Question,
    Reader,
    View,
    columns,
)

_RECORD: Final = re.compile(r"([a-z_]+-[A-Za-z0-9._:-]{1,64})@([1-9][0-9]{0,9})")
Cut = Mapping[str, int]  # Stream -> the last version seen.


def _answer(reader: Reader, question: Question) -> Answer:
    number = question.values["application_id"]
    record = question.text("as_seen_by")
    if record is None:
        streams = file_of(reader, number)
        cut: Cut = {stream: len(lines) for stream, lines in histories(reader, streams).items()}
        return Answer(rows=list(_rows(reader, streams, cut)))
    decision = record_of(reader, record)
    seen = _seen(decision, record)
    cut = cut_of(seen.parts)
    _require_of_file(number, decision, cut)
    whole = (*cut, *_streams_of(reader, number), decision.row.stream)
    rows = _rows(reader, tuple(dict.fromkeys(whole)), cut)
    later = question.text("later") == "shown"
    shown = [row for row in rows if row["seen"] or later]
    if question.text("beside") == "shown":
        shown += _beside(reader, cut_of(seen.beside))
    return Answer(rows=shown)


def file_of(reader: Reader, application_id: str) -> Sequence[str]:
    """Return the streams of the file of an application; Absent where there is none."""
    streams = _streams_of(reader, application_id)
    if not streams:
        where = f"on {reader.day}, as known by {reader.known_by}"
        raise Absent(f"there is no application {application_id!r} {where}")
    return streams


def _streams_of(reader: Reader, application_id: str) -> Sequence[str]:
    """Return the streams of a file; () where there is no such application."""
    application: Application | None = _fact(reader, "credit_application", application_id)
    if application is None:
        return ()
    investigation: Investigation | None = _fact(reader, "investigation", application_id)
    return (*application.file, *(investigation.securities if investigation else ()))


def _fact(reader: Reader, category: str, named: str) -> Any:
    """Return what is known of something; None where nothing is recorded of it."""
    stream = f"{category}-{named}"
    lines = histories(reader, [stream])[stream]
    if not lines:
        return None
    decider = DECIDER_OF[category]
    return decider.fact(named, decider.fold(line.row.event for line in lines))


def record_of(reader: Reader, name: str) -> Line[Recorded]:
    """Return the record that a text like "approval-A1@5" names; Absent where there is none."""
    match = _RECORD.fullmatch(name)
    if match is None:
        raise Misread(f"as_seen_by: {name!r} is no record like approval-A1@5")
    for line in reader.on(FOREVER).lines(HISTORY, {"stream": match[1]}):
        if line.row.version == int(match[2]):
            return line
    raise Absent(f"there is no record {name!r}, as known by {reader.known_by}")


def _seen(decision: Line[Recorded], name: str) -> Seen:
    seen = getattr(decision.row.event, "seen", None)
    if not isinstance(seen, Seen):
        raise Absent(f"{name} is no decision: it holds nothing of what was seen")
    return seen


def cut_of(parts: Sequence[SeenPart]) -> Cut:
    """Return how far each stream was seen."""
    return {part.stream: part.version for part in parts}


def _require_of_file(application_id: str, decision: Line[Recorded], cut: Cut) -> None:
    """Raise Absent where a decision was made on another application's file."""
    about = {stream.partition("-")[2] for stream in (decision.row.stream, *cut)}
    if application_id not in about:
        raise Absent(f"{decision.row.stream} was not decided on the file of {application_id!r}")


def _rows(reader: Reader, streams: Sequence[str], cut: Cut) -> Iterator[Mapping[str, Any]]:
    """Yield the records of the streams in order of knowing, seen ones marked."""
    lines = [line for lines in histories(reader, streams).values() for line in lines]
    for line in sorted(lines, key=lambda line: line.index):
        yield _row(line, seen=line.row.version <= cut.get(line.row.stream, 0))


def _beside(reader: Reader, cut: Cut) -> Iterator[Mapping[str, Any]]:
    """Yield the last record that was seen of each stream beside the file."""
    for stream, lines in sorted(histories(reader, tuple(cut)).items()):
        for line in lines:
            if line.row.version == cut[stream]:
                yield _row(line, seen=True, beside=True)


def _row(line: Line[Recorded], *, seen: bool, beside: bool = False) -> Mapping[str, Any]:
    recorded = line.row
    return {
        "index": line.index,
        "recorded_at": recorded.recorded_at,
        "on": line.on.isoformat(),
        "stream": recorded.stream,
        "version": recorded.version,
        "event": recorded.name,
        "actor": recorded.actor,
        "content": {} if beside else plain(recorded.event),  # Of other people: not shown here.
        "seen": seen,
        "beside": beside,
    }


CREDIT_FILE: Final = View(
    name="credit_file",
    title=Label("信贷案卷", "credit file"),
    tables=(HISTORY,),
    parameters=(
        Parameter(name="application_id", required=True, each=(("approvals", "{}"),)),
        Parameter(name="as_seen_by"),
        Parameter(name="later", choices=("shown",)),
        Parameter(name="beside", choices=("shown",)),
    ),
    columns=columns(
        index="number",
        recorded_at="moment",
        on="date",
        stream="text",
        version="number",
        event="text",
        actor="text",
        content="map",
        seen="flag",
        beside="flag",
    ),
    answer=_answer,
    every_day=True,
)
