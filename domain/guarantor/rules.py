"""The rules of guarantors: who may guarantee, and how much in all."""

from typing import Final

from domain.rules import Rule

_CAPACITY: Final = "商业银行法 第36条: the guarantor's ability to pay is examined strictly"

GUARANTOR_IS_ACTIVE: Final = Rule(
    "GRTR-001", "A guarantor is a registered customer, neither merged nor erased.", _CAPACITY
)
MAY_GUARANTEE: Final = Rule(
    "GRTR-002",
    "State organs, and institutions and bodies for the public good, do not guarantee.",
    "民法典 第683条",
)
IS_OF_AGE: Final = Rule(
    "GRTR-003", "Who guarantees has full capacity to act.", "民法典 第18条, 第144条"
)
CAPACITY_IS_SOUND: Final = Rule(
    "GRTR-004",
    "What can be guaranteed is more than nothing, in one currency, and no more than net assets "
    "and a year's income.",
    _CAPACITY,
)
ASSESSMENT_LASTS: Final = Rule(
    "GRTR-005", "An assessment is valid until a day that is not past.", _CAPACITY
)
GUARANTOR_IS_ASSESSED: Final = Rule(
    "GRTR-006", "A guarantee is taken of who was assessed, while that is valid.", _CAPACITY
)
GUARANTOR_IS_NOT_SUSPENDED: Final = Rule(
    "GRTR-007", "No guarantee is taken of a guarantor who is suspended.", _CAPACITY
)
WITHIN_CAPACITY: Final = Rule(
    "GRTR-008",
    "All guarantees of a guarantor together stay within what they can guarantee.",
    _CAPACITY,
)
