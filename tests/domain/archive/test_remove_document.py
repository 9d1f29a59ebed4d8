"""A document leaves the file once; that it was filed stays on record."""

from datetime import date

import pytest
from attrs import evolve

from domain.archive import ARCHIVE
from domain.archive.commands import RemovalReason
from domain.archive.rules import (
    DOCUMENT_IS_FILED,
    DOCUMENT_IS_NOT_POSTDATED,
    REMOVED_AFTER_ITS_DATE,
    REMOVED_ONCE,
)
from tests.domain.archive.files import FILED, REMOVE, REMOVED, TODAY
from tests.specs import given


def test_a_document_is_removed():
    given(ARCHIVE, FILED).when(REMOVE).then(REMOVED)


def test_what_was_removed_is_still_known_to_have_been_filed():
    known = ARCHIVE.fold([FILED, REMOVED])
    assert (known.filed["D1"], known.removed["D1"]) == (FILED, REMOVED)


def test_removing_twice_changes_nothing():
    given(ARCHIVE, FILED, REMOVED).when(REMOVE).then_nothing()


@pytest.mark.parametrize(
    "other", [{"reason": RemovalReason.SUPERSEDED}, {"since": date(2026, 11, 21)}]
)
def test_a_document_is_removed_once(other):
    given(ARCHIVE, FILED, REMOVED).when(evolve(REMOVE, **other)).then_refused(
        REMOVED_ONCE, since=date(2026, 11, 20)
    )


def test_only_a_document_in_the_file_is_removed():
    given(ARCHIVE).when(REMOVE).then_refused(DOCUMENT_IS_FILED, document_id="D1")
    given(ARCHIVE, FILED).when(evolve(REMOVE, document_id="D2")).then_refused(DOCUMENT_IS_FILED)


def test_a_document_is_not_removed_ahead():
    given(ARCHIVE, FILED).when(evolve(REMOVE, since=TODAY)).then(evolve(REMOVED, since=TODAY))
    given(ARCHIVE, FILED).when(evolve(REMOVE, since=date(2026, 11, 25))).then_refused(
        DOCUMENT_IS_NOT_POSTDATED, since=date(2026, 11, 25)
    )


def test_a_document_is_not_removed_before_the_day_it_bears():
    on_its_day = date(2026, 11, 3)
    given(ARCHIVE, FILED).when(evolve(REMOVE, since=on_its_day)).then(
        evolve(REMOVED, since=on_its_day)
    )
    given(ARCHIVE, FILED).when(evolve(REMOVE, since=date(2026, 11, 2))).then_refused(
        REMOVED_AFTER_ITS_DATE, dated=on_its_day
    )
