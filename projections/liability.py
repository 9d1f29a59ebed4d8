"""Who knew what when of a loan (责任认定): all that was recorded of its file, and who answered.

The file is the loan with its contract, application, investigation and approval, and what is kept of
its borrower.  What a decision saw is named by its digest; who answered is the officer in charge of
the borrower's file, or of the loan's own, on the day that the record counts from.
"""

from collections.abc import Iterator
from typing import Any, Final

from domain.contract.events import ContractDrafted
from domain.facts.seen import Seen
from domain.labels import Label
from domain.loan.events import LoanAgreed, LoanTakenOver
from domain.responsibility import RESPONSIBILITY, Answering
from projections.history import HISTORY, Recorded, histories
from projections.roster import known
from projections.view import (
    Absent,
    Answer,
    Line,
    Parameter,
    Question,
    Reader,
    View,
    columns,
    page_of_lines,
    place_of,
)

_OF_THE_CUSTOMER: Final = (
    *("customer", "economic_file", "financial_statement", "rating"),
    *("archive-customer", "responsibility-customer"),
)
_OF_THE_APPLICATION: Final = (
    *("credit_application", "investigation", "approval"),
    "archive-credit_application",
)


def _answer(reader: Reader, question: Question) -> Answer:
    loan_id = question.values["loan_id"]
    begun = _first(reader, f"loan-{loan_id}")
    if not isinstance(begun, LoanAgreed | LoanTakenOver):
        raise Absent(f"there is no loan {loan_id!r}, as known by {reader.known_by}")
    streams = [f"loan-{loan_id}", f"archive-loan-{loan_id}", f"responsibility-loan-{loan_id}"]
    streams += [f"{kind}-{begun.customer_id}" for kind in _OF_THE_CUSTOMER]
    if isinstance(begun, LoanAgreed) and begun.contract_id:
        streams += _of_contract(reader, begun.contract_id)
    found = reader.lines(
        HISTORY,
        {"stream": streams},
        after=place_of(question.after),
        limit=question.limit + 1,
    )
    kept, cursor = page_of_lines(found, question.limit)
    answering = _answering(reader, f"loan-{loan_id}", f"customer-{begun.customer_id}")
    return Answer(rows=[_row(line, answering) for line in kept], next=cursor)


def _of_contract(reader: Reader, contract_id: str) -> Iterator[str]:
    yield f"contract-{contract_id}"
    drafted = _first(reader, f"contract-{contract_id}")
    if isinstance(drafted, ContractDrafted):
        yield from (f"{kind}-{drafted.application_id}" for kind in _OF_THE_APPLICATION)


def _first(reader: Reader, stream: str) -> Any:
    history = histories(reader, [stream])[stream]
    return history[0].row.event if history else None


def _answering(reader: Reader, *files: str) -> list[Answering]:
    """Return who answers for these files; the first of them that has somebody counts."""
    return list(known(reader, RESPONSIBILITY, files).values())


def _row(line: Line[Recorded], answering: list[Answering]) -> dict[str, Any]:
    recorded = line.row
    seen = getattr(recorded.event, "seen", None)
    holders = (one.holder.on(line.on) for one in answering)
    return {
        "index": line.index,
        "recorded_at": recorded.recorded_at,
        "on": line.on.isoformat(),
        "actor": recorded.actor,
        "event": recorded.name,
        "stream": recorded.stream,
        "version": recorded.version,
        "seen": seen.digest if isinstance(seen, Seen) else None,
        "officer_in_charge": next((holder for holder in holders if holder), None),
    }


LIABILITY: Final = View(
    name="liability",
    title=Label("责任认定依据", "who knew what when of a loan"),
    tables=(HISTORY,),
    parameters=(
        Parameter(
            name="loan_id", required=True, each=(("loan_register", "{}"), ("entrusted_loans", "{}"))
        ),
    ),
    columns=columns(
        index="number",
        recorded_at="moment",
        on="date",
        actor="text",
        event="text",
        stream="text",
        version="number",
        seen="text",
        officer_in_charge="text",
    ),
    answer=_answer,
    every_day=True,
)
