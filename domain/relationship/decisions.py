"""What follows from a step in a relationship."""

from collections.abc import Sequence

from domain.relationship.commands import (
    CancelSpecimen,
    CompareSeal,
    EndKeyPerson,
    EndStanding,
    KeepSpecimen,
    LinkAccount,
    NameKeyPerson,
    RecordNote,
    RecordStanding,
    RelationshipCommand,
    UnlinkAccount,
)
from domain.relationship.entries import (
    end_key_person,
    end_standing,
    link_account,
    name_key_person,
    record_note,
    record_standing,
    unlink_account,
)
from domain.relationship.events import RelationshipEvent
from domain.relationship.seals import cancel_specimen, compare_seal, keep_specimen
from domain.relationship.service.decisions import decide_service
from domain.relationship.state import Known


def decide(command: RelationshipCommand, known: Known) -> Sequence[RelationshipEvent]:
    """Return what follows from a command."""
    match command:
        case NameKeyPerson():
            return name_key_person(command, known)
        case EndKeyPerson():
            return end_key_person(command, known)
        case RecordNote():
            return record_note(command, known)
        case LinkAccount():
            return link_account(command, known)
        case UnlinkAccount():
            return unlink_account(command, known)
        case KeepSpecimen():
            return keep_specimen(command, known)
        case CancelSpecimen():
            return cancel_specimen(command, known)
        case CompareSeal():
            return compare_seal(command, known)
        case RecordStanding():
            return record_standing(command, known)
        case EndStanding():
            return end_standing(command, known)
        case _:
            return decide_service(command, known)
