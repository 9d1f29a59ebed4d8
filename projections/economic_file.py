"""The economic file of a customer on a day: its sections, what they sum up to and what is missing.

Every record of it stands below, with what it summed up to then and what had become worse.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.economic_file import ECONOMIC_FILE
from domain.economic_file.figures import figures
from domain.economic_file.required import missing_items
from domain.economic_file.state import EconomicFile, newest
from domain.labels import Label
from domain.money import DEFAULT_CURRENCY
from projections.history import HISTORY, Recorded, events_of, histories, in_effect
from projections.plain import plain
from projections.view import Absent, Answer, Line, Parameter, Question, Reader, View, columns


def file_on(reader: Reader, customer_id: str) -> tuple[EconomicFile, Sequence[Line[Recorded]]]:
    """Return the file as it holds on the day, and the records that it is made of."""
    stream = f"economic_file-{customer_id}"
    lines = in_effect(histories(reader, [stream])[stream], reader.day)
    return ECONOMIC_FILE.fold(events_of(lines)), lines


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id = question.values["customer_id"]
    file, lines = file_on(reader, customer_id)
    if file.last is None:
        where = f"on {reader.day}, as known by {reader.known_by}"
        raise Absent(f"there is no economic file of {customer_id!r} {where}")
    return Answer(rows=[_row(customer_id, file, lines)])


def _row(
    customer_id: str, file: EconomicFile, lines: Sequence[Line[Recorded]]
) -> Mapping[str, Any]:
    assert file.last is not None
    last, sections = file.last, newest(file.sections)
    missing = missing_items(last.kind, sections)
    return {
        "customer_id": customer_id,
        "kind": last.kind.value,
        "complete": not missing,
        "missing_items": list(missing),
        "refreshed_on": plain(file.refreshed_on),
        "refresh_due": plain(max(event.refresh_due for event in events_of(lines))),
        "collected_by": last.collected_by,
        "investigators": list(last.investigators),
        "figures": plain(figures(sections, file.currency or DEFAULT_CURRENCY)),
        "sections": plain(sections),
        "alerts": [alert for line in lines for alert in _alerts(line)],
        "records": [_record(line) for line in lines],
    }


def _alerts(line: Line[Recorded]) -> list[Mapping[str, Any]]:
    event: Any = line.row.event
    return [{"since": plain(event.since), **plain(alert)} for alert in event.alerts]


def _record(line: Line[Recorded]) -> Mapping[str, Any]:
    """Return who recorded what, and what the file then summed up to."""
    event: Any = line.row.event
    said = plain(event.sections)
    return {
        "version": line.row.version,
        "since": plain(event.since),
        "recorded_at": line.row.recorded_at,
        "actor": line.row.actor,
        "investigators": list(event.investigators),
        "sections": [name for name, value in said.items() if value is not None],
        "figures": plain(event.figures),
        "origin": plain(event.origin),
        "findings": plain(event.findings),
    }


ECONOMIC_FILE_VIEW: Final = View(
    name="economic_file",
    title=Label("经济档案", "economic file"),
    tables=(HISTORY,),
    parameters=(Parameter(name="customer_id", required=True),),
    columns=columns(
        customer_id="text",
        kind="text",
        complete="flag",
        missing_items="list",
        refreshed_on="date",
        refresh_due="date",
        collected_by="text",
        investigators="list",
        figures="map",
        sections="map",
        alerts="list",
        records="list",
    ),
    answer=_answer,
)
