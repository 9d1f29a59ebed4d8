"""A benchmark is quoted by tenor on its publication day, and holds until the next one."""

from datetime import date

from attrs import evolve

from domain.benchmark import BENCHMARK
from domain.benchmark.rules import ONE_QUOTE_A_DAY
from domain.rate import Rate
from tests.domain.benchmark.quotes import JUNE, MAY, RECORD, RECORDED
from tests.specs import given


def test_a_quote_is_recorded():
    given(BENCHMARK).when(RECORD).then(RECORDED)


def test_the_same_quote_is_recorded_once():
    given(BENCHMARK, RECORDED).when(RECORD).then_nothing()


def test_a_day_has_one_quote_for_a_tenor():
    other = evolve(RECORD, rate_yearly=Rate.parse("3.50%"))
    given(BENCHMARK, RECORDED).when(other).then_refused(ONE_QUOTE_A_DAY, published_on=MAY)


def test_each_tenor_has_quotes_of_its_own():
    long = evolve(RECORD, tenor_months=60, rate_yearly=Rate.parse("3.50%"))
    given(BENCHMARK, RECORDED).when(long).then(
        evolve(RECORDED, tenor_months=60, rate_yearly=Rate.parse("3.50%"))
    )


def test_a_quote_holds_until_the_next_publication_whichever_became_known_first():
    june = evolve(RECORDED, published_on=JUNE, rate_yearly=Rate.parse("2.90%"))
    quotes = BENCHMARK.fact("LPR", BENCHMARK.fold([june, RECORDED]))
    assert quotes.entry(12, date(2025, 5, 19)) is None
    assert quotes.entry(12, date(2025, 6, 19)).value == Rate.parse("3.00%")
    assert quotes.entry(12, date(2025, 6, 20)).value == Rate.parse("2.90%")
    assert quotes.entry(60, JUNE) is None
