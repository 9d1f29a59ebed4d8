"""Money in whole fen: counted, compared and printed exactly, never rounded here.

Source: GB/T 12406 (currency codes); amounts are integers of the hundredth part.
"""

import re
from functools import cache
from typing import Final

from attrs import field, frozen

DEFAULT_CURRENCY: Final = "CNY"
FEN_MAX: Final = 10**15 - 1  # 15 digits survive every JSON reader and SQLite's sums.
PATTERN: Final = r"^-?(0|[1-9][0-9]{0,12})(\.[0-9]{1,2})?( [A-Z]{3})?$"

_TEXT = re.compile(PATTERN)
_TOO_MUCH = re.compile(r"-?[1-9][0-9]{13}")
_CODE = re.compile("[A-Z]{3}")


class MixedCurrencies(ValueError):
    """Two amounts of different currencies were added or compared."""


# Amounts are made by the million: attrs' own validators would take most of the time.
def _whole(_money: "Money", _field: object, fen: int) -> None:
    if not isinstance(fen, int):
        raise TypeError(f"an amount is whole fen, not {fen!r}")


def _known(_money: "Money", _field: object, currency: str) -> None:
    if not _is_code(currency):
        raise ValueError(f"a currency is three letters, not {currency!r}")


@cache
def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text))


@frozen(order=False)
class Money:
    """An amount in fen (the hundredth part of the currency's unit), with its currency."""

    fen: int = field(validator=_whole)
    currency: str = field(default=DEFAULT_CURRENCY, validator=_known)

    @classmethod
    def parse(cls, text: str, currency: str = DEFAULT_CURRENCY) -> "Money":
        """Return the amount written as "120.00 CNY", or as "120.00" in the given currency.

        Raises ValueError for anything else: exponents, separators, a third decimal.
        """
        if not _TEXT.fullmatch(text):
            if _TOO_MUCH.match(text):
                raise ValueError(f"expected an amount like 120.00, at most {cls(FEN_MAX).number}")
            raise ValueError("expected an amount like 120.00 or 120.00 CNY")
        number, _, code = text.partition(" ")
        whole, _, part = number.lstrip("-").partition(".")
        fen = int(whole) * 100 + int(part.ljust(2, "0"))
        return cls(-fen if number.startswith("-") else fen, code or currency)

    @classmethod
    def zero(cls, currency: str = DEFAULT_CURRENCY) -> "Money":
        """Return nothing, in a currency."""
        return cls(0, currency)

    def __str__(self) -> str:
        return f"{self.number} {self.currency}"

    @property
    def number(self) -> str:
        """The amount with two decimals and without its currency."""
        sign = "-" if self.fen < 0 else ""
        return f"{sign}{abs(self.fen) // 100}.{abs(self.fen) % 100:02d}"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.fen + self._same(other).fen, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.fen - self._same(other).fen, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.fen, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.fen < self._same(other).fen

    def __le__(self, other: "Money") -> bool:
        return self.fen <= self._same(other).fen

    def __gt__(self, other: "Money") -> bool:
        return self.fen > self._same(other).fen

    def __ge__(self, other: "Money") -> bool:
        return self.fen >= self._same(other).fen

    def _same(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise MixedCurrencies(f"{self.currency} and {other.currency} do not add up")
        return other
