"""The rules of mandates."""

from typing import Final

from domain.rules import Rule

_MANDATES: Final = "商业银行授权、授信管理暂行办法 (1996): written, limited in scope and in time"
_SEPARATION: Final = "商业银行法 第35条: review apart from approval, graded approval"

ONE_MANDATE_A_NUMBER: Final = Rule(
    "MAND-001", "The number of a mandate names one mandate.", _MANDATES
)
MANDATE_IS_NOT_DATED_BACK: Final = Rule(
    "MAND-002", "A mandate begins today or later, and ends after it begins.", _MANDATES
)
HELD_AT_AN_OPEN_UNIT: Final = Rule(
    "MAND-003",
    "A mandate is granted to a post at a unit that is open, or to a committee.",
    _MANDATES,
)
NOT_FOR_ONESELF: Final = Rule(
    "MAND-004", "Nobody grants, delegates, restores or widens a mandate of their own.", _SEPARATION
)
DELEGATED_BY_ITS_HOLDER: Final = Rule(
    "MAND-005",
    "A mandate is delegated while it is in force, where it may be, by the person who holds it.",
    _MANDATES,
)
DELEGATED_TO_STAFF: Final = Rule(
    "MAND-006", "A mandate is delegated to a member of staff who has not left.", _MANDATES
)
WITHIN_ITS_PARENT: Final = Rule(
    "MAND-007",
    "What is delegated covers no more than what it is delegated from, and no day more.",
    _MANDATES,
)
MANDATE_IS_KNOWN: Final = Rule(
    "MAND-008", "Only a mandate that was given, and not revoked, is ruled on.", _MANDATES
)
RULED_BY_THE_GIVER: Final = Rule(
    "MAND-009",
    "A mandate is ruled on by who leads credit or the institution, or by who delegated it.",
    _MANDATES,
)
SUSPENDED_BEFORE_RESTORED: Final = Rule(
    "MAND-010", "A mandate is suspended once, and restored once after it.", _MANDATES
)
DATES_ARE_IN_ORDER: Final = Rule("MAND-011", "The true dates of a mandate are in order.", _MANDATES)
