"""What is shown of a person to those who have not said what for.

Source: JR/T 0171-2020 (C2: masked by default): an identity number keeps six characters before and
four behind, a telephone number three and four, a name its first character.
"""

from collections.abc import Callable, Mapping
from typing import Final

from domain.fields import ERASED, SEALED
from projections.sealed import FirstOf, Later

Mask = Callable[[str], str]


def _kept(text: str, before: int, behind: int) -> str:
    """Return a text with stars between; nothing but stars where there is no between."""
    between = len(text) - before - behind
    if between <= 0:
        return "*" * len(text)
    return f"{text[:before]}{'*' * between}{text[len(text) - behind :]}"


MASKS: Final[Mapping[str, Mask]] = {
    "name": lambda text: _kept(text, 1, 0),
    "phone": lambda text: _kept(text, 3, 4),
    "number": lambda text: _kept(text, 6, 4),
    "address": lambda text: _kept(text, 3, 0),
}


def masked(what: str, value: FirstOf | str | None) -> Later | None:
    """Return a sealed value masked as what it is; None where nothing stands for it."""
    references = value.references if isinstance(value, FirstOf) else (value,)
    known = tuple(reference for reference in references if reference)

    def make(says: Mapping[str, str | None]) -> str | None:
        found = next((says[ref] for ref in known if says[ref] is not None), None)
        return found if found in (None, SEALED, ERASED) else MASKS[what](found)

    return Later(known, make) if known else None
