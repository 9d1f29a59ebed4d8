"""What may be asked of a relationship: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.seal import SealKind
from domain.fields import personal
from domain.ids import (
    AccountId,
    Digest,
    DocumentId,
    NoteId,
    PersonId,
    StandingId,
)
from domain.relationship.service.commands import ServiceCommand
from domain.relationship.step import Step
from domain.relationship.values import (
    AccountKind,
    KeyRole,
    Pointer,
    Rank,
    StandingKind,
    Teller,
    Topic,
)


@frozen(kw_only=True)
class NameKeyPerson(Step):
    """Name a key person at a customer, and their place in the chain of decision."""

    person_id: PersonId
    role: KeyRole
    name: str = personal()
    decides_as: Rank | None = None  # 1 has the last word; None: takes no part in deciding.
    since: date


@frozen(kw_only=True)
class EndKeyPerson(Step):
    """End a key person's part from a day on."""

    person_id: PersonId
    until: date


@frozen(kw_only=True)
class RecordNote(Step):
    """Record what is heard of a customer: soft information, with its source and day."""

    note_id: NoteId
    topic: Topic
    remarks: str = personal()
    heard_from: Teller
    points_to: Pointer = Pointer.NEITHER
    on: date


@frozen(kw_only=True)
class LinkAccount(Step):
    """Link a settlement account of a customer."""

    account_id: AccountId
    kind: AccountKind
    number: str = personal()
    ours: bool
    accepts_supervision: bool = False
    agreement: Digest | None = None  # In which supervision is accepted.
    since: date


@frozen(kw_only=True)
class UnlinkAccount(Step):
    """Unlink a settlement account from a day on."""

    account_id: AccountId
    until: date


@frozen(kw_only=True)
class KeepSpecimen(Step):
    """Keep the specimen of a seal or a signature, in place of the one before."""

    seal: SealKind
    digest: Digest
    since: date


@frozen(kw_only=True)
class CancelSpecimen(Step):
    """Cancel a specimen from a day on."""

    seal: SealKind
    since: date


@frozen(kw_only=True)
class CompareSeal(Step):
    """Compare the seal under a document with the specimen of the day of signing."""

    seal: SealKind
    document_id: DocumentId
    shown: Digest
    signed_on: date


@frozen(kw_only=True)
class RecordStanding(Step):
    """Record a fact about a customer's credit standing, with who says so."""

    standing_id: StandingId
    kind: StandingKind
    source: str  # Who says so, without personal data.
    evidence: Digest | None = None
    since: date


@frozen(kw_only=True)
class EndStanding(Step):
    """End a fact about a customer's credit standing from a day on."""

    standing_id: StandingId
    until: date


RelationshipCommand = (
    NameKeyPerson
    | EndKeyPerson
    | RecordNote
    | LinkAccount
    | UnlinkAccount
    | KeepSpecimen
    | CancelSpecimen
    | CompareSeal
    | RecordStanding
    | EndStanding
    | ServiceCommand
)
