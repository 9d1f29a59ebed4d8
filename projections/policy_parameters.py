"""The parameters of the credit policy (信贷政策参数) with the setting in effect on a day.

Each says whether it ships or was set, by whom it is decided, and how sure the shipped one is.
"""

from datetime import date
from typing import Any, Final

from domain.facts.parameters import PARAMETERS
from domain.facts.policy import PolicyBook
from domain.labels import Label
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import STREAM, policy_known
from projections.view import Answer, Question, Reader, View, columns
from projections.view import Parameter as Asked


def _answer(reader: Reader, question: Question) -> Answer:
    book, named = policy_known(reader).book, question.text("parameter")
    after, limit = question.after or "", question.limit
    if reader.known_by < 0:
        return Answer(rows=[])  # What ships is known from the first record on.
    names = [name for name in sorted(PARAMETERS) if name > after and named in (None, name)]
    decider = question.text("decided_by")
    names = [name for name in names if decider in (None, PARAMETERS[name].decided_by)]
    rows = [_row(book, name, reader.day) for name in names[:limit]]
    return Answer(rows=rows, next=names[limit - 1] if len(names) > limit else None)


def _row(book: PolicyBook, name: str, day: date) -> dict[str, Any]:
    known, held = PARAMETERS[name], book.on(name, day)
    is_set = name in book.entries and book.entries[name].entry(day) is not None
    return {
        "parameter": name,
        "title": known.zh,
        "title_en": known.en,
        "setting": held.setting,
        "measure": known.measure.value,
        "since": plain(held.since),
        "source": held.source,
        "own": is_set,
        "shipped": known.setting,
        "confidence": known.confidence.value,
        "decided_by": known.decided_by.value,
        "stricter": plain(known.stricter),
        "stream": STREAM,
    }


POLICY_PARAMETERS: Final = View(
    name="policy_parameters",
    title=Label("信贷政策参数", "parameters of the credit policy"),
    tables=(HISTORY,),
    parameters=(
        Asked(name="parameter"),
        Asked(name="decided_by", choices=("law", "guidance", "bank")),
    ),
    columns=columns(
        parameter="text",
        title="text",
        title_en="text",
        setting="text",
        measure="text",
        since="date",
        source="text",
        own="flag",
        shipped="text",
        confidence="text",
        decided_by="text",
        stricter="text",
        stream="text",
    ),
    answer=_answer,
)
