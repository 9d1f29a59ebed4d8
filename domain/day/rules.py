"""The rules of a day."""

from typing import Final

from domain.rules import Rule

CLOSED_DAY_HAS_COME: Final = Rule(
    "DAYB-001",
    "A day is closed when it has come.",
    "会计基础工作规范 第64条: accounts are closed after all that happened in the period is entered",
)
