"""Reviews, fast tracks, motions, votes, taking up and revoking, asked again."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs

from domain.approval.commands import (
    Escalate,
    GrantFastTrack,
    OnFile,
    PutMotion,
    Review,
    Revoke,
    Vote,
)
from domain.approval.events import (
    ApplicationReviewed,
    ApprovalEnded,
    Escalated,
    FastTrackGranted,
    MotionPut,
    VoteCast,
)
from projections.history import Recorded
from projections.judgements import Ask, Asked, asked_again
from projections.view import Line


def _asked(
    line: Line[Recorded], kind: type[OnFile], by: tuple[str, date], said: tuple[str, ...]
) -> Asked:
    """Return a command by somebody on a day, which said what its event says by the same names."""
    actor, today = by
    return asked_again(
        line,
        kind,
        ("seen",),
        application_id=line.row.stream.partition("-")[2],
        actor=actor,
        today=today,
        **{name: getattr(line.row.event, name) for name in said},
    )


def reviewed(line: Line[Recorded]) -> Asked:
    """Return the review."""
    event: Any = line.row.event
    said = ("verdict", "problems", "comment", "signed")
    return _asked(line, Review, (event.reviewed_by, event.reviewed_on), said)


def tracked(line: Line[Recorded]) -> Asked:
    """Return the granting of a fast track."""
    event: Any = line.row.event
    asked = _asked(line, GrantFastTrack, (event.granted_by, line.on), ("reason",))
    return attrs.evolve(asked, kept=("review_due_on", "calendar"))


def moved(line: Line[Recorded]) -> Asked:
    """Return the motion."""
    event: Any = line.row.event
    said = ("committee_id", "mandate_id", "terms", "conditions", "facility_id", "reason")
    return _asked(line, PutMotion, (event.put_by, line.on), (*said, "comparison"))


def voted(line: Line[Recorded]) -> Asked:
    """Return the vote."""
    event: Any = line.row.event
    said = ("committee_id", "choice", "comment")
    return _asked(line, Vote, (event.member, event.voted_on), said)


def escalated(line: Line[Recorded]) -> Asked:
    """Return the taking up of a file."""
    event: Any = line.row.event
    return _asked(line, Escalate, (event.escalated_by, line.on), ("mandate_id", "reason"))


def ended(line: Line[Recorded]) -> Asked:
    """Return the revocation."""
    event: Any = line.row.event
    return _asked(line, Revoke, (event.ended_by, line.on), ("mandate_id", "reason"))


ASKED: Final[Mapping[type, Ask]] = {
    ApplicationReviewed: reviewed,
    FastTrackGranted: tracked,
    MotionPut: moved,
    VoteCast: voted,
    Escalated: escalated,
    ApprovalEnded: ended,
}
