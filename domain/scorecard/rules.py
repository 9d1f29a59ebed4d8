"""The rules of a scorecard."""

from typing import Final

from domain.rules import Rule

_RATING: Final = (
    "Credit manual of the institution: credit rating (信用评级), versions of scorecards"
)

CARD_IS_DEFINED_ONCE: Final = Rule(
    "SCOR-001", "A scorecard is defined once; another content is a revision.", _RATING
)
CARD_IS_DEFINED: Final = Rule(
    "SCOR-002", "Only a scorecard that was defined is revised or withdrawn.", _RATING
)
VERSIONS_BEGIN_AHEAD: Final = Rule(
    "SCOR-003", "A version holds from today or a later day: no rating is made wrong by it.", _RATING
)
KINDS_ARE_NAMED: Final = Rule(
    "SCOR-004", "A scorecard names each kind of customer that it rates, once.", _RATING
)
CHARACTERISTICS_ARE_NAMED_ONCE: Final = Rule(
    "SCOR-005", "Each characteristic has a name of its own, in Chinese and in English.", _RATING
)
POINTS_MAKE_A_HUNDRED: Final = Rule(
    "SCOR-006", "The most points of all characteristics add up to a hundred.", _RATING
)
BANDS_MEET: Final = Rule(
    "SCOR-007",
    "Bands leave no gap and do not overlap: the first has no low, each begins where the one"
    " before it ends, the last has no high.",
    _RATING,
)
BANDS_REACH_THE_MOST: Final = Rule(
    "SCOR-008", "Some band gives the most points, and none gives more.", _RATING
)
JUDGED_OR_MEASURED: Final = Rule(
    "SCOR-009", "A characteristic measures a figure in bands, or is judged and has none.", _RATING
)
GRADES_COVER_ALL_POINTS: Final = Rule(
    "SCOR-010",
    "Grades go down from the best, each from fewer points, the last from none at all.",
    _RATING,
)
