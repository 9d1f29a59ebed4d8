"""Drawdowns (提款与支付台账): what must be met, who is paid, by when it must arrive, how late.

Lateness is the days between the day that money was paid and the day that this was entered: with
the same day there are none.  A payment to a payee is overdue on a day after the last on which it
had to be completed, while it has not arrived; the calendar says whether that day is final.
"""

from collections.abc import Mapping
from typing import Any, Final

from domain.drawdown.state import Drawing, Stage
from domain.drawdown.values import Payee
from domain.labels import Label
from projections.drawdowns import (
    DRAWDOWNS,
    SCAN_MAX,
    DrawdownOn,
    drawdowns_asked,
    drawdowns_on,
)
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    ids = drawdowns_asked(reader, question, SCAN_MAX + 1)
    rows: list[Mapping[str, Any]] = []
    for found in drawdowns_on(reader, ids[:SCAN_MAX]):
        row = _row(found)
        if not _is_asked(row, question):
            continue
        if len(rows) == question.limit:
            return Answer(rows=rows, next=str(rows[-1]["drawdown_id"]))
        rows.append(row)
    return Answer(rows=rows, next=ids[SCAN_MAX - 1] if len(ids) > SCAN_MAX else None)


def _is_asked(row: Mapping[str, Any], question: Question) -> bool:
    stage, part = question.text("stage"), question.text("part")
    return stage in (None, row["stage"]) and (part is None or bool(row[part]))


def _row(found: DrawdownOn) -> Mapping[str, Any]:
    drawing, asked, paid = found.drawing, found.requested, found.drawing.released
    return {
        "drawdown_id": found.drawdown_id,
        "contract_id": asked.contract_id,
        "loan_id": asked.loan_id,
        "customer_id": asked.customer_id,
        "stage": drawing.stage.value,
        "amount": str(asked.amount),
        "months": asked.months,
        "payment": asked.payment.value,
        "own_part": str(drawing.own_part),
        "payees": [_payee(found, payee) for payee in asked.payees],
        "conditions": [
            {**plain(condition), "evidence": _evidence(drawing, condition.condition_id)}
            for condition in asked.conditions
        ],
        "unmet": len(drawing.unmet),
        "waivers": plain(asked.waivers),
        "findings": plain(asked.findings),
        "requested_by": asked.requested_by,
        "checked_by": drawing.checked and drawing.checked.checked_by,
        "released_by": paid and paid.released_by,
        "value_date": plain(paid and paid.value_date),
        "recorded_on": plain(paid and paid.recorded_on),
        "days_late": (paid.recorded_on - paid.value_date).days if paid else None,
        "reference": paid and paid.reference,
        "arrived_on": _arrived_on(drawing),
        "overdue": any(map(found.overdue, asked.payees)),
        "kept_back": plain(paid and paid.kept_back and paid.kept_back.interest),
        "bill_no": asked.bill and asked.bill.bill_no,
    }


def _payee(found: DrawdownOn, payee: Payee) -> Mapping[str, Any]:
    arrived = found.drawing.arrived.get(payee.payee_id)
    return {
        **plain(payee),
        "complete_by": plain(found.complete_by(payee)),
        "calendar": plain(found.counted_by(payee)),
        "arrived_on": plain(arrived and arrived.on),
        "overdue": found.overdue(payee),
    }


def _evidence(drawing: Drawing, condition_id: str) -> str | None:
    met = drawing.met.get(condition_id)
    return met.evidence if met else None


def _arrived_on(drawing: Drawing) -> str | None:
    """Return the day on which all of the money had arrived; None before."""
    assert drawing.requested is not None
    expected: set[str | None] = {payee.payee_id for payee in drawing.requested.payees}
    if drawing.own_part.fen:
        expected.add(None)
    if not expected <= drawing.arrived.keys():
        return None
    return max(drawing.arrived[payee].on for payee in expected).isoformat()


DRAWDOWN_REGISTER: Final = View(
    name="drawdowns",
    title=Label("提款与支付台账", "drawdowns"),
    tables=(DRAWDOWNS, HISTORY),
    parameters=(
        Parameter(name="drawdown_id"),
        Parameter(name="contract_id"),
        Parameter(name="customer_id"),
        Parameter(name="loan_id"),
        Parameter(name="stage", choices=tuple(stage.value for stage in Stage)),
        Parameter(name="part", choices=("unmet", "overdue", "days_late")),
    ),
    columns=columns(
        drawdown_id="text",
        contract_id="text",
        loan_id="text",
        customer_id="text",
        stage="text",
        amount="money",
        months="number",
        payment="text",
        own_part="money",
        payees="list",
        conditions="list",
        unmet="number",
        waivers="list",
        findings="list",
        requested_by="text",
        checked_by="text",
        released_by="text",
        value_date="date",
        recorded_on="date",
        days_late="number",
        reference="text",
        arrived_on="date",
        overdue="flag",
        kept_back="money",
        bill_no="text",
    ),
    answer=_answer,
)
