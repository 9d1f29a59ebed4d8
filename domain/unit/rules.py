"""The rules of units."""

from typing import Final

from domain.rules import Rule

_HOUSE: Final = "Articles and credit manual of the institution: organisation of the credit business"
_SUSPENSION: Final = "Credit manual of the institution: suspension and restoration (停复牌)"
_COMMITTEES: Final = "银行保险机构公司治理准则 (2021): committees, their members and minutes"

ONE_UNIT_A_NUMBER: Final = Rule("UNIT-001", "The number of a unit names one unit.", _HOUSE)
ONE_HEAD_OFFICE: Final = Rule(
    "UNIT-002",
    "The institution has one head office with the number head-office; all else hangs under it.",
    _HOUSE,
)
PARENT_IS_OPEN: Final = Rule(
    "UNIT-003", "A unit is registered under one that is on record and not closed.", _HOUSE
)
COMMITTEE_SAYS_WHICH: Final = Rule(
    "UNIT-004", "A committee, and nothing else, says which committee it is.", _COMMITTEES
)
UNIT_IS_OPEN: Final = Rule("UNIT-005", "The unit is on record and not closed.", _HOUSE)
SUSPENDED_ONCE: Final = Rule(
    "UNIT-006", "A unit that is suspended is not suspended again until it is restored.", _SUSPENSION
)
RESTORED_AFTER_SUSPENSION: Final = Rule(
    "UNIT-007", "Only a unit whose right to lend is suspended is restored, and once.", _SUSPENSION
)
RULED_FROM_ABOVE: Final = Rule(
    "UNIT-008",
    "A unit is suspended and restored from above, or by the head of credit, never by itself.",
    _SUSPENSION,
)
ONLY_COMMITTEES_HAVE_SEATS: Final = Rule(
    "UNIT-009", "Seats and meetings are those of a committee.", _COMMITTEES
)
MEMBERS_ARE_STAFF: Final = Rule(
    "UNIT-010", "A committee is made of different members who are on record.", _COMMITTEES
)
QUORUM_CAN_BE_MET: Final = Rule(
    "UNIT-011", "The quorum is not more than the members who sit on the committee.", _COMMITTEES
)
SEATED_FROM_TODAY: Final = Rule(
    "UNIT-012", "A committee is seated from today or a later day, so that no vote moves.", _HOUSE
)
MEETING_WAS_HELD: Final = Rule(
    "UNIT-013", "A meeting is recorded once, when it was held, and by members of that day.", _HOUSE
)
CLOSED_ONCE: Final = Rule(
    "UNIT-014", "A unit is closed once, with today or a later day as its last.", _HOUSE
)
