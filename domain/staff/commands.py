"""What may be asked of a member of staff: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.policy import PolicyBook
from domain.facts.staff import Line, Post, Staff
from domain.facts.unit import HEAD_OFFICE, Unit
from domain.fields import looked_up, stamped
from domain.ids import CustomerId, Digest, Hours, Points, StaffId, TrainingId, UnitId
from domain.party import Party


class Grade(StrEnum):
    """The grades of a licence, the lowest first."""

    JUNIOR = "junior"
    MIDDLE = "middle"
    SENIOR = "senior"
    HEAD = "head"


class Connection(StrEnum):
    """How somebody is connected with a customer."""

    SELF = "self"
    NEAR_RELATIVE = "near_relative"
    FIRM = "firm"  # Invested in, directed or controlled by them or a near relative.


@frozen(kw_only=True)
class OfStaff:
    """What every act on a member of staff names: whom, and who acts on which day."""

    staff_id: StaffId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class RegisterStaff(OfStaff):
    """Register a member of staff under the name by which they act; their own name is not kept."""


@frozen(kw_only=True)
class Appoint(OfStaff):
    """Appoint to a post at a unit, from today or a later day on."""

    post: Post
    unit_id: UnitId
    line: Line | None = None  # Whom the post serves.
    since: date
    until: date | None = None  # The last day; None: until further notice.
    unit: Unit | None = looked_up("unit", by="unit_id")


@frozen(kw_only=True)
class Release(OfStaff):
    """Release from a post; yesterday, as the last day, ends it at once."""

    post: Post
    unit_id: UnitId
    until: date
    reason: str


@frozen(kw_only=True)
class GrantLicence(OfStaff):
    """Grant a licence to work in lending, on a grade test that was passed."""

    grade: Grade
    tested_on: date
    points: Points
    document: Digest  # Of the certificate.
    since: date
    until: date
    policy: PolicyBook | None = looked_up("policy", of="book")


@frozen(kw_only=True)
class RenewLicence(OfStaff):
    """Renew the licence of a grade, where the training of the year before it suffices."""

    grade: Grade
    until: date
    policy: PolicyBook | None = looked_up("policy", of="book")


@frozen(kw_only=True)
class WithdrawLicence(OfStaff):
    """Withdraw the licence of a grade, from today on."""

    grade: Grade
    reason: str
    document: Digest


@frozen(kw_only=True)
class RecordTraining(OfStaff):
    """Record a training that was completed."""

    training_id: TrainingId
    title: str
    completed_on: date
    hours: Hours
    document: Digest  # Of the proof.


@frozen(kw_only=True)
class DeclareConnected(OfStaff):
    """Declare a customer to be connected: themselves, a near relative, or a firm of either."""

    customer_id: CustomerId
    connection: Connection
    customer: Party | None = looked_up("customer", by="customer_id")


@frozen(kw_only=True)
class EndConnection(OfStaff):
    """End a connection with a customer that no longer exists."""

    customer_id: CustomerId
    reason: str


@frozen(kw_only=True)
class Leave(OfStaff):
    """Leave the institution; all posts end with the last day, which may be yesterday."""

    left_on: date


StaffCommand = (
    RegisterStaff
    | Appoint
    | Release
    | GrantLicence
    | RenewLicence
    | WithdrawLicence
    | RecordTraining
    | DeclareConnected
    | EndConnection
    | Leave
)
