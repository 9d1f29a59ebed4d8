"""The handovers: every file, how it stands with it, objections, decisions and signatures."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.handover import HANDOVER, Handing
from domain.handover.events import HandoverProposed
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY
from projections.plain import plain
from projections.roster import Rows, known, roster
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Proposed:
    """A handover that was proposed."""

    handover_id: str


def proposed(fact: Fact, _event: HandoverProposed) -> Iterator[tuple[date, Proposed]]:
    """Yield the handover."""
    yield fact.on, Proposed(handover_id=fact.id)


PROPOSED: Final = Lines(
    name="handover", row=Proposed, of={HandoverProposed: proposed}, by=("handover_id",)
)


def _answer(reader: Reader, question: Question) -> Answer:
    officer = question.text("staff_id")

    def rows(names: Sequence[str]) -> Rows:
        for name, handing in known(reader, HANDOVER, names).items():
            first = handing.proposed
            mine = officer in (None, first.from_id, first.to_id)
            yield name, _row(name, handing) if mine else None

    return roster(reader, question, PROPOSED, rows)


def _row(handover_id: str, handing: Handing) -> dict[str, Any]:
    first = handing.proposed
    assert first is not None
    return {
        "handover_id": handover_id,
        "from_id": first.from_id,
        "to_id": first.to_id,
        "moves_on": first.moves_on.isoformat(),
        "reason": first.reason,
        "state": _state(handing),
        "file_states": [_item(handing, file_id) for file_id in handing.items],
        "signed": list(handing.signed),
        "since": plain(handing.completed.since) if handing.completed else None,
    }


def _state(handing: Handing) -> str:
    if handing.withdrawn:
        return "withdrawn"
    if handing.completed:
        return "completed"
    return "all_answered" if handing.settled else "under_way"


def _item(handing: Handing, file_id: str) -> dict[str, Any]:
    decided = handing.decided.get(file_id)
    return {
        "file_id": file_id,
        "state": handing.items[file_id].value,
        "objection": handing.objections.get(file_id),
        "decision": decided and decided.reason,
        "decided_by": decided and decided.decided_by,
        "unit_id": decided and decided.unit_id,
    }


HANDOVERS: Final = View(
    name="handovers",
    title=Label("业务移交", "handovers"),
    tables=(PROPOSED, HISTORY),
    parameters=(Parameter(name="staff_id"),),
    columns=columns(
        handover_id="text",
        from_id="text",
        to_id="text",
        moves_on="date",
        reason="text",
        state="text",
        file_states="list",
        signed="list",
        since="date",
    ),
    answer=_answer,
)
