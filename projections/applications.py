"""The register of applications for credit (信贷申请登记簿): one row each, with its stage.

A page narrowed by stage looks at SCAN_MAX applications at most and may be short.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.facts.application import ApplicationStage
from domain.labels import Label
from projections.application import APPLICATIONS, ApplicationOn, applications_on
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000


def _answer(reader: Reader, question: Question) -> Answer:
    stage = question.text("stage")
    size = SCAN_MAX if stage else question.limit
    found = _candidates(reader, question, size + 1)
    rows: list[Mapping[str, Any]] = []
    for one in applications_on(reader, found[:size]):
        if stage not in (None, one.state.stage):
            continue
        if len(rows) == question.limit:
            return Answer(rows=rows, next=str(rows[-1]["application_id"]))
        rows.append(_row(one, reader))
    return Answer(rows=rows, next=found[size - 1] if len(found) > size else None)


def _candidates(reader: Reader, question: Question, limit: int) -> Sequence[str]:
    after = question.after or ""
    if where := question.where("application_id", "customer_id", "taken_by", "unit_id"):
        lines = reader.lines(APPLICATIONS, where)
        own = sorted({line.row.application_id for line in lines})
        return [number for number in own if number > after][:limit]
    return reader.keys(APPLICATIONS, "application_id", after=after, limit=limit)


def _row(one: ApplicationOn, reader: Reader) -> Mapping[str, Any]:
    state, known = one.state, one.known
    assert state.submitted is not None
    assert state.since is not None
    return {
        "application_id": one.application_id,
        "customer_id": known.customer_id,
        "customer_kind": known.customer_kind.value,
        "unit_id": known.unit_id,
        "stage": state.stage.value,
        "since": plain(state.since),
        "days": (reader.day - state.since).days,
        "applied_on": plain(known.applied_on),
        "channel": state.submitted.channel.value,
        "taken_by": known.taken_by,
        "product_id": known.terms.product_id,
        "amount": plain(known.terms.amount),
        "months": known.terms.months,
        "loan_purpose": known.terms.loan_purpose.value,
        "security": plain(known.terms.security),
        "industry": known.industry,
        "insider": known.insider,
        "reason": _reason(one),
    }


def _reason(one: ApplicationOn) -> str | None:
    """Return why the application stands where it does; None where it simply goes on."""
    state = one.state
    match state.stage:
        case ApplicationStage.RETURNED:
            return state.returned.says if state.returned else None
        case ApplicationStage.WITHDRAWN:
            return state.withdrawn.reason.value if state.withdrawn else None
        case ApplicationStage.CAUTIONED | ApplicationStage.PROHIBITED:
            findings = state.judged.findings if state.judged else ()
            return "; ".join(f"{verdict.rule} {verdict.says}" for verdict in findings)
    return None


APPLICATION_REGISTER: Final = View(
    name="applications",
    title=Label("信贷申请登记簿", "register of applications"),
    tables=(APPLICATIONS, HISTORY),
    parameters=(
        Parameter(name="application_id"),
        Parameter(name="customer_id"),
        Parameter(name="unit_id"),
        Parameter(name="taken_by"),
        Parameter(name="stage", choices=tuple(ApplicationStage)),
    ),
    columns=columns(
        application_id="text",
        customer_id="text",
        customer_kind="text",
        unit_id="text",
        stage="text",
        since="date",
        days="number",
        applied_on="date",
        channel="text",
        taken_by="text",
        product_id="text",
        amount="money",
        months="number",
        loan_purpose="text",
        security="list",
        industry="text",
        insider="flag",
        reason="text",
    ),
    answer=_answer,
)
