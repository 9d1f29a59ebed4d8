"""The register of investigations: how far each has come, and what it still lacks."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.facts.policy import PolicyBook
from domain.investigation.events import InvestigationOpened
from domain.investigation.required import missing
from domain.investigation.state import Case, evolve
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY, Recorded, histories, in_effect
from projections.plain import plain
from projections.policy_book import policy_known
from projections.view import Answer, Line, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Opened:
    """An investigation that was opened; its stream says how far it has come."""

    application_id: str
    customer_id: str


def opened(fact: Fact, event: InvestigationOpened) -> Iterator[tuple[date, Opened]]:
    """Yield the investigation under its customer, from the day of its opening."""
    yield fact.on, Opened(application_id=fact.id, customer_id=event.application.customer_id)


INVESTIGATIONS_OPENED: Final = Lines(
    name="investigation",
    row=Opened,
    of={InvestigationOpened: opened},
    by=("application_id", "customer_id"),
)


def case_of(history: Sequence[Line[Recorded]]) -> Case:
    """Return an investigation as some of its records make it."""
    events: list[Any] = [line.row.event for line in history]
    return reduce(evolve, events, Case())


def _answer(reader: Reader, question: Question) -> Answer:
    after, limit = question.after or "", question.limit
    if asked := question.where("application_id", "customer_id"):
        lines = reader.lines(INVESTIGATIONS_OPENED, asked)
        ids = sorted({line.row.application_id for line in lines} - {""})
        ids = [name for name in ids if name > after]
    else:
        ids = list(
            reader.keys(INVESTIGATIONS_OPENED, "application_id", after=after, limit=limit + 1)
        )
    page, book = ids[:limit], policy_known(reader).book
    known = histories(reader, [f"investigation-{name}" for name in page])
    rows = []
    for name in page:
        history = in_effect(known[f"investigation-{name}"], reader.day)
        rows.append(_row(name, case_of(history), book, reader.day))
    return Answer(rows=rows, next=page[-1] if len(ids) > limit else None)


def _row(application_id: str, case: Case, book: PolicyBook, day: date) -> dict[str, Any]:
    application, done = case.application, case.concluded
    assert application is not None, "a line is there from the opening on"
    lacking = missing(
        case,
        application,
        people=book.count("dual_investigators.min", day),
        interview=book.says_yes("interview.personal.required", day),
    )
    return {
        "application_id": application_id,
        "customer_id": application.customer_id,
        "stage": _stage(case),
        "investigators": plain(case.investigators),
        "simplified": case.simplified,
        "visits": len(case.visits),
        "missing_parts": [] if done else list(lacking),
        "affordable": plain(case.cash_flow.repayable.affordable) if case.cash_flow else None,
        "risk": case.risk.risk.value if case.risk else None,
        "lend": done.lend if done else None,
        "amount": plain(done.proposed.amount) if done and done.proposed else None,
        "decided_on": plain(done.decided_on) if done else None,
        "signed_by": [one.signer for one in case.signed],
        "report": done.report if done else None,
    }


def _stage(case: Case) -> str:
    if case.concluded is None:
        return "investigating"
    return "report_signed" if case.signed_by_all else "report_to_sign"


INVESTIGATIONS: Final = View(
    name="investigations",
    title=Label("贷前调查台账", "register of investigations"),
    tables=(INVESTIGATIONS_OPENED, HISTORY),
    parameters=(Parameter(name="application_id"), Parameter(name="customer_id")),
    columns=columns(
        application_id="text",
        customer_id="text",
        stage="text",
        investigators="list",
        simplified="flag",
        visits="number",
        missing_parts="list",
        affordable="money",
        risk="text",
        lend="flag",
        amount="money",
        decided_on="date",
        signed_by="list",
        report="text",
    ),
    answer=_answer,
)
