"""The record of one decision (审批表): reviews, motions, votes, terms, conditions, what was seen.

Every round stays: votes on a motion that was changed stand beside those on the last one.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.approval.events import (
    ApplicationReviewed,
    Escalated,
    ExpertOpinionAttached,
    MotionPut,
    VoteCast,
)
from domain.approval.state import outcome_of
from domain.labels import Label
from projections.approvals import CaseOn, cases_on
from projections.history import HISTORY, Recorded
from projections.plain import plain
from projections.view import Absent, Answer, Line, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    number = question.values["application_id"]
    for one in cases_on(reader, [number]):
        return Answer(rows=[_record(one)])
    where = f"on {reader.day}, as known by {reader.known_by}"
    raise Absent(f"nobody decided on an application {number!r} {where}")


def _record(one: CaseOn) -> Mapping[str, Any]:
    case = one.case
    return {
        "application_id": one.application_id,
        "customer_id": case.customer_id,
        "outcome": outcome_of(case).value,
        "reviews": _told(one, ApplicationReviewed),
        "fast_track": plain(case.fast_track),
        "expert_opinions": _told(one, ExpertOpinionAttached),
        "escalations": _told(one, Escalated),
        "motions": _told(one, MotionPut),
        "votes": _told(one, VoteCast),
        "decision": _decision(one),
        "seen": case.decision.seen.digest if case.decision else None,
        "notices": plain(case.notices),
        "contract_id": case.taken_up,
        "ended": plain(case.ended),
    }


def _told(one: CaseOn, kind: type) -> Sequence[Mapping[str, Any]]:
    return [told(line) for line in one.lines if isinstance(line.row.event, kind)]


def _decision(one: CaseOn) -> Mapping[str, Any] | None:
    last: Any = one.case.decision
    return next((told(line) for line in one.lines if line.row.event == last), None)


def told(line: Line[Recorded]) -> Mapping[str, Any]:
    """Return an event in plain values with its place; of what was seen, the digest."""
    event = line.row.event
    said = {name: value for name, value in plain(event).items() if name != "seen"}
    seen = getattr(event, "seen", None)
    return {
        "record": f"{line.row.stream}@{line.row.version}",
        "recorded_at": line.row.recorded_at,
        **said,
        "seen": seen.digest if seen else None,
    }


APPROVAL_RECORD: Final = View(
    name="approval_record",
    title=Label("审批表", "record of a decision"),
    tables=(HISTORY,),
    parameters=(Parameter(name="application_id", required=True, each=(("approvals", "{}"),)),),
    columns=columns(
        application_id="text",
        customer_id="text",
        outcome="text",
        reviews="list",
        fast_track="map",
        expert_opinions="list",
        escalations="list",
        motions="list",
        votes="list",
        decision="map",
        seen="text",
        notices="list",
        contract_id="text",
        ended="map",
    ),
    answer=_answer,
)
