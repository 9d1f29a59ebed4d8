"""The reports of an investigation, word for word as they were concluded, and who signed each."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from domain.investigation.events import (
    InvestigationConcluded,
    InvestigationReopened,
    ReportSigned,
)
from domain.investigation.report import digest_of
from domain.labels import Label
from projections.history import HISTORY, Recorded, histories, in_effect
from projections.plain import plain
from projections.view import Answer, Line, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    application_id = question.values["application_id"]
    stream = f"investigation-{application_id}"
    history = in_effect(histories(reader, [stream])[stream], reader.day)
    return Answer(rows=list(_rows(application_id, history)))


def _rows(application_id: str, history: Sequence[Line[Recorded]]) -> Iterator[dict[str, Any]]:
    events: list[Any] = [line.row.event for line in history]
    ends = [n for n, e in enumerate(events) if isinstance(e, InvestigationReopened)]
    for place, event in enumerate(events):
        if isinstance(event, InvestigationConcluded):
            end = next((n for n in ends if n > place), None)
            signed = [e for e in events[place:end] if isinstance(e, ReportSigned)]
            yield _row(application_id, event, signed, current=end is None)


def _row(
    application_id: str,
    event: InvestigationConcluded,
    signed: Sequence[ReportSigned],
    *,
    current: bool,
) -> dict[str, Any]:
    return {
        "application_id": application_id,
        "decided_on": plain(event.decided_on),
        "decided_by": event.decided_by,
        "current": current,
        "lend": event.lend,
        "proposed": plain(event.proposed),
        "findings": plain(event.findings),
        "waiver": plain(event.waiver),
        "report": event.report,
        "unaltered": digest_of(event.text) == event.report,
        "signed": [
            {"signer": one.signer, "signed_on": plain(one.signed_on), "says": one.says}
            for one in signed
        ],
        "seen": event.seen.digest,
        "settings": plain(event.settings),
        "text": event.text,
    }


INVESTIGATION_REPORT: Final = View(
    name="investigation_report",
    title=Label("贷前调查报告", "investigation report"),
    tables=(HISTORY,),
    parameters=(Parameter(name="application_id", required=True, each=(("investigations", "{}"),)),),
    columns=columns(
        application_id="text",
        decided_on="date",
        decided_by="text",
        current="flag",
        lend="flag",
        proposed="map",
        findings="list",
        waiver="map",
        report="text",
        unaltered="flag",
        signed="list",
        seen="text",
        settings="list",
        text="text",
    ),
    answer=_answer,
)
