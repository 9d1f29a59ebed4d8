"""The rules of market notes."""

from typing import Final

from domain.rules import Rule

NOTED_ONCE: Final = Rule(
    "NOTE-001",
    "The number of a note names one note, of a day that has come.",
    "Marketing manual of the institution: market information",
)
