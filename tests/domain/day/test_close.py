"""A day is closed: what the journal holds is recorded, and nothing is locked."""

from datetime import date

from attrs import evolve

from domain.day import DAY
from domain.day.commands import CloseDay
from domain.day.events import DayClosed
from domain.day.rules import CLOSED_DAY_HAS_COME
from domain.day.values import BranchTotals, Closing
from domain.money import Money
from tests.specs import given

FRIDAY = date(2025, 1, 31)
TOTALS = BranchTotals(
    branch="B001",
    records=7,
    streams=3,
    debits=(Money(1_200_000),),
    credits=(Money(1_200_000),),
    heads="sha256:" + "2" * 64,
)
CLOSING = Closing(records=7, root="sha256:" + "1" * 64, branches=(TOTALS,))
CLOSE = CloseDay(day=FRIDAY, today=FRIDAY, closing=CLOSING)
CLOSED = DayClosed(on=FRIDAY, closing=CLOSING)


def test_a_day_is_closed_with_what_the_journal_holds():
    given(DAY).when(CLOSE).then(CLOSED)


def test_yesterday_may_be_closed_this_morning():
    given(DAY).when(evolve(CLOSE, today=date(2025, 2, 1))).then(CLOSED)


def test_a_day_that_has_not_come_is_not_closed():
    early = evolve(CLOSE, today=date(2025, 1, 30))
    given(DAY).when(early).then_refused(CLOSED_DAY_HAS_COME, day=FRIDAY)


def test_closed_again_with_nothing_recorded_since_there_is_nothing_to_do():
    given(DAY, CLOSED).when(CLOSE).then_nothing()
    # The journal has grown by the closing alone.
    only = evolve(CLOSING, records=8, root="sha256:" + "3" * 64)
    given(DAY, CLOSED).when(evolve(CLOSE, closing=only)).then_nothing()


def test_what_is_recorded_late_is_in_a_second_closing_of_the_day():
    later = evolve(CLOSING, records=9, root="sha256:" + "3" * 64)
    given(DAY, CLOSED).when(evolve(CLOSE, closing=later)).then(evolve(CLOSED, closing=later))


def test_an_empty_journal_has_nothing_to_close():
    given(DAY).when(evolve(CLOSE, closing=None)).then_nothing()
