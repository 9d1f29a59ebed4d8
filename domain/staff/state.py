"""A member of staff as known, and what others may know of them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, assert_never

import attrs
from attrs import frozen

from domain.facts.staff import Held, Licence, Post, Staff
from domain.staff.commands import Connection, Grade
from domain.staff.events import (
    Appointed,
    ConnectedDeclared,
    ConnectionEnded,
    Left,
    LicenceGranted,
    LicenceRenewed,
    LicenceWithdrawn,
    Released,
    StaffEvent,
    StaffRegistered,
    TrainingRecorded,
)

_DAY: Final = timedelta(days=1)


@frozen(kw_only=True)
class Person:
    """What is known of a member of staff; since is None before they are registered."""

    since: date | None = None
    posts: tuple[Held, ...] = ()
    licences: tuple[Licence, ...] = ()
    trainings: Mapping[str, TrainingRecorded] = attrs.field(factory=dict)
    connected: Mapping[str, Connection] = attrs.field(factory=dict)
    withdrawn: frozenset[str] = frozenset()  # Grades whose licence was withdrawn, not granted anew.
    left_on: date | None = None

    def post(self, post: Post, unit_id: str, day: date) -> Held | None:
        """Return the post as it is held at a unit on a day or later; None where it is not."""
        found = (
            held
            for held in self.posts
            if (held.post, held.unit_id) == (post, unit_id)
            and (held.until is None or held.until >= max(day, held.since))
        )
        return next(found, None)

    def licence(self, grade: Grade) -> Licence | None:
        """Return the last licence of a grade; None where there was none, or it was withdrawn."""
        held = [one for one in self.licences if one.grade == grade]
        return held[-1] if held and grade not in self.withdrawn else None


def evolve(person: Person, event: StaffEvent) -> Person:
    """Return what is known after an event."""
    match event:
        case StaffRegistered():
            return attrs.evolve(person, since=event.since)
        case Appointed() | Released():
            return attrs.evolve(person, posts=_posts(person.posts, event))
        case LicenceGranted() | LicenceRenewed():
            licence = Licence(grade=event.grade, since=event.since, until=event.until)
            licences, withdrawn = (*person.licences, licence), person.withdrawn - {event.grade}
            return attrs.evolve(person, licences=licences, withdrawn=withdrawn)
        case LicenceWithdrawn():
            licences, withdrawn = _without(person.licences, event), person.withdrawn | {event.grade}
            return attrs.evolve(person, licences=licences, withdrawn=withdrawn)
        case TrainingRecorded():
            return attrs.evolve(person, trainings={**person.trainings, event.training_id: event})
        case ConnectedDeclared():
            connected = {**person.connected, event.customer_id: event.connection}
            return attrs.evolve(person, connected=connected)
        case ConnectionEnded():
            left = {c: how for c, how in person.connected.items() if c != event.customer_id}
            return attrs.evolve(person, connected=left)
        case Left():
            return attrs.evolve(person, left_on=event.left_on)
    assert_never(event)


def fact(staff_id: str, person: Person) -> Staff | None:
    """Return what others may know; None while they are not registered."""
    if person.since is None:
        return None
    return Staff(
        staff_id=staff_id,
        posts=person.posts,
        licences=person.licences,
        connected=tuple(person.connected),
        left_on=person.left_on,
    )


def _posts(posts: tuple[Held, ...], event: Appointed | Released) -> tuple[Held, ...]:
    if isinstance(event, Appointed):
        held = Held(
            post=event.post,
            unit_id=event.unit_id,
            line=event.line,
            since=event.since,
            until=event.until,
        )
        return (*posts, held)
    return tuple(
        attrs.evolve(held, until=event.until)
        if (held.post, held.unit_id) == (event.post, event.unit_id)
        and (held.until is None or held.until > event.until)
        else held
        for held in posts
    )


def _without(licences: tuple[Licence, ...], event: LicenceWithdrawn) -> tuple[Licence, ...]:
    """Return the licences of the grade cut before a day; what held before it stays."""
    return tuple(
        attrs.evolve(one, until=event.since - _DAY)
        if one.grade == event.grade and one.until >= event.since
        else one
        for one in licences
    )
