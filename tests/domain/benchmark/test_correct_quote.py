"""A quote that was recorded wrongly is corrected by an entry."""

from attrs import evolve

from domain.benchmark import BENCHMARK
from domain.benchmark.rules import QUOTE_IS_KNOWN
from domain.rate import Rate
from tests.domain.benchmark.quotes import CORRECT, CORRECTED, JUNE, MAY, RECORDED
from tests.specs import given


def test_a_quote_is_corrected():
    given(BENCHMARK, RECORDED).when(CORRECT).then(CORRECTED)


def test_a_correction_is_recorded_once():
    given(BENCHMARK, RECORDED, CORRECTED).when(CORRECT).then_nothing()


def test_only_a_quote_that_was_recorded_is_corrected():
    given(BENCHMARK, RECORDED).when(evolve(CORRECT, published_on=JUNE)).then_refused(
        QUOTE_IS_KNOWN, published_on=JUNE
    )
    given(BENCHMARK, RECORDED).when(evolve(CORRECT, tenor_months=60)).then_refused(QUOTE_IS_KNOWN)


def test_the_correction_takes_the_place_of_the_quote():
    quotes = BENCHMARK.fact("LPR", BENCHMARK.fold([RECORDED, CORRECTED]))
    assert quotes.entry(12, MAY).value == Rate.parse("3.10%")
