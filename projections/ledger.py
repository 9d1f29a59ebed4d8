"""The general ledger (总账分录): every posting, in the order in which it became known."""

from typing import Any, Final

from domain.labels import Label
from projections.chart import CHART
from projections.entry import Posting
from projections.postings import POSTINGS
from projections.view import (
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


def _answer(reader: Reader, question: Question) -> Answer:
    found = reader.lines(
        POSTINGS,
        question.where("account", "loan_id"),
        after=place_of(question.after),
        limit=question.limit + 1,
    )
    kept, cursor = page_of_lines(found, question.limit)
    return Answer(rows=[_row(line) for line in kept], next=cursor)


def _row(line: Line[Posting]) -> dict[str, Any]:
    posting = line.row
    name = CHART[posting.account].name
    return {
        "index": line.index,
        "line": line.no,
        "on": line.on.isoformat(),
        "account": posting.account,
        "account_zh": name.zh,
        "account_en": name.en,
        "loan_id": posting.loan_id,
        "reference": posting.reference,
        "currency": posting.currency,
        "amount": str(posting.amount),
    }


LEDGER: Final = View(
    name="ledger",
    title=Label("总账分录", "general ledger"),
    tables=(POSTINGS,),
    parameters=(Parameter(name="account"), Parameter(name="loan_id")),
    columns=columns(
        index="number",
        line="number",
        on="date",
        account="text",
        account_zh="text",
        account_en="text",
        loan_id="text",
        reference="text",
        currency="text",
        amount="money",
    ),
    answer=_answer,
)
