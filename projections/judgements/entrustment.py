"""Acceptances of another's money to serve, asked again."""

from collections.abc import Mapping
from typing import Any, Final

from domain.entrustment.commands import AcceptEntrustment
from domain.entrustment.events import EntrustmentAccepted
from projections.history import Recorded
from projections.judgements import Ask, Asked, asked_again
from projections.view import Line

_SAID: Final = ("found", "terms", "service_fee", "mandate_id")


def accepted(line: Line[Recorded]) -> Asked:
    """Return the acceptance."""
    event: Any = line.row.event
    return asked_again(
        line,
        AcceptEntrustment,
        ("seen",),
        application_id=line.row.stream.partition("-")[2],
        actor=event.accepted_by,
        today=event.accepted_on,
        **{name: getattr(event, name) for name in _SAID},
    )


ASKED: Final[Mapping[type, Ask]] = {EntrustmentAccepted: accepted}
