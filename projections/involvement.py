"""What a person takes part in, and what of it keeps their data (个人信息留存事由).

Each application, contract and security that names a customer, in whatever role, with whether it
keeps them from being erased on the day, and until when the law keeps what has ended.  Loans and
holds stand in the customer's own record.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.catalogue import DECIDER_OF
from domain.collateral.events import CollateralRegistered
from domain.contract.events import ContractDrafted
from domain.credit_application.events import CreditApplicationSubmitted
from domain.customer.keeping import (
    kept_until,
    open_applications,
    standing_contracts,
    standing_securities,
)
from domain.facts.application import Application
from domain.facts.contract import Contract
from domain.facts.security import Security
from domain.guarantee.events import GuaranteeGiven
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY, histories
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Named:
    """A customer is named by an application, a contract or a security."""

    customer_id: str
    stream: str
    role: str


def applied(fact: Fact, event: CreditApplicationSubmitted) -> Iterator[tuple[date, Named]]:
    """Yield the applicant."""
    yield fact.on, Named(customer_id=event.customer_id, stream=fact.stream, role="applicant")


def drafted(fact: Fact, event: ContractDrafted) -> Iterator[tuple[date, Named]]:
    """Yield the borrower, and who gives security by it."""
    yield fact.on, Named(customer_id=event.customer_id, stream=fact.stream, role="borrower")
    for giver in event.givers:
        yield fact.on, Named(customer_id=giver, stream=fact.stream, role="giver")


def offered(fact: Fact, event: CollateralRegistered) -> Iterator[tuple[date, Named]]:
    """Yield the owner."""
    yield fact.on, Named(customer_id=event.owner_id, stream=fact.stream, role="owner")


def given(fact: Fact, event: GuaranteeGiven) -> Iterator[tuple[date, Named]]:
    """Yield the guarantor."""
    yield fact.on, Named(customer_id=event.guarantor_id, stream=fact.stream, role="guarantor")


NAMED: Final = Lines(
    name="named",
    row=Named,
    of={
        CreditApplicationSubmitted: applied,
        ContractDrafted: drafted,
        CollateralRegistered: offered,
        GuaranteeGiven: given,
    },
    by=("customer_id",),
)


def _named(reader: Reader, question: Question) -> Answer:
    """Return what names a customer, in order; each role in it once."""
    lines = reader.lines(NAMED, question.where("customer_id"))
    found = sorted({(line.row.stream, line.row.role) for line in lines})
    return Answer(rows=[{"stream": stream, "role": role} for stream, role in found])


def _answer(reader: Reader, question: Question) -> Answer:
    rows = _named(reader, question).rows
    streams = [str(row["stream"]) for row in rows]
    numbers = (s.partition("-")[2] for s in streams if s.startswith("credit_application-"))
    decisions = [f"approval-{number}" for number in numbers]
    facts = _facts(reader, [*streams, *decisions])
    return Answer(rows=[{**row, **_kept(str(row["stream"]), facts, reader.day)} for row in rows])


def _facts(reader: Reader, streams: list[str]) -> Mapping[str, Any]:
    """Return what aggregates know of streams, as known and whatever day it counts from."""
    return {
        stream: DECIDER_OF[stream.partition("-")[0]].fact(
            stream.partition("-")[2],
            DECIDER_OF[stream.partition("-")[0]].fold([line.row.event for line in lines]),
        )
        for stream, lines in histories(reader, streams).items()
        if lines
    }


def _kept(stream: str, facts: Mapping[str, Any], day: date) -> Mapping[str, Any]:
    """Return whether one of these keeps the person, and until when the law keeps it."""
    match one := facts[stream]:
        case Application():
            approvals = [f for name, f in facts.items() if name.startswith("approval-")]
            contracts = [fact for fact in facts.values() if isinstance(fact, Contract)]
            keeps = bool(open_applications([one], approvals, contracts, day))
            until = None
        case Contract():
            keeps, until = bool(standing_contracts([one])), kept_until([one], [])
        case Security():
            keeps, until = bool(standing_securities([one])), kept_until([], [one])
    return {"keeps": keeps or (until is not None and day <= until), "retained_until": plain(until)}


TAKES_PART: Final = View(
    name="takes_part",
    title=Label("参与事项", "what a person takes part in"),
    tables=(NAMED,),
    parameters=(Parameter(name="customer_id", required=True),),
    columns=columns(stream="text", role="text"),
    answer=_named,
)
INVOLVEMENT: Final = View(
    name="involvement",
    title=Label("个人信息留存事由", "what keeps a person's data"),
    tables=(NAMED, HISTORY),
    parameters=(Parameter(name="customer_id", required=True),),
    columns=columns(stream="text", role="text", keeps="flag", retained_until="date"),
    answer=_answer,
)
