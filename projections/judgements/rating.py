"""Ratings and overrides, asked again."""

from collections.abc import Mapping
from typing import Any, Final

from domain.fields import look_ups
from domain.rating.commands import OverrideGrade, RateCustomer
from domain.rating.events import CustomerRated, GradeOverridden
from projections.history import Recorded
from projections.judgements import Ask, Asked
from projections.view import Line


def rated(line: Line[Recorded]) -> Asked:
    """Return the rating, with what was judged; figures are looked up again."""
    event: Any = line.row.event
    command = RateCustomer(
        customer_id=line.row.stream.partition("-")[2],
        scorecard_id=event.scorecard_id,
        judged=event.inputs.judged,
        actor=event.rated_by,
        today=event.rated_on,
        **dict.fromkeys(look_ups(RateCustomer)),
    )
    return Asked(command, {"seen": event.seen})


def overridden(line: Line[Recorded]) -> Asked:
    """Return the override, on the day of its record."""
    event: Any = line.row.event
    command = OverrideGrade(
        customer_id=line.row.stream.partition("-")[2],
        grade=event.grade,
        reason=event.reason,
        digest=event.digest,
        actor=event.decided_by,
        today=line.on,
        **dict.fromkeys(look_ups(OverrideGrade)),
    )
    return Asked(command, {"seen": event.seen})


ASKED: Final[Mapping[type, Ask]] = {CustomerRated: rated, GradeOverridden: overridden}
