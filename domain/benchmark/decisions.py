"""What follows from recording what a benchmark was quoted at."""

from collections.abc import Sequence
from typing import assert_never

from domain.benchmark.commands import BenchmarkCommand, CorrectQuote, RecordQuote
from domain.benchmark.events import BenchmarkEvent, QuoteCorrected, QuoteRecorded
from domain.benchmark.rules import ONE_QUOTE_A_DAY, QUOTE_IS_KNOWN
from domain.benchmark.state import Benchmark


def decide(command: BenchmarkCommand, benchmark: Benchmark) -> Sequence[BenchmarkEvent]:
    """Return what follows from a command."""
    match command:
        case RecordQuote():
            return record_quote(command, benchmark)
        case CorrectQuote():
            return correct_quote(command, benchmark)
    assert_never(command)


def record_quote(command: RecordQuote, benchmark: Benchmark) -> Sequence[BenchmarkEvent]:
    """Record a quote, in any order of knowing; () where the same was recorded."""
    known = benchmark.quotes.on(command.tenor_months, command.published_on)
    ONE_QUOTE_A_DAY.require(
        known in (None, command.rate_yearly), published_on=command.published_on, recorded=known
    )
    if known is not None:
        return ()
    recorded = QuoteRecorded(
        tenor_months=command.tenor_months,
        published_on=command.published_on,
        rate_yearly=command.rate_yearly,
        source=command.source,
    )
    return (recorded,)


def correct_quote(command: CorrectQuote, benchmark: Benchmark) -> Sequence[BenchmarkEvent]:
    """Put the true rate in the place of a recorded one; () where it stands so already."""
    known = benchmark.quotes.on(command.tenor_months, command.published_on)
    QUOTE_IS_KNOWN.require(
        known is not None, tenor_months=command.tenor_months, published_on=command.published_on
    )
    assert known is not None
    if known == command.rate_yearly:
        return ()
    corrected = QuoteCorrected(
        tenor_months=command.tenor_months,
        published_on=command.published_on,
        rate_yearly=command.rate_yearly,
        was=known,
        source=command.source,
    )
    return (corrected,)
