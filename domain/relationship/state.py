"""A relationship as far as it is known."""

from collections.abc import Mapping
from datetime import date
from typing import Generic, Protocol, TypeVar

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.facts.relationship import Relationship
from domain.facts.seal import SealKind, Specimens
from domain.ids import Digest
from domain.relationship.events import (
    AccountLinked,
    KeyPersonNamed,
    NoteRecorded,
    SealCompared,
    StandingRecorded,
)
from domain.relationship.service.events import (
    PreferencesSet,
    PriorityGranted,
    StageSet,
    SurveyFollowedUp,
    SurveyRecorded,
    TierSet,
)
from domain.relationship.values import StandingKind


class Begun(Protocol):
    """What holds from a day on."""

    @property
    def since(self) -> date:
        """The first day."""


Began = TypeVar("Began", bound=Begun)


@frozen
class Spell(Generic[Began]):
    """What began, and the day it ended; None while it lasts."""

    began: Began
    until: date | None = None


@frozen(kw_only=True)
class Known:
    """How the institution and a customer stand to each other, by number or by day."""

    people: Mapping[str, Spell[KeyPersonNamed]] = attrs.field(factory=dict)
    notes: Mapping[str, NoteRecorded] = attrs.field(factory=dict)
    accounts: Mapping[str, Spell[AccountLinked]] = attrs.field(factory=dict)
    specimens: Mapping[SealKind, Dated[Digest | None]] = attrs.field(factory=dict)
    compared: Mapping[tuple[SealKind, str], SealCompared] = attrs.field(factory=dict)
    credit: Mapping[str, Spell[StandingRecorded]] = attrs.field(factory=dict)
    preferences: Dated[PreferencesSet] = attrs.field(factory=Dated)
    tier: Dated[TierSet] = attrs.field(factory=Dated)
    stage: Dated[StageSet] = attrs.field(factory=Dated)
    priority: PriorityGranted | None = None
    surveys: Mapping[str, SurveyRecorded] = attrs.field(factory=dict)
    followed_up: Mapping[str, SurveyFollowedUp] = attrs.field(factory=dict)

    @property
    def cards(self) -> Specimens:
        """The specimens kept."""
        return Specimens(self.specimens)


def fact(customer_id: str, known: Known) -> Relationship | None:
    """Return what others may know of a relationship."""
    ours = [one.began for one in known.accounts.values() if one.until is None and one.began.ours]
    standing = [one.began for one in known.credit.values() if one.until is None]
    return Relationship(
        customer_id=customer_id,
        specimens=known.cards,
        settles_here=bool(ours),
        accepts_supervision=any(one.accepts_supervision for one in ours),
        tier=known.tier.values[-1].value.tier if known.tier.values else None,
        priority_until=known.priority.until if known.priority else None,
        blacklisted=any(one.kind is StandingKind.BLACKLISTED for one in standing),
    )
