"""What has happened to a handover: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import Digest, FileId, StaffId, UnitId


@frozen(kw_only=True)
class HandoverProposed:
    """One officer is to take over files from another."""

    from_id: StaffId
    to_id: StaffId
    file_ids: tuple[FileId, ...]
    moves_on: date
    reason: str
    document: Digest
    proposed_by: StaffId


@frozen(kw_only=True)
class FilesAccepted:
    """The new officer takes these files over."""

    file_ids: tuple[FileId, ...]


@frozen(kw_only=True)
class FileObjected:
    """The new officer objects to taking a file over."""

    file_id: FileId
    reason: str


@frozen(kw_only=True)
class ObjectionDecided:
    """A higher body decided whether a file moves."""

    file_id: FileId
    moves: bool
    unit_id: UnitId
    reason: str
    minutes: Digest
    decided_by: StaffId


@frozen(kw_only=True)
class HandoverSigned:
    """One of the two sides has signed; a head in the place of who has left."""

    side: StaffId  # For whom it was signed.
    signed_by: StaffId
    document: Digest


@frozen(kw_only=True)
class HandoverCompleted:
    """Both have signed: responsibility moves for these files, from a day on."""

    file_ids: tuple[FileId, ...]
    since: date


@frozen(kw_only=True)
class HandoverWithdrawn:
    """The handover does not take place."""

    reason: str


HandoverEvent = (
    HandoverProposed
    | FilesAccepted
    | FileObjected
    | ObjectionDecided
    | HandoverSigned
    | HandoverCompleted
    | HandoverWithdrawn
)
