"""What has happened in a relationship: the contract with history."""

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
from domain.relationship.service.events import ServiceEvent
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
class KeyPersonNamed:
    """A key person was named."""

    person_id: PersonId
    role: KeyRole
    name: str = personal()
    decides_as: Rank | None
    since: date


@frozen(kw_only=True)
class KeyPersonEnded:
    """A key person's part ended."""

    person_id: PersonId
    until: date


@frozen(kw_only=True)
class NoteRecorded:
    """Something was heard of the customer."""

    note_id: NoteId
    topic: Topic
    remarks: str = personal()
    heard_from: Teller
    points_to: Pointer
    on: date


@frozen(kw_only=True)
class AccountLinked:
    """A settlement account was linked."""

    account_id: AccountId
    kind: AccountKind
    number: str = personal()
    ours: bool
    accepts_supervision: bool
    agreement: Digest | None
    since: date


@frozen(kw_only=True)
class AccountUnlinked:
    """A settlement account was unlinked."""

    account_id: AccountId
    until: date


@frozen(kw_only=True)
class SpecimenKept:
    """A specimen is in force from a day on."""

    seal: SealKind
    digest: Digest
    since: date


@frozen(kw_only=True)
class SpecimenCancelled:
    """No specimen is in force from a day on."""

    seal: SealKind
    since: date


@frozen(kw_only=True)
class SealCompared:
    """A seal was compared with the specimen in force on the day of signing."""

    seal: SealKind
    document_id: DocumentId
    shown: Digest
    specimen: Digest
    matches: bool
    signed_on: date


@frozen(kw_only=True)
class StandingRecorded:
    """A fact about the customer's credit standing is known."""

    standing_id: StandingId
    kind: StandingKind
    source: str
    evidence: Digest | None
    since: date


@frozen(kw_only=True)
class StandingEnded:
    """A fact about the customer's credit standing holds no more."""

    standing_id: StandingId
    until: date


RelationshipEvent = (
    KeyPersonNamed
    | KeyPersonEnded
    | NoteRecorded
    | AccountLinked
    | AccountUnlinked
    | SpecimenKept
    | SpecimenCancelled
    | SealCompared
    | StandingRecorded
    | StandingEnded
    | ServiceEvent
)
