"""A benchmark by tenor, as it was quoted from day to day."""

from typing import assert_never

import attrs
from attrs import frozen

from domain.benchmark.events import BenchmarkEvent, QuoteCorrected, QuoteRecorded
from domain.quotes import Quotes


@frozen
class Benchmark:
    """What is known of a benchmark's quotes; none before the first."""

    quotes: Quotes = attrs.field(factory=Quotes)


def evolve(benchmark: Benchmark, event: BenchmarkEvent) -> Benchmark:
    """Return the benchmark after an event; a correction takes the place of what it corrects."""
    match event:
        case QuoteRecorded() | QuoteCorrected():
            return Benchmark(
                benchmark.quotes.with_quote(
                    event.tenor_months, event.published_on, event.rate_yearly
                )
            )
    assert_never(event)


def fact(_benchmark_id: str, benchmark: Benchmark) -> Quotes:
    """Return the quotes, for loans that are priced by them."""
    return benchmark.quotes
