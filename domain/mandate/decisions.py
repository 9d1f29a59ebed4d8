"""What follows from what is asked of a mandate."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, assert_never

from domain.facts.staff import LEADERS
from domain.mandate.commands import (
    CorrectMandate,
    DelegateMandate,
    GrantMandate,
    MandateCommand,
    RestoreMandate,
    RevokeMandate,
    Ruling,
    SuspendMandate,
)
from domain.mandate.events import (
    DatesCorrected,
    DelegationTied,
    MandateDelegated,
    MandateEvent,
    MandateRestored,
    MandateRevoked,
    MandateSuspended,
)
from domain.mandate.following import follow_parent
from domain.mandate.giving import delegate_mandate, grant_mandate, holds
from domain.mandate.rules import (
    DATES_ARE_IN_ORDER,
    MANDATE_IS_KNOWN,
    NOT_FOR_ONESELF,
    RULED_BY_THE_GIVER,
    SUSPENDED_BEFORE_RESTORED,
    WITHIN_ITS_PARENT,
)
from domain.mandate.state import Standing, fact
from domain.ties import FollowParent, TieDelegation

_DAY: Final = timedelta(days=1)


def decide(command: MandateCommand, known: Standing) -> Sequence[MandateEvent]:
    """Return what follows from a command."""
    match command:
        case GrantMandate():
            return grant_mandate(command, known)
        case DelegateMandate():
            return delegate_mandate(command, known)
        case SuspendMandate():
            return suspend_mandate(command, known)
        case RestoreMandate():
            return restore_mandate(command, known)
        case RevokeMandate():
            return revoke_mandate(command, known)
        case CorrectMandate():
            return correct_mandate(command, known)
        case TieDelegation():
            tied = command.delegated_id in known.delegated
            return () if tied else (DelegationTied(delegated_id=command.delegated_id),)
        case FollowParent():
            return follow_parent(command, known)
    assert_never(command)


def suspend_mandate(command: SuspendMandate, known: Standing) -> Sequence[MandateEvent]:
    """Suspend from today on; () where the same was decided today."""
    suspended = MandateSuspended(
        since=command.today,
        reason=command.reason,
        authority=command.authority,
        document=command.document,
        with_parent=False,
    )
    if known.last == suspended:
        return ()
    _require_ruler(command, known)
    SUSPENDED_BEFORE_RESTORED.require(not known.suspended, mandate_id=command.mandate_id)
    return (suspended,)


def restore_mandate(command: RestoreMandate, known: Standing) -> Sequence[MandateEvent]:
    """Restore from tomorrow on; () where the same was decided today."""
    restored = MandateRestored(
        since=command.today + _DAY,
        reason=command.reason,
        authority=command.authority,
        document=command.document,
        with_parent=False,
    )
    if known.last == restored:
        return ()
    _require_ruler(command, known)
    _require_other(command, known)
    SUSPENDED_BEFORE_RESTORED.require(known.suspended, mandate_id=command.mandate_id)
    return (restored,)


def revoke_mandate(command: RevokeMandate, known: Standing) -> Sequence[MandateEvent]:
    """Revoke from today on; () where it is revoked."""
    if known.revoked:
        return ()
    _require_ruler(command, known)
    revoked = MandateRevoked(
        since=command.today,
        reason=command.reason,
        authority=command.authority,
        document=command.document,
    )
    return (revoked,)


def correct_mandate(command: CorrectMandate, known: Standing) -> Sequence[MandateEvent]:
    """Record the true dates, also of days that are past; () where they are on record."""
    if known.begun and (known.since, known.until) == (command.since, command.until):
        return ()
    _require_ruler(command, known)
    _require_other(command, known)
    DATES_ARE_IN_ORDER.require(
        command.since <= command.until, since=command.since, until=command.until
    )
    parent = command.parent_mandate
    WITHIN_ITS_PARENT.require(
        parent is None or parent.spans(command.since, command.until),
        since=command.since,
        until=command.until,
    )
    corrected = DatesCorrected(
        since=command.since,
        until=command.until,
        was_since=known.since,
        was_until=known.until,
        reason=command.reason,
        authority=command.authority,
        document=command.document,
        with_parent=False,
    )
    return (corrected,)


def _require_ruler(command: Ruling, known: Standing) -> None:
    """Raise Refused unless there is a mandate to rule on, and the actor may."""
    begun = known.begun
    MANDATE_IS_KNOWN.require(begun is not None and not known.revoked, mandate_id=command.mandate_id)
    gave = isinstance(begun, MandateDelegated) and begun.delegated_by == command.actor
    leads = command.staff is not None and command.staff.holds(command.today, *LEADERS)
    RULED_BY_THE_GIVER.require(gave or leads, actor=command.actor)


def _require_other(command: Ruling, known: Standing) -> None:
    mandate = fact(command.mandate_id, known)
    assert mandate is not None
    mine = command.staff is not None and holds(command.staff, mandate, command.today)
    NOT_FOR_ONESELF.require(not mine, actor=command.actor)
