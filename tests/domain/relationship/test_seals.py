"""Specimens are kept by day, and what was signed is compared with them."""

from datetime import date

import pytest
from attrs import evolve

from domain.facts.seal import SealKind
from domain.relationship import RELATIONSHIP
from domain.relationship.commands import CancelSpecimen, CompareSeal, KeepSpecimen
from domain.relationship.events import SealCompared, SpecimenCancelled, SpecimenKept
from domain.relationship.rules import ONE_COMPARISON, SPECIMEN_IS_KEPT
from tests.domain.relationship.test_entries import STEP
from tests.specs import given

SEAL = SealKind.OFFICIAL_SEAL
FIRST, SECOND = f"sha256:{1:064x}", f"sha256:{2:064x}"
KEEP = KeepSpecimen(seal=SEAL, digest=FIRST, since=date(2026, 1, 5), **STEP)
KEPT = SpecimenKept(seal=SEAL, digest=FIRST, since=date(2026, 1, 5))
RENEWED = SpecimenKept(seal=SEAL, digest=SECOND, since=date(2026, 3, 1))
CANCEL = CancelSpecimen(seal=SEAL, since=date(2026, 3, 10), **STEP)
CANCELLED = SpecimenCancelled(seal=SEAL, since=date(2026, 3, 10))
COMPARE = CompareSeal(seal=SEAL, document_id="D1", shown=FIRST, signed_on=date(2026, 2, 28), **STEP)
COMPARED = SealCompared(
    seal=SEAL,
    document_id="D1",
    shown=FIRST,
    specimen=FIRST,
    matches=True,
    signed_on=date(2026, 2, 28),
)


def test_a_specimen_is_kept_once_and_another_takes_its_place():
    given(RELATIONSHIP).when(KEEP).then(KEPT)
    given(RELATIONSHIP, KEPT).when(KEEP).then_nothing()
    renew = evolve(KEEP, digest=SECOND, since=date(2026, 3, 1))
    given(RELATIONSHIP, KEPT).when(renew).then(RENEWED)


def test_a_specimen_is_cancelled_from_a_day_on():
    given(RELATIONSHIP, KEPT).when(CANCEL).then(CANCELLED)
    given(RELATIONSHIP, KEPT, CANCELLED).when(CANCEL).then_nothing()
    given(RELATIONSHIP).when(CANCEL).then_nothing()


@pytest.mark.row("CU-25", shown_by="relationship.compare_seal")
def test_a_seal_is_compared_with_the_specimen_of_the_day_of_signing():
    given(RELATIONSHIP, KEPT, RENEWED).when(COMPARE).then(COMPARED)
    given(RELATIONSHIP, KEPT, RENEWED, COMPARED).when(COMPARE).then_nothing()
    late = evolve(COMPARE, signed_on=date(2026, 3, 1))
    differs = evolve(COMPARED, specimen=SECOND, matches=False, signed_on=date(2026, 3, 1))
    given(RELATIONSHIP, KEPT, RENEWED).when(late).then(differs)


@pytest.mark.parametrize("day", [date(2026, 1, 4), date(2026, 3, 10)])
def test_nothing_is_compared_without_a_specimen_in_force(day):
    early = evolve(COMPARE, signed_on=day)
    given(RELATIONSHIP, KEPT, CANCELLED).when(early).then_refused(SPECIMEN_IS_KEPT, day=day)


def test_a_document_is_compared_once():
    again = evolve(COMPARE, shown=SECOND)
    given(RELATIONSHIP, KEPT, COMPARED).when(again).then_refused(ONE_COMPARISON)


def test_others_know_the_specimen_of_a_day():
    known = RELATIONSHIP.fact("C1", RELATIONSHIP.fold([KEPT, RENEWED]))
    assert known.specimens.on(SEAL, date(2026, 2, 28)) == FIRST
    assert known.specimens.match(SEAL, SECOND, date(2026, 3, 1))
