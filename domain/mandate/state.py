"""A mandate as known, and what others may know of it."""

from datetime import date, timedelta
from typing import Final, assert_never

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.facts.mandate import Mandate
from domain.mandate.events import (
    DatesCorrected,
    DelegationTied,
    MandateDelegated,
    MandateEvent,
    MandateGranted,
    MandateRestored,
    MandateRevoked,
    MandateSuspended,
)

_DAY: Final = timedelta(days=1)
_OPEN: Final = date(1900, 1, 1)

Beginning = MandateGranted | MandateDelegated
Ruling = MandateSuspended | MandateRestored | MandateRevoked


@frozen(kw_only=True)
class Standing:
    """What is known of a mandate; begun is None before it is granted or delegated."""

    begun: Beginning | None = None
    since: date = _OPEN
    until: date = _OPEN
    stands: Dated[bool] = attrs.field(factory=Dated)  # False while suspended or revoked.
    suspended: bool = False
    parent_fell: bool = False  # What it was delegated from is suspended or revoked.
    revoked: bool = False
    last: Ruling | DatesCorrected | None = None  # The last that was decided about itself.
    delegated: tuple[str, ...] = ()  # The mandates that were delegated from it.

    @property
    def holds_good(self) -> bool:
        """Whether it is neither suspended nor revoked, as known now."""
        return not (self.suspended or self.parent_fell or self.revoked)

    @property
    def in_force(self) -> Dated[bool]:
        """Whether it is in force from day to day: within its dates, while it stands."""
        if self.until < self.since:  # The mandate above was cut to before it began.
            return Dated[bool]().with_value(self.since, False)
        turns = [entry.day for entry in self.stands.values if self.since < entry.day <= self.until]
        force = Dated[bool]()
        for day in (self.since, *turns):
            force = force.with_value(day, self.stands.on(day) is not False)
        return force.with_value(self.until + _DAY, False)


def evolve(known: Standing, event: MandateEvent) -> Standing:
    """Return what is known after an event."""
    match event:
        case MandateGranted() | MandateDelegated():
            return attrs.evolve(known, begun=event, since=event.since, until=event.until)
        case DatesCorrected():
            last = known.last if event.with_parent else event
            return attrs.evolve(known, since=event.since, until=event.until, last=last)
        case DelegationTied():
            return attrs.evolve(known, delegated=(*known.delegated, event.delegated_id))
        case MandateSuspended() | MandateRestored() | MandateRevoked():
            return _ruled(known, event)
    assert_never(event)


def fact(mandate_id: str, known: Standing) -> Mandate | None:
    """Return what others may know; None while there is no such mandate."""
    begun = known.begun
    if begun is None:
        return None
    if isinstance(begun, MandateGranted):
        post, unit_id, staff_id, parent_id = begun.post, begun.unit_id, None, None
    else:
        post, unit_id, staff_id, parent_id = None, None, begun.staff_id, begun.parent_id
    return Mandate(
        mandate_id=mandate_id,
        post=post,
        unit_id=unit_id,
        staff_id=staff_id,
        parent_id=parent_id,
        scope=begun.scope,
        in_force=known.in_force,
        since=known.since,
        until=known.until,
        delegable=begun.delegable,
    )


def _ruled(known: Standing, event: Ruling) -> Standing:
    """Return what is known once something is held back, or no longer."""
    if isinstance(event, MandateRevoked):
        ruled = attrs.evolve(known, revoked=True, last=event)
    elif event.with_parent:
        ruled = attrs.evolve(known, parent_fell=isinstance(event, MandateSuspended))
    else:
        suspended = isinstance(event, MandateSuspended)
        ruled = attrs.evolve(known, suspended=suspended, last=event)
    if ruled.holds_good == known.holds_good:
        return ruled
    turned = known.stands.turned(event.since, ruled.holds_good, event.reason)
    return attrs.evolve(ruled, stands=turned)
