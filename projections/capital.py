"""The capital that limits are counted against (资本净额), by the day that it is of."""

from typing import Final

from domain.labels import Label
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import STREAM, policy_known
from projections.view import Answer, Question, Reader, View, columns


def _answer(reader: Reader, _question: Question) -> Answer:
    capital = policy_known(reader).book.capital
    holding = capital.entry(reader.day)
    rows = [
        {
            "as_of": plain(entry.day),
            "net_capital": plain(entry.value.net_capital),
            "net_tier1": plain(entry.value.net_tier1),
            "source": entry.source,
            "in_force": entry == holding,
            "stream": STREAM,
        }
        for entry in capital.values
        if entry.day <= reader.day
    ]
    return Answer(rows=rows)


CAPITAL: Final = View(
    name="capital",
    title=Label("资本数据", "capital"),
    tables=(HISTORY,),
    columns=columns(
        as_of="date",
        net_capital="money",
        net_tier1="money",
        source="text",
        in_force="flag",
        stream="text",
    ),
    answer=_answer,
)
