"""The values by which a loan is priced."""

from datetime import date

from attrs import frozen

from domain.ids import BenchmarkId, Months, ReceiptNo, SpreadPoints
from domain.kinds import Repricing
from domain.rate import Rate


@frozen(kw_only=True)
class Pricing:
    """By which benchmark a loan is priced, and when it follows (LPR 加点)."""

    benchmark_id: BenchmarkId
    tenor_months: Months  # Of the quote.
    spread_points: SpreadPoints  # Added to the quote, in hundredths of a percent (基点).
    repricing: Repricing
    cap: Rate | None = None
    floor: Rate | None = None


@frozen(kw_only=True)
class Repriced:
    """The rate from a repricing day on, and the quote that it comes from."""

    reference: ReceiptNo
    value_date: date
    rate_yearly: Rate
    quoted: Rate
    published_on: date
