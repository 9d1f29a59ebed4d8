"""What is to be collected (应收清单): arrears on a day, and what falls due from then on.

A loan with arrears has one row of them: all that was due before the day, with penalty interest to
the day.  Each instalment that is due on the day or later, up to `until`, has a row of its own;
the last of a loan matures.  Written-off loans are among them: they are still owed.  Loans whose
balances another system keeps are not.  A page looks at SCAN_MAX loans at most and may be short.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from domain.labels import Label
from domain.loan.account import AccountView, PlanRow
from domain.money import Money
from projections.history import HISTORY
from projections.loans import BEGUN, LOANS, LoanOn, loans_of, loans_on
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000
DAYS_AHEAD: Final = 30  # Looked ahead where no day is named.


def _answer(reader: Reader, question: Question) -> Answer:
    until: date = question.values.get("until") or reader.day + timedelta(days=DAYS_AHEAD)
    found = _candidates(reader, question)
    rows: list[Mapping[str, Any]] = []
    for number, loan in enumerate(loans_on(reader, found[:SCAN_MAX])):
        own = list(_rows(loan, until, question.text("part")))
        if rows and len(rows) + len(own) > question.limit:
            return Answer(rows=rows, next=found[number - 1])
        rows += own
    return Answer(rows=rows, next=found[SCAN_MAX - 1] if len(found) > SCAN_MAX else None)


def _candidates(reader: Reader, question: Question) -> Sequence[str]:
    """Return the loans that something may be due on, in order."""
    after = question.after or ""
    if customer := question.text("customer_id"):
        return [loan_id for loan_id in loans_of(reader, [customer]) if loan_id > after]
    return reader.keys(LOANS, "loan_id", where={"mark": BEGUN}, after=after, limit=SCAN_MAX + 1)


def _rows(found: LoanOn, until: date, part: str | None) -> Iterator[Mapping[str, Any]]:
    """Yield arrears and then what falls due, the earliest first; of one part where it is named."""
    if found.kept_elsewhere:
        return
    account = found.account
    if part in (None, "overdue") and account.oldest_unpaid:
        yield _row(found, "overdue", account.oldest_unpaid, _arrears(account))
    for row in account.plan if part in (None, "due", "matures") else ():
        due_date, last = row.instalment.due_date, row is account.plan[-1]
        what = "matures" if last else "due"
        if account.day <= due_date <= until and not row.settled and part in (None, what):
            yield _row(found, what, due_date, _open(row))


def _arrears(account: AccountView) -> Mapping[str, Money]:
    figures = account.figures
    return {
        "principal": figures.principal_overdue,
        "interest": figures.interest_overdue,
        "penalty": account.due.penalty,
        "fee": account.due.fee,
    }


def _open(row: PlanRow) -> Mapping[str, Money]:
    asked, paid = row.instalment, row.paid
    return {
        "principal": asked.principal - paid.principal,
        "interest": asked.interest - paid.interest,
        "penalty": paid.penalty,
        "fee": asked.fee - paid.fee,
    }


def _row(found: LoanOn, part: str, due: date, parts: Mapping[str, Money]) -> Mapping[str, Any]:
    account = found.account
    total = sum(parts.values(), Money.zero(found.loan.currency))
    return {
        "loan_id": found.loan_id,
        "customer_id": found.loan.begun.customer_id,
        "part": part,
        "due_date": due.isoformat(),
        "days_past_due": account.days_past_due if part == "overdue" else 0,
        "amount": str(total),
        **{name: plain(amount) for name, amount in parts.items()},
        "status": account.status.value,
    }


DUE_LIST: Final = View(
    name="due_list",
    title=Label("应收清单", "what is due and overdue"),
    tables=(HISTORY, LOANS),
    parameters=(
        Parameter(name="until", kind="day"),
        Parameter(name="customer_id"),
        Parameter(name="part", choices=("overdue", "due", "matures")),
    ),
    columns=columns(
        loan_id="text",
        customer_id="text",
        part="text",
        due_date="date",
        days_past_due="number",
        amount="money",
        principal="money",
        interest="money",
        penalty="money",
        fee="money",
        status="text",
    ),
    answer=_answer,
)
