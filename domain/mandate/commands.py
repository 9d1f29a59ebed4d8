"""What may be asked of a mandate: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.mandate import Mandate, Scope
from domain.facts.staff import Post, Staff
from domain.facts.unit import Unit
from domain.fields import looked_up, stamped
from domain.ids import Digest, MandateId, StaffId, UnitId
from domain.ties import FollowParent, TieDelegation


@frozen(kw_only=True)
class OfMandate:
    """What every act on a mandate names: which, and who acts on which day."""

    mandate_id: MandateId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")


@frozen(kw_only=True)
class GrantMandate(OfMandate):
    """Grant a mandate to whoever holds a post at a unit, or to a committee."""

    post: Post | None = None  # None: to the committee that the unit is.
    unit_id: UnitId
    scope: Scope
    since: date
    until: date  # The last day.
    delegable: bool = False  # Whether its holder may delegate it.
    authority: str  # Who decided: the board, by the number of its decision.
    document: Digest  # Of the letter of authority (授权书).
    unit: Unit | None = looked_up("unit", by="unit_id")


@frozen(kw_only=True)
class DelegateMandate(OfMandate):
    """Delegate a mandate, or part of it, to a person (转授权)."""

    parent_id: MandateId  # The mandate that it is delegated from.
    staff_id: StaffId
    scope: Scope
    since: date
    until: date
    delegable: bool = False
    document: Digest
    delegate: Staff | None = looked_up("staff", by="staff_id")
    parent_mandate: Mandate | None = looked_up("mandate", by="parent_id")


@frozen(kw_only=True)
class Ruling(OfMandate):
    """What every ruling on a mandate gives: why, by whom it was decided, and its document."""

    reason: str
    authority: str
    document: Digest  # The written decision, or what proves the true dates.


@frozen(kw_only=True)
class SuspendMandate(Ruling):
    """Suspend a mandate, and what was delegated from it, from today on."""


@frozen(kw_only=True)
class RestoreMandate(Ruling):
    """Restore a suspended mandate from tomorrow on: a suspended day stays suspended."""


@frozen(kw_only=True)
class RevokeMandate(Ruling):
    """Revoke a mandate for good, and what was delegated from it, from today on."""


@frozen(kw_only=True)
class CorrectMandate(Ruling):
    """Correct the dates of a mandate that were recorded wrongly; what was decided stays."""

    since: date
    until: date
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
