"""What may be asked of a benchmark: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.ids import BenchmarkId, Months
from domain.rate import Rate


@frozen(kw_only=True)
class RecordQuote:
    """Record at what rate a benchmark was quoted on its publication day."""

    benchmark_id: BenchmarkId  # As in "LPR".
    tenor_months: Months  # The tenor that was quoted: 12, or 60 for five years and more.
    published_on: date
    rate_yearly: Rate
    source: str  # Where it was published.


@frozen(kw_only=True)
class CorrectQuote:
    """Correct a quote that was recorded wrongly; loans follow when they are next repriced."""

    benchmark_id: BenchmarkId
    tenor_months: Months
    published_on: date
    rate_yearly: Rate  # The true one.
    source: str


BenchmarkCommand = RecordQuote | CorrectQuote
