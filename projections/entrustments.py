"""Entrustments (委托贷款受理台账): whose money is to be lent to whom, and what of it is here.

What is held was deposited, and neither lent nor returned.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.entrustment import ENTRUSTMENT
from domain.entrustment.events import (
    EntrustmentAccepted,
    FeeCollected,
    FundsDeposited,
    FundsReturned,
)
from domain.entrustment.state import Entrusted
from domain.labels import Label
from domain.money import Money
from domain.recorded import Fact
from projections.history import HISTORY, histories, in_effect
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Parties:
    """Whose money is to be lent to whom."""

    application_id: str
    customer_id: str
    entrusted_by: str


def accepted(fact: Fact, event: EntrustmentAccepted) -> Iterator[tuple[date, Parties]]:
    """Yield the parties of an entrustment."""
    yield (
        fact.on,
        Parties(
            application_id=fact.id, customer_id=event.customer_id, entrusted_by=event.entrusted_by
        ),
    )


PARTIES: Final = Lines(
    name="entrusting_party",
    row=Parties,
    of={EntrustmentAccepted: accepted},
    by=("application_id", "customer_id", "entrusted_by"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    where = question.where("application_id", "customer_id", "entrusted_by")
    after, limit = question.after or "", question.limit
    found = reader.keys(PARTIES, "application_id", where=where, after=after, limit=limit + 1)
    ids = found[:limit]
    rows = list(_rows(reader, ids))
    return Answer(rows=rows, next=ids[-1] if len(found) > limit else None)


def _rows(reader: Reader, ids: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    known = histories(reader, [f"entrustment-{name}" for name in ids])
    for name in ids:
        lines = in_effect(known[f"entrustment-{name}"], reader.day)
        events: list[Any] = [line.row.event for line in lines]
        folded = ENTRUSTMENT.fold(events)
        if folded.accepted is not None:
            yield _row(name, folded, folded.accepted)


def _row(name: str, known: Entrusted, accepted: EntrustmentAccepted) -> Mapping[str, Any]:
    lent = Money(sum(each.amount.fen for each in known.lent.values()), known.currency)
    return {
        "application_id": name,
        "entrusted_by": accepted.entrusted_by,
        "customer_id": accepted.customer_id,
        "terms": plain(accepted.terms),
        "found": plain(accepted.found),
        "funds_deposited": str(known.sum_of(FundsDeposited)),
        "funds_lent": str(lent),
        "funds_returned": str(known.sum_of(FundsReturned)),
        "funds_held": str(known.held),
        "service_fee": str(accepted.service_fee),
        "fee_collected": str(known.sum_of(FeeCollected)),
        "contract_id": known.contract_id,
        "loans": sorted(known.lent),
        "accepted_by": accepted.accepted_by,
        "accepted_on": plain(accepted.accepted_on),
        "ending": known.ended.ending.value if known.ended else None,
    }


ENTRUSTMENTS: Final = View(
    name="entrustments",
    title=Label("委托贷款受理台账", "entrustments"),
    tables=(HISTORY, PARTIES),
    parameters=(
        Parameter(name="application_id"),
        Parameter(name="customer_id"),
        Parameter(name="entrusted_by"),
    ),
    columns=columns(
        application_id="text",
        entrusted_by="text",
        customer_id="text",
        terms="map",
        found="map",
        funds_deposited="money",
        funds_lent="money",
        funds_returned="money",
        funds_held="money",
        service_fee="money",
        fee_collected="money",
        contract_id="text",
        loans="list",
        accepted_by="text",
        accepted_on="date",
        ending="text",
    ),
    answer=_answer,
)
