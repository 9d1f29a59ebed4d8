"""Rates in whole 1e-8 a year, and the only functions that round, each named for its rule.

Source: Circular PBOC 2005-129 (day, month and year rates); rounding is half up to the fen,
once for each amount that becomes due.
"""

import re
from typing import Final

from attrs import field, frozen, validators

E8: Final = 10**8
PATTERN: Final = r"^(0|[1-9][0-9]{0,2})(\.[0-9]{1,6})?%$"

_TEXT = re.compile(PATTERN)


@frozen(order=True)
class Rate:
    """A yearly rate in whole 1e-8: 4.35 % is 4,350,000."""

    e8: int = field(validator=[validators.instance_of(int), validators.ge(0)])

    @classmethod
    def parse(cls, text: str) -> "Rate":
        """Return the rate written as "4.35%"; ValueError for anything else."""
        if not _TEXT.fullmatch(text):
            raise ValueError("expected a yearly rate like 4.35%")
        whole, _, part = text.rstrip("%").partition(".")
        return cls(int(whole) * 10**6 + int(part.ljust(6, "0")))

    def __str__(self) -> str:
        text = f"{self.e8 // 10**6}.{self.e8 % 10**6:06d}".rstrip("0")
        return (text + "00")[: max(len(text), text.index(".") + 3)] + "%"


def half_up(numerator: int, denominator: int) -> int:
    """Return the quotient rounded half away from zero (denominator > 0)."""
    assert denominator > 0
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))
