"""The rules of the journal itself."""

from typing import Final

from domain.rules import Rule

_TRACEABLE: Final = "档案法实施条例 第39条: an electronic file is whole-process traceable"

ONE_JOURNAL: Final = Rule(
    "LOGB-001",
    "An institution keeps one journal, and it is called main.",
    _TRACEABLE,
)
JOURNAL_IS_OPENED_ONCE: Final = Rule(
    "LOGB-002",
    "The journal is opened once, and keeps its name, time zone and currency.",
    _TRACEABLE,
)
LOG_NAME_IS_PLAIN: Final = Rule(
    "LOGB-003",
    "The journal's outside name has neither spaces nor a plus sign.",
    "C2SP signed-note: a key name is non-empty and without Unicode spaces or plus",
)
TIME_ZONE_HAS_SHAPE: Final = Rule(
    "LOGB-004",
    "A time zone is named as in Asia/Shanghai.",
    "IANA Time Zone Database, theory.html: names of timezones",
)
_TAMPER: Final = "会计档案管理办法 第8条: electronic records are kept from tampering"

SEGMENT_ENDS_AT_A_CLOSING: Final = Rule(
    "LOGB-006",
    "A segment of the journal ends where a day was closed, and holds at least one record.",
    _TAMPER,
)
SEGMENTS_FOLLOW: Final = Rule(
    "LOGB-007",
    "Segments of the journal follow each other without a gap.",
    _TAMPER,
)
SEGMENT_STAYS: Final = Rule(
    "LOGB-008",
    "What the files of a segment hold is recorded once, and stays.",
    _TAMPER,
)
LOG_IS_OPEN: Final = Rule(
    "LOGB-005",
    "The journal is opened before anything else is recorded.",
    _TRACEABLE,
)
