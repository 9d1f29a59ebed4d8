"""The files that hold a closed part of the journal are named in it, without a gap."""

from datetime import date

from attrs import evolve

from domain.log import LOG
from domain.log.commands import RecordSegment
from domain.log.events import SegmentRecorded
from domain.log.rules import SEGMENT_ENDS_AT_A_CLOSING, SEGMENT_STAYS, SEGMENTS_FOLLOW
from domain.log.values import SegmentFile
from tests.domain.log.test_open import OPENED
from tests.specs import given

FILE = SegmentFile(name="records.parquet", rows=7, digest="sha256:" + "0" * 64)
RECORD = RecordSegment(
    log_id="main", closed_on=date(2025, 1, 31), first_index=0, files=(FILE,), records=7, counted=7
)
JANUARY = SegmentRecorded(closed_on=date(2025, 1, 31), first_index=0, records=7, files=(FILE,))
FEBRUARY = evolve(RECORD, closed_on=date(2025, 2, 28), first_index=7, records=9, counted=9)


def test_the_first_segment_begins_at_the_beginning():
    given(LOG, OPENED).when(RECORD).then(JANUARY)


def test_the_next_one_begins_where_it_ended():
    then = SegmentRecorded(closed_on=date(2025, 2, 28), first_index=7, records=9, files=(FILE,))
    given(LOG, OPENED, JANUARY).when(FEBRUARY).then(then)


def test_the_same_segment_is_recorded_once():
    given(LOG, OPENED, JANUARY).when(RECORD).then_nothing()


def test_other_files_for_the_same_segment_are_refused():
    other = evolve(FILE, digest="sha256:" + "1" * 64)
    given(LOG, OPENED, JANUARY).when(evolve(RECORD, files=(other,))).then_refused(SEGMENT_STAYS)


def test_a_gap_is_refused():
    given(LOG, OPENED, JANUARY).when(evolve(FEBRUARY, first_index=8)).then_refused(SEGMENTS_FOLLOW)


def test_a_day_that_was_not_closed_ends_no_segment():
    given(LOG, OPENED).when(evolve(RECORD, counted=None)).then_refused(SEGMENT_ENDS_AT_A_CLOSING)


def test_a_closing_with_nothing_new_ends_no_segment():
    given(LOG, OPENED, JANUARY).when(evolve(FEBRUARY, records=7, counted=7)).then_refused(
        SEGMENT_ENDS_AT_A_CLOSING
    )


def test_a_day_that_was_closed_again_meanwhile_ends_another_segment():
    given(LOG, OPENED).when(evolve(RECORD, counted=8)).then_refused(SEGMENT_ENDS_AT_A_CLOSING)
