"""Decisions: specimens of seals and signatures are kept, and compared with what was signed."""

from collections.abc import Sequence

from domain.dated import Dated, From
from domain.ids import Digest
from domain.relationship.commands import CancelSpecimen, CompareSeal, KeepSpecimen
from domain.relationship.events import (
    RelationshipEvent,
    SealCompared,
    SpecimenCancelled,
    SpecimenKept,
)
from domain.relationship.rules import ONE_COMPARISON, SPECIMEN_IS_KEPT
from domain.relationship.state import Known
from domain.relationship.steps import KEEP_SEALS, require_step


def keep_specimen(command: KeepSpecimen, known: Known) -> Sequence[RelationshipEvent]:
    """Keep a specimen from a day on; () where that day has it already."""
    require_step(command, KEEP_SEALS, command.since)
    if _of(command, known).entry(command.since) == From(command.since, command.digest):
        return ()
    return (SpecimenKept(seal=command.seal, digest=command.digest, since=command.since),)


def cancel_specimen(command: CancelSpecimen, known: Known) -> Sequence[RelationshipEvent]:
    """Cancel a specimen from a day on; () where none is in force by then."""
    require_step(command, KEEP_SEALS, command.since)
    if _of(command, known).on(command.since) is None:
        return ()
    return (SpecimenCancelled(seal=command.seal, since=command.since),)


def _of(command: KeepSpecimen | CancelSpecimen, known: Known) -> Dated[Digest | None]:
    return known.specimens.get(command.seal, Dated[Digest | None]())


def compare_seal(command: CompareSeal, known: Known) -> Sequence[RelationshipEvent]:
    """Compare a seal; that it does not match is recorded.  () where it was compared already."""
    require_step(command, KEEP_SEALS, command.signed_on)
    before = known.compared.get((command.seal, command.document_id))
    if before is not None:
        same = (before.shown, before.signed_on) == (command.shown, command.signed_on)
        ONE_COMPARISON.require(same, document_id=command.document_id)
        return ()
    specimen = known.cards.on(command.seal, command.signed_on)
    SPECIMEN_IS_KEPT.require(specimen is not None, seal=command.seal, day=command.signed_on)
    assert specimen is not None
    compared = SealCompared(
        seal=command.seal,
        document_id=command.document_id,
        shown=command.shown,
        specimen=specimen,
        matches=known.cards.match(command.seal, command.shown, command.signed_on),
        signed_on=command.signed_on,
    )
    return (compared,)
