"""Who answers for a file, and what others may know of it."""

from typing import assert_never

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.facts.responsibility import Responsibility
from domain.responsibility.events import (
    ResponsibilityAssigned,
    ResponsibilityEvent,
    ResponsibilityMoved,
)


@frozen(kw_only=True)
class Answering:
    """Who answers for a file, by day, each with the handover by which it came to them."""

    customer_id: str = ""  # "" before anybody was assigned.
    holder: Dated[str] = attrs.field(factory=Dated)
    last: ResponsibilityEvent | None = None


def evolve(answering: Answering, event: ResponsibilityEvent) -> Answering:
    """Return who answers after an event."""
    match event:
        case ResponsibilityAssigned():
            holder = answering.holder.turned(event.since, event.staff_id, event.reason)
            return Answering(customer_id=event.customer_id, holder=holder, last=event)
        case ResponsibilityMoved():
            holder = answering.holder.turned(event.since, event.staff_id, event.handover_id)
            return attrs.evolve(answering, holder=holder, last=event)
    assert_never(event)


def fact(file_id: str, answering: Answering) -> Responsibility | None:
    """Return what others may know; None while nobody was assigned."""
    if answering.last is None:
        return None
    return Responsibility(file_id=file_id, holder=answering.holder)
