"""Stating a period anew: what stood before is kept, what stands is the newest."""

from attrs import evolve

from domain.financial_statement.rules import PERIOD_WAS_STATED
from tests.domain.financial_statement.statements import (
    DECIDER,
    LINES,
    OTHER_DIGEST,
    RESTATE,
    SPREAD,
    after,
    of_year,
)
from tests.specs import given


def test_a_restated_period_stands_as_restated_and_the_others_as_they_were():
    history = after(of_year(2024), SPREAD, RESTATE)
    statements = DECIDER.fact("E1", DECIDER.fold(history.past))
    assert [one.statement_lines.overdrafts for one in statements.by_period] == [0, 1]
    assert len(history.past) == 3


def test_the_same_restatement_again_is_nothing_new():
    after(SPREAD, RESTATE).when(RESTATE).then_nothing()


def test_what_was_stated_first_can_be_stated_again():
    back = evolve(RESTATE, statement_lines=LINES, reason="the correction was withdrawn")
    (restated,) = after(SPREAD, RESTATE).when(back).outcome()
    assert (restated.digest, restated.reason) == (OTHER_DIGEST, "the correction was withdrawn")


def test_a_period_that_nobody_stated_is_not_restated():
    given(DECIDER).when(RESTATE).then_refused(PERIOD_WAS_STATED)
