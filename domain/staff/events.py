"""What has happened to a member of staff: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.policy import Setting
from domain.facts.staff import Line, Post
from domain.fields import last_day
from domain.ids import Count, CustomerId, Digest, Hours, Points, TrainingId, UnitId
from domain.staff.commands import Connection, Grade


@frozen(kw_only=True)
class StaffRegistered:
    """Somebody belongs to the staff."""

    since: date


@frozen(kw_only=True)
class Appointed:
    """A post is held at a unit, the last day included."""

    post: Post
    unit_id: UnitId
    line: Line | None
    since: date
    until: date | None = last_day()


@frozen(kw_only=True)
class Released:
    """A post ends with a day."""

    post: Post
    unit_id: UnitId
    until: date = last_day()
    reason: str


@frozen(kw_only=True)
class LicenceGranted:
    """A licence of a grade holds, on a test that was passed."""

    grade: Grade
    tested_on: date
    points: Points
    document: Digest
    since: date
    until: date = last_day()
    settings: tuple[Setting, ...]


@frozen(kw_only=True)
class LicenceRenewed:
    """A licence of a grade holds for another term, on the training of the year before."""

    grade: Grade
    since: date
    until: date = last_day()
    hours: Count
    settings: tuple[Setting, ...]


@frozen(kw_only=True)
class LicenceWithdrawn:
    """A licence of a grade holds no more, from a day on."""

    grade: Grade
    since: date
    reason: str
    document: Digest


@frozen(kw_only=True)
class TrainingRecorded:
    """A training was completed."""

    training_id: TrainingId
    title: str
    completed_on: date
    hours: Hours
    document: Digest


@frozen(kw_only=True)
class ConnectedDeclared:
    """A customer is connected; who may see no credit of theirs does not see it from now on."""

    customer_id: CustomerId
    connection: Connection


@frozen(kw_only=True)
class ConnectionEnded:
    """A customer is no longer connected."""

    customer_id: CustomerId
    reason: str


@frozen(kw_only=True)
class Left:
    """Somebody belongs to the staff until a day."""

    left_on: date


StaffEvent = (
    StaffRegistered
    | Appointed
    | Released
    | LicenceGranted
    | LicenceRenewed
    | LicenceWithdrawn
    | TrainingRecorded
    | ConnectedDeclared
    | ConnectionEnded
    | Left
)
