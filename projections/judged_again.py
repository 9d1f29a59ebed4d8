"""Old cases judged again (按原规则重审): under what was known then, and under today's rules.

Under its own rules a decision comes out the same, or the program is at fault.  Under today's, what
the file held stays as it was seen; mandates, units and posts are those that are known now of that
day, policy and products those of the day asked for.  What would differ is said; nothing is
recorded.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
from attrs import frozen

from domain.approval.events import ApprovalEnded
from domain.catalogue import DECIDER_OF, EVENT_NAMES
from domain.labels import Label
from domain.recorded import Fact
from domain.rules import Refused
from projections.audit_trail import differences
from projections.credit_file import record_of
from projections.history import HISTORY, Recorded, histories
from projections.judgements import (
    Ask,
    admission,
    approval,
    contract,
    drawdown,
    entrustment,
    facility,
    investigation,
    rating,
    review,
)
from projections.knowledge import Knowledge
from projections.plain import plain
from projections.view import (
    Answer,
    Line,
    Lines,
    Parameter,
    Question,
    Reader,
    View,
    columns,
    page_of_lines,
    place_of,
)

ASKED: Final[Mapping[type, Ask]] = {
    **admission.ASKED,
    **investigation.ASKED,
    **rating.ASKED,
    **approval.ASKED,
    **review.ASKED,
    **facility.ASKED,
    **contract.ASKED,
    **drawdown.ASKED,
    **entrustment.ASKED,
}
_FILE: Final = (  # What the business was, which no rule of another day changes.
    *("credit_application", "investigation", "rating", "approval", "customer", "economic_file"),
    *("financial_statement", "credit_inquiry", "relationship", "archive", "collateral"),
    *(
        "guarantee",
        "guarantor",
        "facility",
        "customer_group",
        "contract",
        "drawdown",
        "loan",
        "entrustment",
    ),
)


@frozen(kw_only=True)
class Judged:
    """A decision that can be judged again."""

    about: str  # The application, the contract, or whose rating or limit it is.
    record: str  # "approval-A1@5".


def judged(fact: Fact, _event: Any) -> Iterator[tuple[date, Judged]]:
    """Yield the decision; an approval that ended of itself was decided by nobody."""
    if isinstance(fact.event, ApprovalEnded) and fact.event.seen is None:
        return
    yield fact.on, Judged(about=fact.id, record=f"{fact.stream}@{fact.version}")


DECISIONS: Final = Lines(
    name="judged", row=Judged, of=dict.fromkeys(ASKED, judged), by=("about", "record")
)


def _answer(reader: Reader, question: Question) -> Answer:
    found = reader.lines(
        DECISIONS,
        question.where("about", "record"),
        after=place_of(question.after),
        limit=question.limit + 1,
    )
    kept, cursor = page_of_lines(found, question.limit)
    return Answer(rows=[_row(reader, line.row) for line in kept], next=cursor)


def _row(reader: Reader, decision: Judged) -> Mapping[str, Any]:
    line = record_of(reader, decision.record)
    own = list(_compared(line, _then(reader, line)))
    now = list(_compared(line, _now(reader, line)))
    return {
        "about": decision.about,
        "record": decision.record,
        "event": line.row.name,
        "decided_on": plain(_day(line)),
        "under_own": "same" if not own else "different",
        "own_differences": own,
        "under_today": "same" if not now else "different",
        "today_differences": now,
    }


def _day(line: Line[Recorded]) -> date:
    event: Any = line.row.event
    day: date = ASKED[type(event)](line).command.today
    return day


def _then(reader: Reader, line: Line[Recorded]) -> Knowledge:
    before = line.index - 1
    return Knowledge(reader=reader, then=before, last=before, file=_FILE, day=_day(line))


def _now(reader: Reader, line: Line[Recorded]) -> Knowledge:
    return Knowledge(
        reader=reader,
        then=line.index - 1,
        last=reader.known_by,
        file=_FILE,
        day=_day(line),
        rules_of=reader.day,
    )


def _compared(line: Line[Recorded], knowledge: Knowledge) -> Iterator[Mapping[str, Any]]:
    """Yield what comes out different from what was recorded; nothing where it is the same."""
    event: Any = line.row.event
    asked = ASKED[type(event)](line)
    decider = DECIDER_OF[line.row.stream.partition("-")[0]]
    past = histories(knowledge.reader, [line.row.stream], last=line.index - 1)[line.row.stream]
    events: list[Any] = [each.row.event for each in past]
    try:
        command = knowledge.filled(asked.command, asked.held)
        outcome: Sequence[Any] = decider.decide(command, decider.fold(events))
    except Refused as refusal:
        yield {"field": "outcome", "before": line.row.name, "after": str(refusal)}
        return
    again = next((each for each in outcome if type(each) is type(event)), None)
    if again is None:
        other = EVENT_NAMES[type(outcome[0])] if outcome else None
        yield {"field": "outcome", "before": line.row.name, "after": other}
    else:
        kept = {name: getattr(event, name) for name in asked.kept}
        yield from differences("", plain(event), plain(attrs.evolve(again, **kept)))


JUDGED_AGAIN: Final = View(
    name="judged_again",
    title=Label("旧案重审", "old cases judged again"),
    tables=(DECISIONS, HISTORY),
    parameters=(Parameter(name="about"), Parameter(name="record")),
    columns=columns(
        about="text",
        record="text",
        event="text",
        decided_on="date",
        under_own="text",
        own_differences="list",
        under_today="text",
        today_differences="list",
    ),
    answer=_answer,
)
