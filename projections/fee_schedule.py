"""The schedule of fees (收费目录) in effect on a day: what is not in it may not be asked."""

from typing import Final

from domain.labels import Label
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import STREAM, policy_known
from projections.view import Answer, Question, Reader, View, columns


def _answer(reader: Reader, _question: Question) -> Answer:
    entry = policy_known(reader).book.fees.entry(reader.day)
    rows = [
        {**plain(fee), "since": plain(entry.day), "source": entry.source, "stream": STREAM}
        for fee in (entry.value if entry else ())
        if entry
    ]
    return Answer(rows=rows)


FEE_SCHEDULE: Final = View(
    name="fee_schedule",
    title=Label("收费目录", "schedule of fees"),
    tables=(HISTORY,),
    columns=columns(
        fee_id="text",
        title="text",
        amount_max="money",
        rate_max="text",
        products="list",
        since="date",
        source="text",
        stream="text",
    ),
    answer=_answer,
)
