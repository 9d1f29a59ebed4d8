"""Who answers for which decision (审批责任): the part each person took, and on what they saw.

The digest names the file as it was seen; the record names it in `credit_file`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.approval.events import (
    ApplicationReviewed,
    CreditApproved,
    CreditDeclined,
    Escalated,
    ExpertOpinionAttached,
    FastTrackGranted,
    MotionPut,
    VoteCast,
)
from domain.labels import Label
from domain.recorded import Fact
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


@frozen(kw_only=True)
class Part:
    """What one person did on a file."""

    staff_id: str
    application_id: str
    part: str
    said: str  # The verdict, the vote or the outcome.
    reason: str | None
    mandate_id: str | None
    record: str  # "approval-A1@5".
    seen: str | None  # The digest of the file as it was seen; None where nothing was decided.


Parts = Iterator[tuple[date, Part]]


def _part(fact: Fact, staff_id: str, part: str, said: str) -> Part:
    event, seen = fact.event, getattr(fact.event, "seen", None)
    reasons = getattr(event, "reasons", ())
    return Part(
        staff_id=staff_id,
        application_id=fact.id,
        part=part,
        said=said,
        reason="; ".join(reasons) or getattr(event, "reason", None),
        mandate_id=getattr(event, "mandate_id", None),
        record=f"{fact.stream}@{fact.version}",
        seen=seen.digest if seen else None,
    )


def reviewed(fact: Fact, event: ApplicationReviewed) -> Parts:
    """Yield the reviewer."""
    yield fact.on, _part(fact, event.reviewed_by, "reviewed", event.verdict.value)


def tracked(fact: Fact, event: FastTrackGranted) -> Parts:
    """Yield who let the file be decided before its review."""
    yield fact.on, _part(fact, event.granted_by, "granted", "fast_track")


def escalated(fact: Fact, event: Escalated) -> Parts:
    """Yield who took the file up."""
    yield fact.on, _part(fact, event.escalated_by, "escalated", event.mandate_id)


def moved(fact: Fact, event: MotionPut) -> Parts:
    """Yield who put the motion."""
    yield fact.on, _part(fact, event.put_by, "put", event.committee_id)


def heard(fact: Fact, event: ExpertOpinionAttached) -> Parts:
    """Yield who put an expert's opinion on file."""
    yield fact.on, _part(fact, event.attached_by, "heard", event.advice.value)


def voted(fact: Fact, event: VoteCast) -> Parts:
    """Yield the member."""
    yield fact.on, _part(fact, event.member, "voted", event.choice.value)


def decided(fact: Fact, event: CreditApproved | CreditDeclined) -> Parts:
    """Yield each of those who decided."""
    said = "approved" if isinstance(event, CreditApproved) else "declined"
    for staff_id in event.decided_by:
        yield fact.on, _part(fact, staff_id, "decided", said)


PARTS: Final = Lines(
    name="approver_part",
    row=Part,
    of={
        ApplicationReviewed: reviewed,
        FastTrackGranted: tracked,
        Escalated: escalated,
        MotionPut: moved,
        ExpertOpinionAttached: heard,
        VoteCast: voted,
        CreditApproved: decided,
        CreditDeclined: decided,
    },
    by=("application_id", "staff_id"),
)


def _answer(reader: Reader, question: Question) -> Answer:
    found = reader.lines(
        PARTS,
        question.where("application_id", "staff_id"),
        after=place_of(question.after),
        limit=question.limit + 1,
    )
    kept, cursor = page_of_lines(found, question.limit)
    return Answer(rows=[_row(line) for line in kept], next=cursor)


def _row(line: Line[Part]) -> Mapping[str, Any]:
    part = line.row
    return {
        "staff_id": part.staff_id,
        "application_id": part.application_id,
        "on": line.on.isoformat(),
        "part": part.part,
        "said": part.said,
        "reason": part.reason,
        "mandate_id": part.mandate_id,
        "record": part.record,
        "seen": part.seen,
    }


APPROVER_RESPONSIBILITY: Final = View(
    name="approver_responsibility",
    title=Label("审批责任", "who answers for which decision"),
    tables=(PARTS,),
    parameters=(Parameter(name="staff_id"), Parameter(name="application_id")),
    columns=columns(
        staff_id="text",
        application_id="text",
        on="date",
        part="text",
        said="text",
        reason="text",
        mandate_id="text",
        record="text",
        seen="text",
    ),
    answer=_answer,
)
