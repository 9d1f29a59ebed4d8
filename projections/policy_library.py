"""The library of policy texts (信贷政策库): every version, and whether it is in force on a day."""

from typing import Final

from domain.labels import Label
from projections.history import HISTORY
from projections.plain import plain
from projections.policy_book import STREAM, policy_known
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    policy, named = policy_known(reader), question.text("text_id")
    texts = sorted(policy.texts, key=lambda one: (one.text_id, one.since, one.version))
    rows = [
        {
            "text_id": one.text_id,
            "version": one.version,
            "title": one.title,
            "in_force": policy.text_on(one.text_id, reader.day) == one,
            "since": plain(one.since),
            "until": plain(policy.last_day_of(one)),
            "authority": one.authority,
            "digest": one.digest,
            "stream": STREAM,
        }
        for one in texts
        if named in (None, one.text_id)
    ]
    return Answer(rows=rows)


POLICY_LIBRARY: Final = View(
    name="policy_library",
    title=Label("信贷政策库", "library of policy texts"),
    tables=(HISTORY,),
    parameters=(Parameter(name="text_id"),),
    columns=columns(
        text_id="text",
        version="text",
        title="text",
        in_force="flag",
        since="date",
        until="date",
        authority="text",
        digest="text",
        stream="text",
    ),
    answer=_answer,
)
