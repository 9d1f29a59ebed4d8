"""Decisions: under which limits a limit hangs, and who hangs together with its customer."""

from collections.abc import Mapping
from typing import Final

from domain.facility.commands import Grant, GrantMaximum
from domain.facility.events import FacilityGranted
from domain.facility.rules import (
    BORROWER_IS_A_MEMBER,
    FOUND_GROUP_IS_COVERED,
    INSIDERS_SHARE_A_LIMIT,
    PARENT_FITS,
    RELATIONS_ARE_KNOWN,
    SAME_CURRENCY,
)
from domain.facts.facility import RELATED_PARTIES, Facility, FacilityKind
from domain.facts.related import Related
from domain.rules import Rule

_PARENTS: Final[Mapping[FacilityKind, tuple[FacilityKind, ...]]] = {
    FacilityKind.MAXIMUM: (FacilityKind.GROUP, FacilityKind.RELATED_PARTIES),
    FacilityKind.GROUP: (FacilityKind.RELATED_PARTIES,),
    FacilityKind.GENERAL: (FacilityKind.MAXIMUM, FacilityKind.GENERAL),
    FacilityKind.SPECIAL: (FacilityKind.MAXIMUM, FacilityKind.SPECIAL),
    FacilityKind.RELATED_PARTIES: (),
}


def require_parent(command: Grant, asked: FacilityGranted) -> None:
    """Raise Refused where a limit may not hang where it should hang."""
    if asked.parent_id is None:
        return
    parent: Facility | None = getattr(command, "limit_above", None)
    PARENT_FITS.require(
        parent is not None and parent.kind in _PARENTS[asked.kind], parent_id=asked.parent_id
    )
    assert parent is not None
    SAME_CURRENCY.require(
        parent.limit.currency == asked.limit.currency,
        currency=asked.limit.currency,
        expected=parent.limit.currency,
    )


def relations_of(command: GrantMaximum) -> Related:
    """Return who hangs together, all of them under the limit of one group, or waived."""
    related, customer_id = command.related, command.facility_id
    RELATIONS_ARE_KNOWN.require(related is not None, customer_id=customer_id)
    assert related is not None
    members = command.group.members_on(command.today) if command.group else ()
    BORROWER_IS_A_MEMBER.require(
        command.group is None or customer_id in members,
        customer_id=customer_id,
        group_id=command.group.group_id if command.group else None,
    )
    if not waived(command, FOUND_GROUP_IS_COVERED):
        outside = sorted(set(related.group) - set(members))
        FOUND_GROUP_IS_COVERED.require(
            not outside, outside=", ".join(outside), known_by=related.known_by
        )
    return related


def require_shared(
    related: bool, asked: FacilityGranted, parent: Facility | None, grouped: bool
) -> None:
    """Raise Refused where a related party takes nothing from the limit of all of them.

    A member's group is under that limit itself, or has no related party in it.
    """
    through = parent.parent_id if grouped and parent else asked.parent_id
    INSIDERS_SHARE_A_LIMIT.require(not related or through == RELATED_PARTIES, parent_id=through)


def waived(command: GrantMaximum, rule: Rule) -> bool:
    """Say whether authority waived a rule for this limit."""
    return any(waiver.rule == rule.code for waiver in command.waivers)
