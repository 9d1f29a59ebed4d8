"""How each event changes what is known of a relationship."""

from collections.abc import Mapping
from typing import Any

import attrs

from domain.dated import Dated
from domain.facts.seal import SealKind
from domain.ids import Digest
from domain.relationship.events import (
    AccountLinked,
    AccountUnlinked,
    KeyPersonEnded,
    KeyPersonNamed,
    NoteRecorded,
    RelationshipEvent,
    SealCompared,
    SpecimenCancelled,
    SpecimenKept,
    StandingEnded,
    StandingRecorded,
)
from domain.relationship.service.events import (
    PreferencesSet,
    PriorityEnded,
    PriorityGranted,
    ServiceEvent,
    StageSet,
    SurveyFollowedUp,
    SurveyRecorded,
    TierSet,
)
from domain.relationship.state import Known, Spell


def evolve(known: Known, event: RelationshipEvent) -> Known:
    """Return the relationship after an event."""
    match event:
        case KeyPersonNamed():
            return attrs.evolve(known, people=_begun(known.people, event.person_id, event))
        case KeyPersonEnded():
            return attrs.evolve(known, people=_ended(known.people, event.person_id, event))
        case NoteRecorded():
            return attrs.evolve(known, notes={**known.notes, event.note_id: event})
        case AccountLinked():
            return attrs.evolve(known, accounts=_begun(known.accounts, event.account_id, event))
        case AccountUnlinked():
            return attrs.evolve(known, accounts=_ended(known.accounts, event.account_id, event))
        case SpecimenKept():
            return attrs.evolve(known, specimens=_with_specimen(known, event, event.digest))
        case SpecimenCancelled():
            return attrs.evolve(known, specimens=_with_specimen(known, event, None))
        case SealCompared():
            compared = {**known.compared, (event.seal, event.document_id): event}
            return attrs.evolve(known, compared=compared)
        case StandingRecorded():
            return attrs.evolve(known, credit=_begun(known.credit, event.standing_id, event))
        case StandingEnded():
            return attrs.evolve(known, credit=_ended(known.credit, event.standing_id, event))
        case _:
            return _evolve_service(known, event)


def _evolve_service(known: Known, event: ServiceEvent) -> Known:
    match event:
        case PreferencesSet():
            preferences = known.preferences.with_value(event.since, event)
            return attrs.evolve(known, preferences=preferences)
        case TierSet():
            return attrs.evolve(known, tier=known.tier.with_value(event.since, event))
        case StageSet():
            return attrs.evolve(known, stage=known.stage.with_value(event.since, event))
        case PriorityGranted():
            return attrs.evolve(known, priority=event)
        case PriorityEnded():
            return attrs.evolve(known, priority=None)
        case SurveyRecorded():
            return attrs.evolve(known, surveys={**known.surveys, event.survey_id: event})
        case SurveyFollowedUp():
            followed_up = {**known.followed_up, event.survey_id: event}
            return attrs.evolve(known, followed_up=followed_up)


def _begun(spells: Mapping[str, Any], number: str, event: Any) -> Mapping[str, Any]:
    return {**spells, number: Spell(event)}


def _ended(spells: Mapping[str, Any], number: str, event: Any) -> Mapping[str, Any]:
    return {**spells, number: Spell(spells[number].began, event.until)}


def _with_specimen(
    known: Known, event: SpecimenKept | SpecimenCancelled, digest: Digest | None
) -> Mapping[SealKind, Dated[Digest | None]]:
    before = known.specimens.get(event.seal, Dated[Digest | None]())
    return {**known.specimens, event.seal: before.with_value(event.since, digest)}
