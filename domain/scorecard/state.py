"""A scorecard by its versions."""

from typing import assert_never

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.facts.scorecard import Card, Scorecard
from domain.scorecard.events import (
    ScorecardDefined,
    ScorecardEvent,
    ScorecardRevised,
    ScorecardWithdrawn,
)


@frozen
class Versions:
    """A scorecard as it was defined, None before, and its versions by day; None from its end."""

    defined: ScorecardDefined | None = None
    by_day: Dated[Card | None] = attrs.field(factory=Dated)
    last: int = 0


def evolve(versions: Versions, event: ScorecardEvent) -> Versions:
    """Return the versions after an event; a withdrawal ends whatever was to follow."""
    match event:
        case ScorecardDefined():
            card = card_of(event, 1)
            by_day = Dated[Card | None]().with_value(event.since, card, event.source)
            return Versions(event, by_day, 1)
        case ScorecardRevised():
            card = card_of(event, event.version)
            by_day = versions.by_day.with_value(event.since, card, event.source)
            return Versions(versions.defined, by_day, event.version)
        case ScorecardWithdrawn():
            before = tuple(entry for entry in versions.by_day.values if entry.day < event.since)
            by_day = Dated(before).with_value(event.since, None, event.source)
            return Versions(versions.defined, by_day, versions.last)
    assert_never(event)


def card_of(event: ScorecardDefined | ScorecardRevised, version: int) -> Card:
    """Return the version that an event brought."""
    return Card(version=version, characteristics=event.characteristics, grades=event.grades)


def fact(scorecard_id: str, versions: Versions) -> Scorecard | None:
    """Return the versions that others may rate with."""
    if versions.defined is None:
        return None
    return Scorecard(
        scorecard_id=scorecard_id,
        customer_kinds=versions.defined.customer_kinds,
        versions=versions.by_day,
    )
