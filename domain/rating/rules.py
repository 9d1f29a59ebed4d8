"""The rules of a customer's rating."""

from typing import Final

from domain.rules import Rule

_RATING: Final = "Credit manual of the institution: credit rating (信用评级)"
_INTERNAL: Final = "商业银行内部控制指引: a rating is overridden by authority, with its reason"

RATES_A_CUSTOMER: Final = Rule(
    "RATE-001", "Who is rated is a customer with whom business is done.", _RATING
)
CARD_IS_IN_FORCE: Final = Rule(
    "RATE-002", "A customer is rated with a scorecard that is in force.", _RATING
)
CARD_IS_FOR_THE_KIND: Final = Rule(
    "RATE-003", "A customer is rated with a scorecard for their kind.", _RATING
)
ALL_IS_JUDGED: Final = Rule(
    "RATE-004",
    "Each characteristic that people judge is judged once, and none that is measured.",
    _RATING,
)
JUDGED_WITHIN_POINTS: Final = Rule(
    "RATE-005", "No more points are given than the scorecard has, and each has a reason.", _RATING
)
SOMETHING_IS_ON_RECORD: Final = Rule(
    "RATE-006",
    "A rating is made from an economic file or financial statements that are on record.",
    _RATING,
)
FIGURES_ARE_RECENT: Final = Rule(
    "RATE-010",
    "A rating is made from recent figures: an economic file or statements older than the policy"
    " allows are refreshed first.",
    _RATING,
)
RATING_IS_IN_FORCE: Final = Rule(
    "RATE-007", "Only the grade of a rating that holds on the day can be overridden.", _INTERNAL
)
OVERRIDE_NAMES_A_GRADE: Final = Rule(
    "RATE-008", "A grade is moved to another of the scorecard's.", _INTERNAL
)
OVERRIDE_IS_LIMITED: Final = Rule(
    "RATE-009", "A grade is moved by no more notches than the policy allows.", _INTERNAL
)
