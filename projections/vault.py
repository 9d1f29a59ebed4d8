"""The vault register (权证出入库登记): which lists lie in the vault, and which are out, and why."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from domain.collateral.state import Collateral
from domain.labels import Label
from projections.collateral import COLLATERALS, collateral_asked, collateral_on
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    ids, limit = collateral_asked(reader, question), question.limit
    rows = [
        row
        for name, found in collateral_on(reader, ids[:limit])
        for row in _rows(name, found, reader.day)
    ]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _rows(name: str, found: Collateral, day: date) -> Iterator[Mapping[str, Any]]:
    counted = list(found.counts.values())[-1:]
    missing = {no for count in counted for no in count.missing}
    for list_no, entered in found.entered.items():
        left = found.left.get(list_no)
        due_back = left.due_back if left else None
        yield {
            "collateral_id": name,
            "list_no": list_no,
            "items": plain(entered.items),
            "valuation": plain(entered.counts),
            "keepers": list(left.keepers if left else entered.keepers),
            "inside": left is None,
            "reason": left and left.reason.value,
            "approved_by": left and left.approved_by,
            "due_back": plain(due_back),
            "overdue": due_back is not None and due_back < day,
            "missing": list_no in missing,
        }


VAULT: Final = View(
    name="vault",
    title=Label("权证出入库登记", "vault register"),
    tables=(COLLATERALS, HISTORY),
    parameters=(Parameter(name="collateral_id"), Parameter(name="owner_id")),
    columns=columns(
        collateral_id="text",
        list_no="text",
        items="list",
        valuation="money",
        keepers="list",
        inside="flag",
        reason="text",
        approved_by="text",
        due_back="date",
        overdue="flag",
        missing="flag",
    ),
    answer=_answer,
)
