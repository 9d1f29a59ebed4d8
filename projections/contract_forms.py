"""The forms that contracts are printed on (合同文本): the one in force on a day for each kind.

Where the institution adopted none by then, it is the one that ships.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any, Final

from domain.contract_form import CONTRACT_FORM
from domain.contract_form.state import evolve
from domain.facts.contract import ContractKind
from domain.facts.forms import SHIPPED
from domain.labels import Label
from projections.history import HISTORY, histories, in_effect
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    asked = question.text("kind")
    kinds = [kind for kind in ContractKind if asked in (None, kind.value)]
    return Answer(rows=[_row(reader, kind) for kind in kinds])


def _row(reader: Reader, kind: ContractKind) -> Mapping[str, Any]:
    stream = f"{CONTRACT_FORM.category}-{kind.value}"
    events: list[Any] = [
        line.row.event for line in in_effect(histories(reader, [stream])[stream], reader.day)
    ]
    entry = reduce(evolve, events, CONTRACT_FORM.initial).forms.entry(reader.day)
    form = entry.value if entry else SHIPPED[kind]
    return {
        "kind": kind.value,
        "own": entry is not None,
        "since": plain(entry and entry.day),
        "source": entry and entry.source,
        "digest": form.digest,
        "blanks": sorted(form.blanks),
        "lines": list(form.lines),
    }


CONTRACT_FORMS: Final = View(
    name="contract_forms",
    title=Label("合同文本", "forms of contract"),
    tables=(HISTORY,),
    parameters=(Parameter(name="kind", choices=tuple(kind.value for kind in ContractKind)),),
    columns=columns(
        kind="text",
        own="flag",
        since="date",
        source="text",
        digest="text",
        blanks="list",
        lines="list",
    ),
    answer=_answer,
)
