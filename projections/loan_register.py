"""The loan register (贷款台账): one row a loan, as it stands on a day.

Interest and penalty interest are what is due and unpaid, calculated for the day and not posted.
A loan whose balances another system keeps has none of ours: what that system last stated, as of
the day or before, stands beside it.  A page narrowed by status looks at SCAN_MAX loans at most
and may be short; `next` says whether there is more.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from domain.labels import Label
from domain.loan.account import AccountView, LoanStatus
from domain.loan.events import LoanAgreed, LoanTakenOver, StatementRecorded
from domain.loan.state import Loan
from projections.acts import ACTS
from projections.loans import BEGUN, LOANS, LoanOn, loan_ids_of, loans_on
from projections.plain import plain
from projections.view import Answer, Misread, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000
# Only loans that once had one of these marks can have the status.
_MARKS: Final = {LoanStatus.SETTLED: "settled", LoanStatus.CANCELLED: "cancelled"}


def _answer(reader: Reader, question: Question) -> Answer:
    status = _status(question)
    size = question.limit if status is None else max(SCAN_MAX, question.limit)
    found = _candidates(reader, question, status, size + 1)
    looked_at, more = found[:size], len(found) > size
    rows: list[Mapping[str, Any]] = []
    for start in range(0, len(looked_at), question.limit):
        some = looked_at[start : start + question.limit]
        loans = loans_on(reader, some)
        for loan_id in some:
            if loan_id not in loans or not _is_asked(loans[loan_id], question, status):
                continue
            if len(rows) == question.limit:
                return Answer(rows=rows, next=str(rows[-1]["loan_id"]))
            rows.append(_row(loan_id, loans[loan_id]))
    return Answer(rows=rows, next=looked_at[-1] if more else None)


def _status(question: Question) -> LoanStatus | None:
    text = question.text("status")
    if text is not None and text not in list(LoanStatus):
        raise Misread(f"status: expected one of {', '.join(LoanStatus)}")
    return LoanStatus(text) if text else None


def _candidates(
    reader: Reader, question: Question, status: LoanStatus | None, limit: int
) -> Sequence[str]:
    """Return loans in order that may be asked for; that they begin by the day is not yet sure."""
    after = question.after or ""
    if one := question.text("loan_id"):
        return [one] if one > after else []
    if customer := question.text("customer_id"):
        own = loan_ids_of(reader, [customer])
        return [loan_id for loan_id in own if loan_id > after][:limit]
    mark = BEGUN if status is None else _MARKS.get(status, BEGUN)
    return reader.keys(LOANS, "loan_id", where={"mark": mark}, after=after, limit=limit)


def _is_asked(loan: LoanOn, question: Question, status: LoanStatus | None) -> bool:
    customer = question.text("customer_id")
    return (customer is None or loan.loan.begun.customer_id == customer) and (
        status is None or loan.account.status is status
    )


def _row(loan_id: str, known: LoanOn) -> Mapping[str, Any]:
    loan, account = known.loan, known.account
    figures = None if known.kept_elsewhere else account
    return {
        "loan_id": loan_id,
        "customer_id": loan.begun.customer_id,
        **_begun(loan.begun),
        "disbursed_on": plain(_disbursed_on(loan, account.day)),
        "maturity": plain(max((row.instalment.due_date for row in account.plan), default=None)),
        **_figures(figures),
        "status": account.status.value,
        "stated": _stated(loan, account.day),
        "findings": _findings(loan, account.day),
    }


def _begun(begun: LoanAgreed | LoanTakenOver) -> Mapping[str, Any]:
    own = isinstance(begun, LoanAgreed)
    return {
        "product_id": begun.product_id if own else None,
        "method": begun.method.value if own else "as_stated",
        "amount": str(begun.amount),
        "rate_yearly": plain(begun.rate_yearly),
        "begun_on": plain(begun.signed_on if own else begun.granted_on),
        "origin": None if own else plain(begun.origin),
    }


def _disbursed_on(loan: Loan, day: date) -> date | None:
    begun, paid = loan.begun, loan.disbursed
    on = begun.granted_on if isinstance(begun, LoanTakenOver) else paid.value_date if paid else None
    return on if on is not None and on <= day else None


def _figures(account: AccountView | None) -> Mapping[str, Any]:
    """Return what is owed; None throughout where another system keeps it."""
    due = account.due if account else None
    return {
        "principal": plain(account.principal if account else None),
        "principal_due": plain(due.principal if due else None),
        "interest_due": plain(due.interest if due else None),
        "penalty_due": plain(due.penalty if due else None),
        "fee_due": plain(due.fee if due else None),
        "payoff": plain(account.payoff.total if account else None),
        "excess": plain(account.excess if account else None),
        "days_past_due": account.days_past_due if account else None,
        "next_due": plain(account.next_due if account else None),
        "settled_on": plain(account.settled_on if account else None),
    }


def last_stated(loan: Loan, day: date) -> StatementRecorded | None:
    """Return what another system stated last, as of a day or before."""
    days = [as_of for as_of in loan.statements if as_of <= day]
    return loan.statements[max(days)] if days else None


def _stated(loan: Loan, day: date) -> Mapping[str, Any] | None:
    stated = last_stated(loan, day)
    if stated is None:
        return None
    return {
        "as_of": stated.as_of.isoformat(),
        "status": stated.status,
        "amounts": {each.name: str(each.amount) for each in stated.amounts},
        "dates": {each.name: each.day.isoformat() for each in stated.dates},
        "origin": plain(stated.origin),
    }


def _findings(loan: Loan, day: date) -> int:
    """Return how many rules of ours the loan as taken over, and as last stated, breaks."""
    begun, stated = loan.begun, last_stated(loan, day)
    found = begun.findings if isinstance(begun, LoanTakenOver) else ()
    return len(found) + len(stated.findings if stated else ())


LOAN_REGISTER: Final = View(
    name="loan_register",
    title=Label("贷款台账", "loan register"),
    tables=(ACTS, LOANS),
    parameters=(
        Parameter(name="loan_id"),
        Parameter(name="customer_id"),
        Parameter(name="status", choices=tuple(status.value for status in LoanStatus)),
    ),
    columns=columns(
        loan_id="text",
        customer_id="text",
        product_id="text",
        method="text",
        amount="money",
        rate_yearly="text",
        begun_on="date",
        origin="map",
        disbursed_on="date",
        maturity="date",
        principal="money",
        principal_due="money",
        interest_due="money",
        penalty_due="money",
        fee_due="money",
        payoff="money",
        excess="money",
        days_past_due="number",
        next_due="date",
        settled_on="date",
        status="text",
        stated="map",
        findings="number",
    ),
    answer=_answer,
)
