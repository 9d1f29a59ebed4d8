"""The loan register (贷款台账): every loan with what is owed, overdue and stated on a day."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.labels import Label
from domain.loan.events import LoanAgreed
from projections.loans import LOANS, LoanOn, loans_of, loans_on
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns

# Loans looked at for one page: where a filter finds few, the page is short and has a next.
SCAN: Final = 2_000
CHUNK: Final = 200


def _answer(reader: Reader, question: Question) -> Answer:
    asked = question.text("loan_id")
    ids = loans_of(reader, [of]) if (of := question.text("customer_id")) else None
    if asked is not None:
        ids = [asked] if ids is None or asked in ids else []
    rows: list[Mapping[str, Any]] = []
    seen = 0
    for chunk in _chunks(reader, ids, question.after or ""):
        for found in loans_on(reader, chunk):
            row = register_row(found)
            if _wanted(row, question):
                if len(rows) == question.limit:
                    return Answer(rows=rows, next=rows[-1]["loan_id"])
                rows.append(row)
        seen += len(chunk)
        if seen >= SCAN:
            return Answer(rows=rows, next=chunk[-1])
    return Answer(rows=rows)


def _chunks(
    reader: Reader, ids: Sequence[str] | None, after: str
) -> Iterator[Sequence[str]]:
    """Yield loan numbers after one, in order: of those given, or of all (None)."""
    if ids is not None:
        rest = [loan_id for loan_id in ids if loan_id > after]
        yield from (rest[at : at + CHUNK] for at in range(0, len(rest), CHUNK))
        return
    while chunk := reader.keys(LOANS, "loan_id", after=after, limit=CHUNK):
        yield chunk
        after = chunk[-1]


def _wanted(row: Mapping[str, Any], question: Question) -> bool:
    asked = question.where("status", "stated_status")
    return all(row[name] == value for name, value in asked.items())


def register_row(found: LoanOn) -> dict[str, Any]:
    """Return a loan as the register shows it."""
    begun, account, stated = found.loan.begun, found.account, found.stated
    agreed = begun if isinstance(begun, LoanAgreed) else None
    taken_over = None if isinstance(begun, LoanAgreed) else begun
    day, disbursed = account.day, found.loan.disbursed
    paid_out = taken_over.granted_on if taken_over else disbursed and disbursed.value_date
    return plain(
        {
            "loan_id": found.loan_id,
            "customer_id": begun.customer_id,
            "product_id": agreed and agreed.product_id,
            "method": agreed and agreed.method,
            "amount": begun.amount,
            "rate_yearly": begun.rate_yearly,
            "signed_on": agreed and agreed.signed_on,
            "disbursed_on": paid_out if paid_out and paid_out <= day else None,
            "maturity": max((row.instalment.due_date for row in account.plan), default=None),
            "status": account.status,
            "principal": account.principal,
            "principal_due": account.due.principal,
            "interest_due": account.due.interest,
            "penalty_due": account.due.penalty,
            "fee_due": account.due.fee,
            "payoff": account.payoff.total,
            "excess": account.excess,
            "oldest_unpaid": account.oldest_unpaid,
            "days_past_due": account.days_past_due,
            "next_due": account.next_due,
            "settled_on": account.settled_on,
            "system": taken_over and taken_over.origin.system,
            "findings": len(found.findings),
            "stated_as_of": stated and stated.as_of,
            "stated_status": stated and stated.status,
            "stated": {s.name: s.amount for s in stated.amounts} if stated else {},
            "stated_dates": {s.name: s.day for s in stated.dates} if stated else {},
        }
    )


LOAN_REGISTER: Final = View(
    name="loan_register",
    title=Label("贷款台账", "loan register"),
    tables=(LOANS, HISTORY),
    parameters=(
        Parameter(name="loan_id"),
        Parameter(name="customer_id"),
        Parameter(name="status"),
        Parameter(name="stated_status"),
    ),
    columns=columns(
        loan_id="text",
        customer_id="text",
        product_id="text",
        method="text",
        amount="money",
        rate_yearly="text",
        signed_on="date",
        disbursed_on="date",
        maturity="date",
        status="text",
        principal="money",
        principal_due="money",
        interest_due="money",
        penalty_due="money",
        fee_due="money",
        payoff="money",
        excess="money",
        oldest_unpaid="date",
        days_past_due="number",
        next_due="date",
        settled_on="date",
        system="text",
        findings="number",
        stated_as_of="date",
        stated_status="text",
        stated="map",
        stated_dates="map",
    ),
    answer=_answer,
)
