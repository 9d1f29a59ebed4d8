"""Values as a report in Chinese writes them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.facts.labels import LABELS as FACTS
from domain.investigation.labels import LABELS as OWN
from domain.labels import LABELS as SHARED
from domain.labels import Label
from domain.money import DEFAULT_CURRENCY, Money

_WORDS: Final[Mapping[str, Label]] = {**OWN, **FACTS, **SHARED}


def word(value: StrEnum) -> str:
    """Return what a value is called in Chinese."""
    return _WORDS[value.value].zh


def money(amount: Money | None) -> str:
    """Return an amount with its unit: "120.00元"; a dash where there is none."""
    if amount is None:
        return "—"
    unit = "元" if amount.currency == DEFAULT_CURRENCY else f" {amount.currency}"
    return f"{amount.number}{unit}"
