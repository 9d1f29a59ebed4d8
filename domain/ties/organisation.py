"""Staff, units, mandates and the files of customers hold on to one another."""

from datetime import date

from attrs import frozen

from domain.facts.staff import Post
from domain.ids import FileId, HandoverId, MandateId, StaffId, UnitId


@frozen(kw_only=True)
class NoteHead:
    """Note at the head office who leads the credit department or the institution, and how long."""

    unit_id: UnitId
    staff_id: StaffId
    post: Post
    since: date
    until: date | None


@frozen(kw_only=True)
class MoveResponsibility:
    """Move the responsibility for a credit file from one officer to another."""

    file_id: FileId
    handover_id: HandoverId
    from_id: StaffId
    to_id: StaffId
    since: date


@frozen(kw_only=True)
class TieDelegation:
    """Tie a delegated mandate to the one that it was delegated from."""

    mandate_id: MandateId
    delegated_id: MandateId


@frozen(kw_only=True)
class FollowParent:
    """Follow the mandate that one was delegated from: never longer in force than that is."""

    mandate_id: MandateId
    stands: bool  # Whether the parent is neither suspended nor revoked.
    since: date  # The parent's first day and last day.
    until: date
    today: date
    reason: str
