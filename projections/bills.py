"""The register of bills (票据登记簿): those that we discounted, how far each is, and what runs out.

A bill that was discounted again after it was taken back is shown as it was last discounted.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.bill import BILL
from domain.bill.decisions import PRESENTATION
from domain.bill.events import BillTakenUp
from domain.bill.state import BillStage, Holding
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY, events_of, histories, in_effect
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000


@frozen(kw_only=True)
class Taken:
    """A bill that was discounted."""

    bill_no: str
    loan_id: str
    customer_id: str


def taken(fact: Fact, event: BillTakenUp) -> Iterator[tuple[date, Taken]]:
    """Yield the bill under its loan and who endorsed it to us."""
    yield fact.on, Taken(bill_no=fact.id, loan_id=event.loan_id, customer_id=event.customer_id)


BILLS: Final = Lines(
    name="bill",
    row=Taken,
    of={BillTakenUp: taken},
    by=("bill_no", "loan_id", "customer_id"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    ids = _asked(reader, question)
    known = histories(reader, [f"bill-{name}" for name in ids[:SCAN_MAX]])
    rows: list[Mapping[str, Any]] = []
    for name in ids[:SCAN_MAX]:
        events = events_of(in_effect(known[f"bill-{name}"], reader.day))
        held: Holding = reduce(BILL.evolve, events, BILL.initial)
        if held.taken is None or question.text("stage") not in (None, held.stage.value):
            continue
        if len(rows) == question.limit:
            return Answer(rows=rows, next=str(rows[-1]["bill_no"]))
        rows.append(_row(name, held, held.taken))
    return Answer(rows=rows, next=ids[SCAN_MAX - 1] if len(ids) > SCAN_MAX else None)


def _asked(reader: Reader, question: Question) -> list[str]:
    after = question.after or ""
    if asked := question.where("bill_no", "loan_id", "customer_id"):
        names = {line.row.bill_no for line in reader.lines(BILLS, asked)}
        return sorted(name for name in names if name > after)[: SCAN_MAX + 1]
    return list(reader.keys(BILLS, "bill_no", after=after, limit=SCAN_MAX + 1))


def _row(name: str, held: Holding, taken: BillTakenUp) -> Mapping[str, Any]:
    bill, presented, refused = taken.bill, held.presented, held.refused
    claims = list(held.claims.values())
    found = [*(presented.findings if presented else ()), *(f for c in claims for f in c.findings)]
    return {
        "bill_no": name,
        "bill_kind": bill.bill_kind.value,
        "stage": held.stage.value,
        "drawer": bill.drawer,
        "acceptor": bill.acceptor,
        "endorsers": list(bill.endorsers),
        "face": str(bill.face),
        "issued_on": plain(bill.issued_on),
        "matures_on": plain(bill.matures_on),
        "payable_on": plain(bill.collected_from),
        "loan_id": taken.loan_id,
        "customer_id": taken.customer_id,
        "discounted_on": plain(taken.on),
        "present_by": plain(bill.collected_from + PRESENTATION),
        "presented_on": plain(presented and presented.on),
        "refused_on": plain(refused and refused.on),
        "reason": refused and refused.reason.value,
        "claims": plain(tuple(claims)),
        "recourse_until": plain(held.recourse_until),
        "rights_until": plain(held.rights_until),
        "ended_on": plain(held.ended_on),
        "findings": [plain(finding) for finding in found],
    }


BILL_REGISTER: Final = View(
    name="bills",
    title=Label("票据登记簿", "bills"),
    tables=(BILLS, HISTORY),
    parameters=(
        Parameter(name="bill_no"),
        Parameter(name="loan_id"),
        Parameter(name="customer_id"),
        Parameter(name="stage", choices=tuple(stage.value for stage in BillStage)),
    ),
    columns=columns(
        bill_no="text",
        bill_kind="text",
        stage="text",
        drawer="text",
        acceptor="text",
        endorsers="list",
        face="money",
        issued_on="date",
        matures_on="date",
        payable_on="date",
        loan_id="text",
        customer_id="text",
        discounted_on="date",
        present_by="date",
        presented_on="date",
        refused_on="date",
        reason="text",
        claims="list",
        recourse_until="date",
        rights_until="date",
        ended_on="date",
        findings="list",
    ),
    answer=_answer,
)
