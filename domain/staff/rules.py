"""The rules of staff: posts, licences, training and connected customers."""

from typing import Final

from domain.rules import Rule

_HOUSE: Final = "Credit manual of the institution: posts and their holders"
_LICENCE: Final = "Credit manual of the institution: licence to work in lending (上岗资格)"
_OFFICES: Final = "商业银行内部控制指引 (2014): front, middle and back office are kept apart"
_INSIDERS: Final = "商业银行法 第40条; 银行保险机构关联交易管理办法 (2022)"

STAFF_IS_REGISTERED: Final = Rule(
    "STAFF-001",
    "What is recorded of somebody needs them to be registered, and not to have left.",
    _HOUSE,
)
NOBODY_FOR_THEMSELVES: Final = Rule(
    "STAFF-002", "Nobody records posts, licences or training of their own.", _HOUSE
)
UNIT_OF_POST_IS_OPEN: Final = Rule(
    "STAFF-003", "A post is held at a unit that is on record and not closed.", _HOUSE
)
POST_IS_NOT_DATED_BACK: Final = Rule(
    "STAFF-004",
    "A post begins today or later, and ends yesterday or later, not before it began.",
    _HOUSE,
)
ONE_POST_ONCE: Final = Rule(
    "STAFF-005", "The same post at the same unit is held once at a time.", _HOUSE
)
POST_IS_OF_THE_OFFICE: Final = Rule(
    "STAFF-006", "A post is held in the office where it belongs: front, middle or back.", _OFFICES
)
GRADE_IS_LICENSED: Final = Rule(
    "STAFF-007",
    "A post that has a grade is held with a licence of that grade, or a higher one, in force.",
    _LICENCE,
)
POST_IS_HELD: Final = Rule("STAFF-008", "Only a post that is held ends.", _HOUSE)
TEST_IS_PASSED: Final = Rule(
    "STAFF-009", "A licence is granted on a test of its grade that was taken and passed.", _LICENCE
)
LICENCE_IS_FOR_A_TERM: Final = Rule(
    "STAFF-010",
    "A licence runs from today or later, to a last day within its longest term.",
    _LICENCE,
)
LICENCE_IS_HELD: Final = Rule(
    "STAFF-011",
    "Only a licence that was granted, and not withdrawn, is renewed or withdrawn.",
    _LICENCE,
)
TRAINING_SUFFICES: Final = Rule(
    "STAFF-012", "A licence is renewed where the training of the year before suffices.", _LICENCE
)
TRAINING_WAS_COMPLETED: Final = Rule(
    "STAFF-013", "A training is recorded once, and when it was completed.", _LICENCE
)
CONNECTED_IS_A_CUSTOMER: Final = Rule(
    "STAFF-014", "Who is declared connected is a customer on record.", _INSIDERS
)
OTHERS_END_A_CONNECTION: Final = Rule(
    "STAFF-015", "That a connection ended is for others to record.", _INSIDERS
)
CONNECTION_IS_KNOWN: Final = Rule(
    "STAFF-016", "Only a connection that was declared ends.", _INSIDERS
)
LEFT_ONCE: Final = Rule(
    "STAFF-017", "Somebody leaves once, with yesterday or a later day as their last.", _HOUSE
)
