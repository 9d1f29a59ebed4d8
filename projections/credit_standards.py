"""The credit standards (信贷标准) in force on a day: to whom and for what to lend, or not."""

from typing import Final

from domain.labels import Label
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import STREAM, policy_known
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    stance = question.text("stance")
    if reader.known_by < 0:
        return Answer(rows=[])  # What ships is known from the first record on.
    rows = [
        {
            "standard_id": one.standard_id,
            "own": one.since is not None,
            "since": plain(one.since),
            "source": one.source,
            **plain(one.standard),
            "stream": STREAM,
        }
        for one in policy_known(reader).book.standards_on(reader.day)
        if one.standard_id > (question.after or "") and stance in (None, one.standard.stance)
    ]
    kept = rows[: question.limit]
    more = len(rows) > question.limit
    return Answer(rows=kept, next=kept[-1]["standard_id"] if more else None)


CREDIT_STANDARDS: Final = View(
    name="credit_standards",
    title=Label("信贷标准", "credit standards"),
    tables=(HISTORY,),
    parameters=(
        Parameter(name="stance", choices=("preferred", "caution", "do_not_lend", "permit_needed")),
    ),
    columns=columns(
        standard_id="text",
        own="flag",
        since="date",
        source="text",
        stance="text",
        says="text",
        customer_kinds="list",
        industries="list",
        loan_purposes="list",
        by_officer="flag",
        stream="text",
    ),
    answer=_answer,
)
