"""The rules of sales targets."""

from typing import Final

from domain.rules import Rule

_TARGETS: Final = "Marketing manual of the institution: targets and appraisal"

TARGET_IS_OF_ONE_MONTH: Final = Rule(
    "SALE-001", "A target is that of one officer on record, for one month: OFFICER:MONTH.", _TARGETS
)
SET_BY_ANOTHER: Final = Rule("SALE-002", "Nobody sets their own target.", _TARGETS)
SET_WHILE_IT_RUNS: Final = Rule(
    "SALE-003", "A target is set or changed before its month is over.", _TARGETS
)
