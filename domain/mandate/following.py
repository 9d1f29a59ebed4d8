"""How a mandate follows the one that it was delegated from, in the same transaction."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import reduce
from typing import Any, Final

from domain.mandate.commands import MandateCommand
from domain.mandate.events import (
    DatesCorrected,
    MandateDelegated,
    MandateEvent,
    MandateRestored,
    MandateSuspended,
)
from domain.mandate.state import Standing, evolve
from domain.ties import FollowParent, TieDelegation

_DAY: Final = timedelta(days=1)
_PARENT: Final = "mandate that it was delegated from"


def follow_parent(command: FollowParent, known: Standing) -> Sequence[MandateEvent]:
    """Fall and stand with the parent, and keep within its dates; () where that is so."""
    return (*_dates(command, known), *_standing(command, known))


def guards(
    command: MandateCommand, known: Standing, events: Sequence[Any]
) -> Sequence[TieDelegation | FollowParent]:
    """Return what the parent must know of a delegation, and what each delegate must follow."""
    if isinstance(command, TieDelegation):
        return ()
    ties = [
        TieDelegation(mandate_id=event.parent_id, delegated_id=command.mandate_id)
        for event in events
        if isinstance(event, MandateDelegated)
    ]
    after = reduce(evolve, events, known)
    follow = [
        FollowParent(
            mandate_id=delegated_id,
            stands=after.holds_good,
            since=after.since,
            until=after.until,
            today=command.today,
            reason=event.reason,
        )
        for event in events[-1:]
        for delegated_id in known.delegated
    ]
    return [*ties, *follow]


def _dates(command: FollowParent, known: Standing) -> Iterator[MandateEvent]:
    since, until = max(known.since, command.since), min(known.until, command.until)
    if (since, until) != (known.since, known.until):
        yield DatesCorrected(
            since=since,
            until=until,
            was_since=known.since,
            was_until=known.until,
            reason=command.reason,
            authority=_PARENT,
            document=None,
            with_parent=True,
        )


def _standing(command: FollowParent, known: Standing) -> Iterator[MandateEvent]:
    if command.stands is not known.parent_fell:
        return  # It fell, or stands, with the parent already.
    kind = MandateRestored if command.stands else MandateSuspended
    yield kind(
        since=command.today + _DAY if command.stands else command.today,
        reason=command.reason,
        authority=_PARENT,
        document=None,
        with_parent=True,
    )
