"""Decisions: people, notes, accounts and credit standing are entered, and end."""

from collections.abc import Sequence
from typing import Any, Final

import attrs

from domain.relationship.commands import (
    EndKeyPerson,
    EndStanding,
    LinkAccount,
    NameKeyPerson,
    RecordNote,
    RecordStanding,
    UnlinkAccount,
)
from domain.relationship.events import (
    AccountLinked,
    AccountUnlinked,
    KeyPersonEnded,
    KeyPersonNamed,
    NoteRecorded,
    RelationshipEvent,
    StandingEnded,
    StandingRecorded,
)
from domain.relationship.rules import SUPERVISION_IS_AGREED
from domain.relationship.state import Known
from domain.relationship.step import Step
from domain.relationship.steps import SERVE, ended, entered, require_step


def name_key_person(command: NameKeyPerson, known: Known) -> Sequence[RelationshipEvent]:
    """Name a key person; () where the number names the same."""
    require_step(command, SERVE, command.since)
    spell = known.people.get(command.person_id)
    named = KeyPersonNamed(**said(command))
    return entered(spell.began if spell else None, named, command.person_id)


def end_key_person(command: EndKeyPerson, known: Known) -> Sequence[RelationshipEvent]:
    """End a key person's part; () where it ended on that day."""
    require_step(command, SERVE, command.until)
    event = KeyPersonEnded(**said(command))
    return ended(known.people, command.person_id, event, command.until)


def record_note(command: RecordNote, known: Known) -> Sequence[RelationshipEvent]:
    """Record a note; () where the number names the same."""
    require_step(command, SERVE, command.on)
    note = NoteRecorded(**said(command))
    return entered(known.notes.get(command.note_id), note, command.note_id)


def link_account(command: LinkAccount, known: Known) -> Sequence[RelationshipEvent]:
    """Link an account; () where the number names the same."""
    require_step(command, SERVE, command.since)
    SUPERVISION_IS_AGREED.require(
        not command.accepts_supervision or (command.ours and command.agreement is not None)
    )
    spell = known.accounts.get(command.account_id)
    linked = AccountLinked(**said(command))
    return entered(spell.began if spell else None, linked, command.account_id)


def unlink_account(command: UnlinkAccount, known: Known) -> Sequence[RelationshipEvent]:
    """Unlink an account; () where it was unlinked on that day."""
    require_step(command, SERVE, command.until)
    event = AccountUnlinked(**said(command))
    return ended(known.accounts, command.account_id, event, command.until)


def record_standing(command: RecordStanding, known: Known) -> Sequence[RelationshipEvent]:
    """Record a fact about credit standing; () where the number names the same."""
    require_step(command, SERVE, command.since)
    spell = known.credit.get(command.standing_id)
    recorded = StandingRecorded(**said(command))
    return entered(spell.began if spell else None, recorded, command.standing_id)


def end_standing(command: EndStanding, known: Known) -> Sequence[RelationshipEvent]:
    """End a fact about credit standing; () where it ended on that day."""
    require_step(command, SERVE, command.until)
    event = StandingEnded(**said(command))
    return ended(known.credit, command.standing_id, event, command.until)


_STEP: Final = {field.name for field in attrs.fields(Step)} | {"book"}


def said(command: Step) -> dict[str, Any]:
    """Return what a step says beside what every step knows: the fields of its event."""
    return attrs.asdict(command, recurse=False, filter=lambda field, _: field.name not in _STEP)
