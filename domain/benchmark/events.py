"""What has happened to a benchmark: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import Months
from domain.rate import Rate


@frozen(kw_only=True)
class QuoteRecorded:
    """A tenor was quoted at a rate, which holds until the next publication."""

    tenor_months: Months
    published_on: date
    rate_yearly: Rate
    source: str


@frozen(kw_only=True)
class QuoteCorrected:
    """A quote was recorded wrongly; this is what was published."""

    tenor_months: Months
    published_on: date
    rate_yearly: Rate
    was: Rate
    source: str


BenchmarkEvent = QuoteRecorded | QuoteCorrected
