"""The rules of a credit archive."""

from typing import Final

from domain.rules import Rule

_ARCHIVE_LAW: Final = "档案法实施条例 第39条: attributable, traceable and complete"

FILE_HAS_A_SUBJECT: Final = Rule(
    "ARCH-001",
    "A file is kept about what is on record, and a customer whom it is about.",
    _ARCHIVE_LAW,
)
SUBJECT_IS_NOT_ERASED: Final = Rule(
    "ARCH-002", "Nothing is filed about a person who was erased.", "个人信息保护法 第47条"
)
ONE_DOCUMENT_A_NUMBER: Final = Rule(
    "ARCH-003", "A document number names one document in a file.", _ARCHIVE_LAW
)
REMOVED_STAYS_REMOVED: Final = Rule(
    "ARCH-004", "A removed document is filed again under a new number.", _ARCHIVE_LAW
)
DOCUMENT_IS_NOT_POSTDATED: Final = Rule(
    "ARCH-005", "A document is filed, or removed, on a day that has come.", _ARCHIVE_LAW
)
DOCUMENT_IS_FILED: Final = Rule(
    "ARCH-006", "Only a document that was filed can be removed.", _ARCHIVE_LAW
)
REMOVED_ONCE: Final = Rule("ARCH-007", "A document is removed once.", _ARCHIVE_LAW)
REMOVED_AFTER_ITS_DATE: Final = Rule(
    "ARCH-008", "A document is not removed before the day that it bears.", _ARCHIVE_LAW
)
VALID_FROM_ITS_DATE: Final = Rule(
    "ARCH-009", "A document is valid until no earlier than the day that it bears.", _ARCHIVE_LAW
)
