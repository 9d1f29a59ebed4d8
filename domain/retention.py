"""How long a credit file is kept after a loan ended.

Source: 反洗钱法 (2006) 第19条 and 反洗钱法 (2024修订) 第34条 (identity and transaction papers);
民法典 第201条, 第202条 (years count from the next day, and end on the last day of a month that has
no such day).
"""

from calendar import monthrange
from datetime import date
from typing import Final

from domain.dated import Dated, From
from domain.sources import Source

TEN_YEARS_FROM: Final = date(2025, 1, 1)

YEARS: Final[Dated[int]] = Dated(
    (
        # Ends from before the first law are kept as the first law asks.
        From(date.min, 5, str(Source(instrument="反洗钱法 (2006)", article="第19条"))),
        From(
            TEN_YEARS_FROM,
            10,
            str(
                Source(
                    instrument="反洗钱法 (2024修订)",
                    article="第34条",
                    in_force_from=TEN_YEARS_FROM,
                )
            ),
        ),
    )
)


def retained_until(ended_on: date) -> date:
    """Return the last day that the file of a loan is kept, by the law of the day it ended."""
    years = YEARS.on(ended_on)
    assert years is not None
    year = ended_on.year + years
    return date(year, ended_on.month, min(ended_on.day, monthrange(year, ended_on.month)[1]))
