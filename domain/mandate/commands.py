"""What may be asked of a mandate: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.mandate import Mandate, Scope
from domain.facts.staff import Post, Staff
from domain.facts.unit import Unit
from domain.fields import looked_up, stamped
from domain.ids import Digest, MandateId, StaffId, UnitId
from domain.ties_of_staff import FollowParent, TieDelegation


@frozen(kw_only=True)
class GrantMandate:
    """Grant a mandate to whoever holds a post at a unit, or to a committee."""

    mandate_id: MandateId
    post: Post | None = None  # None: to the committee that the unit is.
    unit_id: UnitId
    scope: Scope
    since: date
    until: date  # The last day.
    delegable: bool = False  # Whether its holder may delegate it.
    authority: str  # Who decided: the board, by the number of its decision.
    document: Digest  # Of the letter of authority (授权书).
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    unit: Unit | None = looked_up("unit", by="unit_id")


@frozen(kw_only=True)
class DelegateMandate:
    """Delegate a mandate, or part of it, to a person (转授权)."""

    mandate_id: MandateId
    parent_id: MandateId  # The mandate that it is delegated from.
    staff_id: StaffId
    scope: Scope
    since: date
    until: date
    delegable: bool = False
    document: Digest
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    delegate: Staff | None = looked_up("staff", by="staff_id")
    parent_mandate: Mandate | None = looked_up("mandate", by="parent_id")


@frozen(kw_only=True)
class SuspendMandate:
    """Suspend a mandate, and what was delegated from it, from today on."""

    mandate_id: MandateId
    reason: str
    authority: str
    document: Digest
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class RestoreMandate:
    """Restore a suspended mandate from tomorrow on: a suspended day stays suspended."""

    mandate_id: MandateId
    reason: str
    authority: str
    document: Digest
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class RevokeMandate:
    """Revoke a mandate for good, and what was delegated from it, from today on."""

    mandate_id: MandateId
    reason: str
    authority: str
    document: Digest
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class CorrectMandate:
    """Correct the dates of a mandate that were recorded wrongly; what was decided stays."""

    mandate_id: MandateId
    since: date
    until: date
    reason: str
    authority: str
    document: Digest  # Of what proves the true dates.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    mandate: Mandate | None = looked_up("mandate", by="mandate_id")
    parent_mandate: Mandate | None = looked_up("mandate", by="mandate.parent_id")


MandateCommand = (
    GrantMandate
    | DelegateMandate
    | SuspendMandate
    | RestoreMandate
    | RevokeMandate
    | CorrectMandate
    | TieDelegation
    | FollowParent
)
