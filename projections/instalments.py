"""The plan of a loan as it stands on a day: what each instalment asks for, and what was paid."""

from collections.abc import Mapping
from typing import Any, Final

from domain.labels import Label
from domain.loan.account import PlanRow
from projections.acts import ACTS
from projections.loans import LOANS, loan_on
from projections.view import Answer, Parameter, Question, Reader, View, columns, page_of_rows


def _answer(reader: Reader, question: Question) -> Answer:
    known = loan_on(reader, question)
    rows = [_row(row) for row in known.account.plan]
    return page_of_rows(rows, question)


def _row(row: PlanRow) -> Mapping[str, Any]:
    asked, paid = row.instalment, row.paid
    whole = asked.fee + asked.interest + asked.principal
    return {
        "no": asked.no,
        "due_date": asked.due_date.isoformat(),
        "principal": str(asked.principal),
        "interest": str(asked.interest),
        "fee": str(asked.fee),
        "paid_principal": str(paid.principal),
        "paid_interest": str(paid.interest),
        "paid_fee": str(paid.fee),
        "outstanding": str(whole - paid.total),
        "settled": row.settled,
    }


INSTALMENTS: Final = View(
    name="instalments",
    title=Label("还款计划表", "instalments of a loan"),
    tables=(ACTS, LOANS),
    parameters=(Parameter(name="loan_id", required=True),),
    columns=columns(
        no="number",
        due_date="date",
        principal="money",
        interest="money",
        fee="money",
        paid_principal="money",
        paid_interest="money",
        paid_fee="money",
        outstanding="money",
        settled="flag",
    ),
    answer=_answer,
)
