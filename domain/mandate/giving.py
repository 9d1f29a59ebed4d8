"""What follows from granting a mandate, and from delegating it."""

from collections.abc import Sequence
from datetime import date

from domain.facts.duty import require_post
from domain.facts.mandate import Mandate
from domain.facts.staff import LEADERS, Staff
from domain.facts.unit import UnitKind
from domain.mandate.commands import DelegateMandate, GrantMandate
from domain.mandate.events import MandateDelegated, MandateEvent, MandateGranted
from domain.mandate.rules import (
    DELEGATED_BY_ITS_HOLDER,
    DELEGATED_TO_STAFF,
    HELD_AT_AN_OPEN_UNIT,
    MANDATE_IS_NOT_DATED_BACK,
    NOT_FOR_ONESELF,
    ONE_MANDATE_A_NUMBER,
    WITHIN_ITS_PARENT,
)
from domain.mandate.state import Standing


def holds(staff: Staff, mandate: Mandate, day: date) -> bool:
    """Say whether a mandate is a person's own, by a post of theirs or by name."""
    if mandate.staff_id is not None:
        return mandate.staff_id == staff.staff_id
    return any(
        held.on(day) and (held.post, held.unit_id) == (mandate.post, mandate.unit_id)
        for held in staff.posts
    )


def grant_mandate(command: GrantMandate, known: Standing) -> Sequence[MandateEvent]:
    """Grant a mandate; () where the same was granted."""
    granted = MandateGranted(
        post=command.post,
        unit_id=command.unit_id,
        scope=command.scope,
        since=command.since,
        until=command.until,
        delegable=command.delegable,
        authority=command.authority,
        document=command.document,
    )
    if known.begun == granted:
        return ()
    staff = require_post(command.staff, command.today, LEADERS)
    _require_new(command, known)
    unit = command.unit
    HELD_AT_AN_OPEN_UNIT.require(
        unit is not None
        and unit.open_on(command.since)
        and (command.post is not None) == (unit.kind is not UnitKind.COMMITTEE),
        unit_id=command.unit_id,
        post=command.post,
    )
    mine = any(
        held.on(command.today) and (held.post, held.unit_id) == (command.post, command.unit_id)
        for held in staff.posts
    )
    NOT_FOR_ONESELF.require(not mine, actor=command.actor)
    return (granted,)


def delegate_mandate(command: DelegateMandate, known: Standing) -> Sequence[MandateEvent]:
    """Delegate a mandate; () where the same was delegated."""
    delegated = MandateDelegated(
        parent_id=command.parent_id,
        staff_id=command.staff_id,
        scope=command.scope,
        since=command.since,
        until=command.until,
        delegable=command.delegable,
        delegated_by=command.actor,
        document=command.document,
    )
    if known.begun == delegated:
        return ()
    _require_new(command, known)
    parent, staff = command.parent_mandate, command.staff
    DELEGATED_BY_ITS_HOLDER.require(
        parent is not None
        and parent.delegable
        and parent.on(command.today)
        and staff is not None
        and staff.left_on is None
        and holds(staff, parent, command.today),
        parent_id=command.parent_id,
        actor=command.actor,
    )
    assert parent is not None
    _require_delegate(command)
    WITHIN_ITS_PARENT.require(
        command.scope.within(parent.scope) and parent.spans(command.since, command.until),
        parent_id=command.parent_id,
    )
    return (delegated,)


def _require_new(command: GrantMandate | DelegateMandate, known: Standing) -> None:
    ONE_MANDATE_A_NUMBER.require(known.begun is None, mandate_id=command.mandate_id)
    MANDATE_IS_NOT_DATED_BACK.require(
        command.today <= command.since <= command.until, since=command.since, until=command.until
    )


def _require_delegate(command: DelegateMandate) -> None:
    NOT_FOR_ONESELF.require(command.actor != command.staff_id, actor=command.actor)
    delegate = command.delegate
    DELEGATED_TO_STAFF.require(
        delegate is not None and delegate.left_on is None, staff_id=command.staff_id
    )
