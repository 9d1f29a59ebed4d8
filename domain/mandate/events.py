"""What has happened to a mandate: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.mandate import Scope
from domain.facts.staff import Post
from domain.fields import last_day
from domain.ids import Digest, MandateId, StaffId, UnitId


@frozen(kw_only=True)
class MandateGranted:
    """Whoever holds a post at a unit, or a committee, may decide within a scope."""

    post: Post | None
    unit_id: UnitId
    scope: Scope
    since: date
    until: date = last_day()
    delegable: bool
    authority: str
    document: Digest


@frozen(kw_only=True)
class MandateDelegated:
    """A person may decide within a scope, by a mandate that was delegated to them."""

    parent_id: MandateId
    staff_id: StaffId
    scope: Scope
    since: date
    until: date = last_day()
    delegable: bool
    delegated_by: StaffId
    document: Digest


@frozen(kw_only=True)
class MandateSuspended:
    """The mandate is not in force, from a day on."""

    since: date
    reason: str
    authority: str
    document: Digest | None
    with_parent: bool  # Because the one that it was delegated from is not in force.


@frozen(kw_only=True)
class MandateRestored:
    """The mandate is in force again, from a day on, unless something else holds it back."""

    since: date
    reason: str
    authority: str
    document: Digest | None
    with_parent: bool


@frozen(kw_only=True)
class MandateRevoked:
    """The mandate is in force no more."""

    since: date
    reason: str
    authority: str
    document: Digest


@frozen(kw_only=True)
class DatesCorrected:
    """The dates of the mandate were recorded wrongly; these are the true ones."""

    since: date
    until: date = last_day()
    was_since: date
    was_until: date
    reason: str
    authority: str
    document: Digest | None
    with_parent: bool


@frozen(kw_only=True)
class DelegationTied:
    """Another mandate was delegated from this one, and follows it."""

    delegated_id: MandateId


MandateEvent = (
    MandateGranted
    | MandateDelegated
    | MandateSuspended
    | MandateRestored
    | MandateRevoked
    | DatesCorrected
    | DelegationTied
)
