"""The rules of what is shown to others."""

from typing import Final

from domain.rules import Rule

_HANDLING: Final = "个人信息保护法 第6条, 第51条: a stated purpose, and measures by kind of data"

RECIPIENT_IS_NAMED: Final = Rule(
    "DISC-001",
    "Personal data leaves the house for a named recipient and a stated purpose.",
    _HANDLING,
)
SOMETHING_WAS_READ: Final = Rule(
    "DISC-002", "A reading names whose data was read, and which fields.", _HANDLING
)
RECORDED_ONCE: Final = Rule("DISC-003", "A disclosure is recorded once.", _HANDLING)
