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
class RegisterStaff:
    """Register a member of staff under the name by which they act; their own name is not kept."""

    staff_id: StaffId
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class Appoint:
    """Appoint to a post at a unit, from today or a later day on."""

    staff_id: StaffId
    post: Post
    unit_id: UnitId
    line: Line | None = None  # Whom the post serves.
    since: date
    until: date | None = None  # The last day; None: until further notice.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    unit: Unit | None = looked_up("unit", by="unit_id")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class Release:
    """Release from a post; yesterday, as the last day, ends it at once."""

    staff_id: StaffId
    post: Post
    unit_id: UnitId
    until: date
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class GrantLicence:
    """Grant a licence to work in lending, on a grade test that was passed."""

    staff_id: StaffId
    grade: Grade
    tested_on: date
    points: Points
    document: Digest  # Of the certificate.
    since: date
    until: date
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    policy: PolicyBook | None = looked_up("policy", of="book")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class RenewLicence:
    """Renew the licence of a grade, where the training of the year before it suffices."""

    staff_id: StaffId
    grade: Grade
    until: date
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    policy: PolicyBook | None = looked_up("policy", of="book")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class WithdrawLicence:
    """Withdraw the licence of a grade, from today on."""

    staff_id: StaffId
    grade: Grade
    reason: str
    document: Digest
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class RecordTraining:
    """Record a training that was completed."""

    staff_id: StaffId
    training_id: TrainingId
    title: str
    completed_on: date
    hours: Hours
    document: Digest  # Of the proof.
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class DeclareConnected:
    """Declare a customer to be connected: themselves, a near relative, or a firm of either."""

    staff_id: StaffId
    customer_id: CustomerId
    connection: Connection
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    customer: Party | None = looked_up("customer", by="customer_id")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class EndConnection:
    """End a connection with a customer that no longer exists."""

    staff_id: StaffId
    customer_id: CustomerId
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


@frozen(kw_only=True)
class Leave:
    """Leave the institution; all posts end with the last day, which may be yesterday."""

    staff_id: StaffId
    left_on: date
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    head_office_unit: Unit | None = looked_up("unit", of=HEAD_OFFICE)


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
