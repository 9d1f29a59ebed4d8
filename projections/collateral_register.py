"""The collateral register (押品台账): what is held, what it is worth, what it secures."""

from collections.abc import Mapping
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
    rows = [_row(name, found, reader.day) for name, found in collateral_on(reader, ids[:limit])]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _row(name: str, found: Collateral, day: date) -> Mapping[str, Any]:
    valued, right = found.valued, found.right
    checked = max(found.checks.values(), key=lambda one: one.checked_on, default=None)
    return {
        "collateral_id": name,
        "kind": found.offered.kind.value,
        "way": found.offered.way.value,
        "owner_id": found.offered.owner_id,
        "title": found.offered.title.value,
        "says": found.offered.says,
        "valuation": plain(valued and valued.valuation),
        "valued_on": plain(valued and valued.valued_on),
        "counts": plain(valued and valued.counts),
        "secured": plain(found.secured) if found.bound else None,
        "shortfall": plain(valued and found.shortfall(valued.counts)),
        "due_again": plain(valued and valued.due_again),
        "overdue": found.ended_on is None and (valued is None or valued.due_again < day),
        "certificate_no": right and right.certificate_no,
        "lien_rank": right and right.lien_rank,
        "registered_on": plain(right and right.registered_on),
        "expires_on": plain(right and right.expires_on),
        "held": found.held,
        "whole": checked and checked.whole,
        "safe": checked and checked.safe,
        "contracts": sorted(found.bound),
        "proceeds": plain(found.realised and found.realised.proceeds),
        "unpaid": plain(found.realised and found.realised.unpaid),
        "ended_on": plain(found.ended_on),
    }


COLLATERAL_REGISTER: Final = View(
    name="collateral_register",
    title=Label("押品台账", "collateral register"),
    tables=(COLLATERALS, HISTORY),
    parameters=(Parameter(name="collateral_id"), Parameter(name="owner_id")),
    columns=columns(
        collateral_id="text",
        kind="text",
        way="text",
        owner_id="text",
        title="text",
        says="text",
        valuation="money",
        valued_on="date",
        counts="money",
        secured="money",
        shortfall="money",
        due_again="date",
        overdue="flag",
        certificate_no="text",
        lien_rank="number",
        registered_on="date",
        expires_on="date",
        held="flag",
        whole="flag",
        safe="flag",
        contracts="list",
        proceeds="money",
        unpaid="money",
        ended_on="date",
    ),
    answer=_answer,
)
