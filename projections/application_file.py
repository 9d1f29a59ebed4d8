"""The papers of one application (申请资料清单): in, missing, run out or running out on a day.

What the checklist asks for comes first; papers that nobody asks for stand below.
"""

from datetime import date
from typing import Any, Final

from domain.credit_application.checklist import Item
from domain.facts.papers import Paper
from domain.labels import Label
from projections.application import APPLICATIONS, application_on, checklist_on, papers_on
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    one = application_on(reader, question.values["application_id"])
    asked = checklist_on(reader, one)
    files = papers_on(reader, one.known.archives)
    place = {paper.document_id: file_id for file_id, papers in files.items() for paper in papers}
    counted = {item.paper.document_id for item in asked if item.paper}
    rows = [_asked(item, place, reader.day) for item in asked]
    own = files[one.known.archives[0]]
    rows += [_row(p, place, reader.day, "filed") for p in own if p.document_id not in counted]
    return Answer(rows=[{**row, "application_id": one.application_id} for row in rows])


def _asked(item: Item, place: dict[str, str], day: date) -> dict[str, Any]:
    row = _row(item.paper, place, day, item.state.value)
    return {**row, "kind": item.kind.value, "required": True}


def _row(paper: Paper | None, place: dict[str, str], day: date, state: str) -> dict[str, Any]:
    until = paper.valid_until if paper else None
    return {
        "kind": paper.kind.value if paper else None,
        "required": False,
        "state": state,
        "document_id": paper.document_id if paper else None,
        "file_id": place[paper.document_id] if paper else None,
        "dated": plain(paper.dated) if paper else None,
        "valid_until": plain(until),
        "days_left": (until - day).days if until else None,
        "digest": paper.digest if paper else None,
    }


APPLICATION_FILE: Final = View(
    name="application_file",
    title=Label("申请资料清单", "papers of an application"),
    tables=(APPLICATIONS, HISTORY),
    parameters=(Parameter(name="application_id", required=True, each=(("applications", "{}"),)),),
    columns=columns(
        kind="text",
        required="flag",
        state="text",
        document_id="text",
        file_id="text",
        dated="date",
        valid_until="date",
        days_left="number",
        digest="text",
        application_id="text",
    ),
    answer=_answer,
)
