"""The loan register (贷款台账): one row a loan, as it stands on a day.

Interest and penalty interest are what is due and unpaid, calculated for the day and not posted.
A loan whose balances another system keeps has none of ours: what that system last stated, as of
the day or before, stands beside it.  A page narrowed by status looks at SCAN_MAX loans at most
and may be short; `next` says whether there is more.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from domain.classes import repayment_form, term_class_between
from domain.kinds import RepaymentMethod
from domain.labels import Label
from domain.loan.account import AccountView, LoanStatus
from domain.loan.events import LoanAgreed, LoanTakenOver, StatementRecorded
from domain.loan.state import Loan
from projections.history import HISTORY
from projections.loans import BEGUN, CANCELLED, LOANS, SETTLED, LoanOn, loans_of, loans_on
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000
# Only loans that once had one of these marks can have the status.
_MARKS: Final[Mapping[str, str]] = {"settled": SETTLED, "cancelled": CANCELLED}


def _answer(reader: Reader, question: Question) -> Answer:
    narrowed = question.text("status") is not None
    size = SCAN_MAX if narrowed else question.limit
    found = _candidates(reader, question, size + 1)
    rows: list[Mapping[str, Any]] = []
    for loan in _looked_at(reader, found[:size], question.limit):
        if not _is_asked(loan, question):
            continue
        if len(rows) == question.limit:
            return Answer(rows=rows, next=str(rows[-1]["loan_id"]))
        rows.append(_row(loan))
    return Answer(rows=rows, next=found[size - 1] if len(found) > size else None)


def _candidates(reader: Reader, question: Question, limit: int) -> Sequence[str]:
    """Return loans that may be asked for, in order."""
    after, status = question.after or "", question.text("status")
    if one := question.text("loan_id"):
        return [one] if one > after else []
    if customer := question.text("customer_id"):
        return [own for own in loans_of(reader, [customer]) if own > after][:limit]
    mark = _MARKS.get(status or "", BEGUN)
    return reader.keys(LOANS, "loan_id", where={"mark": mark}, after=after, limit=limit)


def _looked_at(reader: Reader, loan_ids: Sequence[str], step: int) -> Iterator[LoanOn]:
    """Yield loans a few at a time, so that no more are folded than are asked for."""
    for start in range(0, len(loan_ids), step):
        yield from loans_on(reader, loan_ids[start : start + step])


def _is_asked(found: LoanOn, question: Question) -> bool:
    customer, status = question.text("customer_id"), question.text("status")
    return (customer is None or found.loan.begun.customer_id == customer) and (
        status is None or found.account.status.value == status
    )


def _row(found: LoanOn) -> Mapping[str, Any]:
    loan, account = found.loan, found.account
    plan = [row.instalment.due_date for row in account.plan]
    return {
        "loan_id": found.loan_id,
        "customer_id": loan.begun.customer_id,
        **_begun(loan.begun),
        "rate_yearly": plain(account.rate_yearly),
        "disbursed_on": plain(_disbursed_on(loan, account.day)),
        "maturity": plain(max(plan, default=None)),
        "term_class": _term_class(loan, account.day, max(plan, default=None)),
        **_figures(None if found.kept_elsewhere else account),
        "status": account.status.value,
        "marks": list(account.marks),
        "stated": _stated(found.stated),
        "findings": len(found.findings),
        "bill_no": loan.bill and loan.bill.bill_no,
    }


def _begun(begun: LoanAgreed | LoanTakenOver) -> Mapping[str, Any]:
    if isinstance(begun, LoanAgreed):
        product, method, on, origin = begun.product_id, begun.method.value, begun.signed_on, None
        lending, replaces = begun.lending.value, begun.replaces
    else:
        product, method, on, origin = None, "as_stated", begun.granted_on, plain(begun.origin)
        lending, replaces = None, None
    return {
        "product_id": product,
        "method": method,
        "form": plain(repayment_form(RepaymentMethod(method))),
        "amount": str(begun.amount),
        "rate_yearly": plain(begun.rate_yearly),
        "begun_on": plain(on),
        "lending": lending,
        "replaces": replaces,
        "origin": origin,
    }


def _term_class(loan: Loan, day: date, maturity: date | None) -> str | None:
    """Return short, medium or long; what another system granted by its stated plan."""
    start = _disbursed_on(loan, day)
    return term_class_between(start, maturity).value if start and maturity else None


def _disbursed_on(loan: Loan, day: date) -> date | None:
    if isinstance(loan.begun, LoanTakenOver):
        return loan.begun.granted_on
    paid_on = next((paid.value_date for paid in loan.drawdowns), None)
    return paid_on if paid_on and paid_on <= day else None


def _figures(account: AccountView | None) -> Mapping[str, Any]:
    """Return what is owed; None throughout where another system keeps it."""
    due, figures = (account.due, account.figures) if account else (None, None)
    return {
        "principal": plain(account.principal) if account else None,
        "principal_due": plain(due.principal) if due else None,
        "interest_due": plain(due.interest) if due else None,
        "penalty_due": plain(due.penalty) if due else None,
        "fee_due": plain(due.fee) if due else None,
        "principal_overdue": plain(figures.principal_overdue) if figures else None,
        "interest_overdue": plain(figures.interest_overdue) if figures else None,
        "interest_accrued": plain(figures.interest_accrued) if figures else None,
        "written_off": plain(figures.written_off) if figures else None,
        "recovered": plain(figures.recovered) if figures else None,
        "payoff": plain(account.payoff.total) if account else None,
        "excess": plain(account.excess) if account else None,
        "days_past_due": account.days_past_due if account else None,
        "next_due": plain(account.next_due) if account else None,
        "settled_on": plain(account.settled_on) if account else None,
    }


def _stated(stated: StatementRecorded | None) -> Mapping[str, Any] | None:
    if stated is None:
        return None
    return {
        "as_of": stated.as_of.isoformat(),
        "status": stated.status,
        "amounts": {each.name: str(each.amount) for each in stated.amounts},
        "dates": {each.name: each.day.isoformat() for each in stated.dates},
        "origin": plain(stated.origin),
    }


LOAN_REGISTER: Final = View(
    name="loan_register",
    title=Label("贷款台账", "loan register"),
    tables=(HISTORY, LOANS),
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
        form="text",
        amount="money",
        rate_yearly="text",
        begun_on="date",
        lending="text",
        replaces="text",
        origin="map",
        disbursed_on="date",
        maturity="date",
        term_class="text",
        principal="money",
        principal_due="money",
        interest_due="money",
        penalty_due="money",
        fee_due="money",
        principal_overdue="money",
        interest_overdue="money",
        interest_accrued="money",
        written_off="money",
        recovered="money",
        payoff="money",
        excess="money",
        days_past_due="number",
        next_due="date",
        settled_on="date",
        status="text",
        marks="list",
        stated="map",
        findings="number",
        bill_no="text",
    ),
    answer=_answer,
)
