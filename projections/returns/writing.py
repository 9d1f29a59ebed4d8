"""How returns write values, and how they mask what identifies a person.

Source: EAST 5.0, common rules: days as YYYYMMDD and 99991231 for none, amounts with two decimals,
rates in percent a year, several values joined by ";".  Masking: of a name its last character; of a
number its first six characters and the SM3 of the name's first character with the number in
capitals (SM3: GB/T 32905-2016).  It has no salt, so what is masked stays personal.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from domain.fields import ERASED
from domain.money import Money
from domain.rate import Rate
from projections.sealed import FirstOf, Later

NO_DAY: Final = "99991231"
WITHHELD: Final = "[withheld]"  # What stands for personal data in an export without it.
_SAID: Final = (None, ERASED, WITHHELD)  # These are no values, and stay as they are.


def day(value: date | None) -> str:
    """Return a day; there being none is a day of its own."""
    return NO_DAY if value is None else value.strftime("%Y%m%d")


def amount(value: Money | None) -> str | None:
    """Return an amount without its currency."""
    return None if value is None else str(value).partition(" ")[0]


def percent(value: Rate | None, decimals: int = 4) -> str | None:
    """Return a rate in percent with decimals, 4 or 6; what a yearly rate holds has six."""
    if value is None:
        return None
    whole, part = divmod(value.e8, 10**6)
    return f"{whole}.{part:06d}"[: decimals - 6 or None]


def masked_name(name: str | None) -> str | None:
    """Return a person's name masked."""
    return name if name in _SAID or not name else name[-1]


def masked_number(name: str | None, number: str | None) -> str | None:
    """Return a number masked; without a name there is nothing to mask it by."""
    if number in _SAID or number is None:
        return number
    if name in _SAID or not name:
        return None if name is None else name
    hashed = hashlib.new("sm3", (name[0] + number.upper()).encode())
    return number[:6] + hashed.hexdigest()


def later(make: Callable[..., Any], *values: FirstOf) -> Later:
    """Return what is made of sealed values once they are opened, each the first that says one."""
    references = tuple(ref for value in values for ref in value.references if ref is not None)

    def made(says: Mapping[str, str | None]) -> Any:
        return make(*(_first(value, says) for value in values))

    return Later(references, made)


def _first(value: FirstOf, says: Mapping[str, str | None]) -> str | None:
    said = (says.get(ref) for ref in value.references if ref is not None)
    return next((found for found in said if found is not None), None)
