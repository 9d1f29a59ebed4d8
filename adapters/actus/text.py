"""Cases as the text of a file: numbers with all the digits that were calculated."""

from collections.abc import Mapping
from typing import Any

import msgspec


def as_text(cases: Mapping[str, Any]) -> str:
    """Return cases as indented JSON; Decimals are numbers in it, not text."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    return msgspec.json.format(encoder.encode(cases), indent=2).decode() + "\n"
