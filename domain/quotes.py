"""What a benchmark was quoted at, by tenor and publication day: what loans are priced by.

Source: 中国人民银行公告〔2019〕第15号 (the loan prime rate, by tenor, on its publication day).
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from domain.dated import Dated, From
from domain.rate import Rate

_NONE: Final[Dated[Rate]] = Dated()


@frozen
class Quotes:
    """The quotes of one benchmark; a quote holds from its publication day until the next."""

    by_tenor: Mapping[int, Dated[Rate]] = field(factory=lambda: MappingProxyType({}))

    def entry(self, tenor_months: int, day: date) -> From[Rate] | None:
        """Return the quote that holds on a day, with its publication day; None before the first."""
        quoted = self.by_tenor.get(tenor_months)
        return quoted.entry(day) if quoted else None

    def on(self, tenor_months: int, published_on: date) -> Rate | None:
        """Return what was published on exactly that day; None where nothing was."""
        entry = self.entry(tenor_months, published_on)
        return entry.value if entry and entry.day == published_on else None

    def with_quote(self, tenor_months: int, published_on: date, rate: Rate) -> "Quotes":
        """Return these quotes and one more; it takes the place of one of the same day."""
        quoted = self.by_tenor.get(tenor_months, _NONE).with_value(published_on, rate)
        return Quotes({**self.by_tenor, tenor_months: quoted})
