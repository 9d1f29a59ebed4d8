"""Interest is paused by decision, and goes on from a day that may become known later."""

from datetime import date

from attrs import evolve

from domain.loan import LOAN
from domain.loan.pricing.commands import EndPause, PauseInterest
from domain.loan.pricing.rules import (
    SPELL_ENDS_AFTER_IT_BEGAN,
    SPELL_IS_KNOWN,
    SPELLS_DO_NOT_OVERLAP,
)
from tests.domain.loan.loans import AGREED, DISBURSED, history, on, order
from tests.specs import given

PAST = (AGREED, DISBURSED)
PAUSE = order(PauseInterest, reference="P1", value_date=date(2024, 1, 20), until=date(2024, 2, 20))
OPEN = evolve(PAUSE, until=None)
END = order(EndPause, reference="P1", until=date(2024, 2, 20))


def test_paused_days_bear_no_interest():
    view = on(date(2024, 2, 1), *PAST, then=[PAUSE])
    assert [row.instalment.interest.fen for row in view.plan][:2] == [0, 55_00]
    assert view.figures.interest_accrued.fen == 0
    assert view.marks == ("paused",)
    assert on(date(2024, 2, 20), *PAST, then=[PAUSE]).marks == ()


def test_a_pause_whose_end_becomes_known_later_is_the_same_pause():
    day = date(2024, 3, 1)
    assert on(day, *PAST, then=[OPEN, END]) == on(day, *PAST, then=[PAUSE])
    past = history(*PAST, then=[OPEN, END])
    given(LOAN, *past).when(END).then_nothing()
    given(LOAN, *past).when(PAUSE).then_nothing()


def test_a_pause_lasts_at_least_a_day():
    given(LOAN, *PAST).when(evolve(PAUSE, until=PAUSE.value_date)).then_refused(
        SPELL_ENDS_AFTER_IT_BEGAN
    )
    past = history(*PAST, then=[OPEN])
    given(LOAN, *past).when(evolve(END, until=PAUSE.value_date)).then_refused(
        SPELL_ENDS_AFTER_IT_BEGAN
    )


def test_only_a_pause_that_is_recorded_ends():
    given(LOAN, *PAST).when(END).then_refused(SPELL_IS_KNOWN)


def test_interest_is_paused_once_at_a_time():
    past = history(*PAST, then=[PAUSE])
    other = evolve(OPEN, reference="P2", value_date=date(2024, 2, 19))
    given(LOAN, *past).when(other).then_refused(SPELLS_DO_NOT_OVERLAP, reference="P1")
    apart = evolve(other, value_date=date(2024, 2, 20))
    assert given(LOAN, *past).when(apart).outcome()
