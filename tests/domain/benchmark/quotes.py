"""What the loan prime rate was quoted at, as the tests tell of it."""

from datetime import date

from domain.benchmark.commands import CorrectQuote, RecordQuote
from domain.benchmark.events import QuoteCorrected, QuoteRecorded
from domain.rate import Rate

MAY = date(2025, 5, 20)
JUNE = date(2025, 6, 20)
PAGE = "National Interbank Funding Center"

RECORD = RecordQuote(
    benchmark_id="LPR",
    tenor_months=12,
    published_on=MAY,
    rate_yearly=Rate.parse("3.00%"),
    source=PAGE,
)
RECORDED = QuoteRecorded(
    tenor_months=12, published_on=MAY, rate_yearly=Rate.parse("3.00%"), source=PAGE
)
CORRECT = CorrectQuote(
    benchmark_id="LPR",
    tenor_months=12,
    published_on=MAY,
    rate_yearly=Rate.parse("3.10%"),
    source=PAGE,
)
CORRECTED = QuoteCorrected(
    tenor_months=12,
    published_on=MAY,
    rate_yearly=Rate.parse("3.10%"),
    was=Rate.parse("3.00%"),
    source=PAGE,
)
