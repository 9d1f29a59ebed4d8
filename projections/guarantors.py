"""Guarantors with what they can guarantee and do, and the guarantees themselves."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.guarantee.events import GuaranteeGiven
from domain.guarantee.state import Guarantee
from domain.guarantee.state import evolve as evolve_guarantee
from domain.guarantor.events import GuarantorAssessed
from domain.guarantor.state import Guarantor, evolve
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY, histories
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Assessed:
    """A guarantor who was assessed."""

    guarantor_id: str


@frozen(kw_only=True)
class Given:
    """A guarantee that was given."""

    guarantee_id: str
    guarantor_id: str
    borrower_id: str


def assessed(fact: Fact, _event: GuarantorAssessed) -> Iterator[tuple[date, Assessed]]:
    """Yield the guarantor, from the first assessment."""
    yield fact.on, Assessed(guarantor_id=fact.id)


def given(fact: Fact, event: GuaranteeGiven) -> Iterator[tuple[date, Given]]:
    """Yield the guarantee, from the day it was given."""
    named = {"guarantor_id": event.guarantor_id, "borrower_id": event.borrower_id}
    yield fact.on, Given(guarantee_id=fact.id, **named)


ASSESSED: Final = Lines(
    name="guarantor", row=Assessed, of={GuarantorAssessed: assessed}, by=("guarantor_id",)
)
GIVEN: Final = Lines(
    name="guarantee",
    row=Given,
    of={GuaranteeGiven: given},
    by=("guarantee_id", "guarantor_id", "borrower_id"),
)


def _guarantors(reader: Reader, question: Question) -> Answer:
    after, limit = question.after or "", question.limit
    asked = question.where("guarantor_id")
    ids = reader.keys(ASSESSED, "guarantor_id", where=asked, after=after, limit=limit + 1)
    known = histories(reader, [f"guarantor-{name}" for name in ids[:limit]])
    rows = [
        _guarantor(name, [line.row.event for line in known[f"guarantor-{name}"]], reader.day)
        for name in ids[:limit]
    ]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _guarantor(name: str, events: list[Any], day: date) -> Mapping[str, Any]:
    found: Guarantor = reduce(evolve, events, Guarantor())
    said = found.assessed
    assert said is not None
    return {
        "guarantor_id": name,
        "kind": said.kind.value,
        "net_assets": plain(said.net_assets),
        "yearly_income": plain(said.yearly_income),
        "capacity": plain(said.capacity),
        "left": plain(found.left()),
        "guarantees": sorted(found.taken),
        "valid_until": plain(said.valid_until),
        "overdue": said.valid_until < day,
        "reason": found.suspended and found.suspended.reason,
    }


def _guarantees(reader: Reader, question: Question) -> Answer:
    after, limit = question.after or "", question.limit
    asked = question.where("guarantee_id", "guarantor_id", "borrower_id")
    ids = reader.keys(GIVEN, "guarantee_id", where=asked, after=after, limit=limit + 1)
    known = histories(reader, [f"guarantee-{name}" for name in ids[:limit]])
    rows = [
        _guarantee(name, [line.row.event for line in known[f"guarantee-{name}"]])
        for name in ids[:limit]
    ]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _guarantee(name: str, events: list[Any]) -> Mapping[str, Any]:
    found: Guarantee | None = reduce(evolve_guarantee, events, None)
    assert found is not None
    said = found.given
    return {
        "guarantee_id": name,
        "guarantor_id": said.guarantor_id,
        "borrower_id": said.borrower_id,
        "amount": plain(said.amount),
        "mode": said.mode.value,
        "clause": said.clause.value,
        "period_months": said.period_months,
        "by_company": said.by_company,
        "noticed_on": plain(found.notice and found.notice.noticed_on),
        "contract_id": found.contract_id,
        "findings": plain(said.findings),
        "released_on": plain(found.released_on),
    }


GUARANTORS: Final = View(
    name="guarantors",
    title=Label("保证人名册", "guarantors"),
    tables=(ASSESSED, HISTORY),
    parameters=(Parameter(name="guarantor_id"),),
    columns=columns(
        guarantor_id="text",
        kind="text",
        net_assets="money",
        yearly_income="money",
        capacity="money",
        left="money",
        guarantees="list",
        valid_until="date",
        overdue="flag",
        reason="text",
    ),
    answer=_guarantors,
)

GUARANTEES: Final = View(
    name="guarantees",
    title=Label("保证台账", "guarantees"),
    tables=(GIVEN, HISTORY),
    parameters=tuple(
        Parameter(name=name) for name in ("guarantee_id", "guarantor_id", "borrower_id")
    ),
    columns=columns(
        guarantee_id="text",
        guarantor_id="text",
        borrower_id="text",
        amount="money",
        mode="text",
        clause="text",
        period_months="number",
        by_company="flag",
        noticed_on="date",
        contract_id="text",
        findings="list",
        released_on="date",
    ),
    answer=_guarantees,
)
