"""Grants of limits, asked again."""

from collections.abc import Mapping
from typing import Any, Final

from domain.facility.commands import (
    Grant,
    GrantGroupLimit,
    GrantMaximum,
    GrantRelatedPartiesLimit,
    GrantSubLimit,
)
from domain.facility.events import FacilityGranted
from domain.facts.facility import FacilityKind
from projections.history import Recorded
from projections.judgements import Ask, Asked, asked_again
from projections.view import Line

_EACH: Final = ("since", "until", "mandate_id", "limit", "minutes")
_SAID: Final[Mapping[type[Grant], tuple[str, ...]]] = {
    GrantMaximum: (*_EACH, "parent_id", "revolving", "cash_cover", "waivers"),
    GrantSubLimit: (*_EACH, "parent_id", "special_use", "products", "revolving"),
    GrantGroupLimit: (*_EACH, "parent_id", "cash_cover"),
    GrantRelatedPartiesLimit: _EACH,
}
_KIND: Final[Mapping[FacilityKind, type[Grant]]] = {
    FacilityKind.MAXIMUM: GrantMaximum,
    FacilityKind.GENERAL: GrantSubLimit,
    FacilityKind.SPECIAL: GrantSubLimit,
    FacilityKind.GROUP: GrantGroupLimit,
    FacilityKind.RELATED_PARTIES: GrantRelatedPartiesLimit,
}


def granted(line: Line[Recorded]) -> Asked:
    """Return the grant; records of old do not say the day, and were mostly granted from it on."""
    event: Any = line.row.event
    kind = _KIND[event.kind]
    asked = asked_again(
        line,
        kind,
        ("seen",),
        facility_id=line.row.stream.partition("-")[2],
        actor=event.decided_by,
        today=event.decided_on or event.since,
        **{name: getattr(event, name) for name in _SAID[kind]},
    )
    if kind is GrantRelatedPartiesLimit:  # It asks for nobody's relations.
        return asked
    related = event.related_members if kind is GrantGroupLimit else event.related
    return Asked(asked.command, {**asked.held, "related": related})


ASKED: Final[Mapping[type, Ask]] = {FacilityGranted: granted}
