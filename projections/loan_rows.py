"""What registers of loans show of each: how it began, what is owed, what another system stated."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from domain.classes import repayment_form, term_class_between
from domain.kinds import RepaymentMethod
from domain.loan.account import AccountView
from domain.loan.events import LoanAgreed, LoanTakenOver, StatementRecorded
from domain.loan.state import Loan
from projections.loans import LoanOn
from projections.plain import plain
from projections.view import columns

COLUMNS: Final = columns(
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
)


def row_of(found: LoanOn) -> Mapping[str, Any]:
    """Return what the register shows of a loan."""
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
