"""Approvals and refusals of credit, asked again."""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from domain.approval.commands import Approve, Decline, OnFile, Resolve
from domain.approval.events import CreditApproved, CreditDeclined
from domain.fields import look_ups
from projections.history import Recorded
from projections.judgements import Ask, Asked
from projections.view import Line


def _asked(line: Line[Recorded], kind: type[OnFile], actor: str, **more: Any) -> Asked:
    event: Any = line.row.event
    said: dict[str, Any] = {
        "application_id": line.row.stream.partition("-")[2],
        "mandate_id": event.mandate_id,
        "actor": actor,
        "today": event.decided_on,
        **dict.fromkeys(look_ups(kind)),
        **more,
    }
    return Asked(kind(**said), {"seen": event.seen, "related": event.related})


def approved(line: Line[Recorded]) -> Asked:
    """Return the approval by one person, or the counting of votes that came to it."""
    event: Any = line.row.event
    assert isinstance(event, CreditApproved)
    if event.ballot is not None:
        return _resolved(line)
    names = ("terms", "conditions", "facility_id", "reason", "comparison")
    said = attrs.asdict(event, recurse=False, filter=lambda each, _: each.name in names)
    return _asked(line, Approve, event.decided_by[0], **said)


def declined(line: Line[Recorded]) -> Asked:
    """Return the refusal by one person, or the counting of votes that came to it."""
    event: Any = line.row.event
    assert isinstance(event, CreditDeclined)
    if event.ballot is not None:
        return _resolved(line, reasons=event.reasons)
    return _asked(line, Decline, event.decided_by[0], reasons=event.reasons)


def _resolved(line: Line[Recorded], **more: Any) -> Asked:
    """Return the counting of votes, by who sent it: the record names the actor."""
    event: Any = line.row.event
    ballot = event.ballot
    return _asked(
        line,
        Resolve,
        line.row.actor,
        committee_id=ballot.committee_id,
        minutes=ballot.minutes,
        **more,
    )


ASKED: Final[Mapping[type, Ask]] = {CreditApproved: approved, CreditDeclined: declined}
