"""The rules of the responsibility for a file."""

from typing import Final

from domain.rules import Rule

_OFFICER: Final = "Credit manual of the institution: officer in charge (经办责任人制度)"

FILE_IS_ON_RECORD: Final = Rule(
    "RESP-001", "Somebody answers for the file of a customer or a loan that is on record.", _OFFICER
)
ASSIGNED_BY_A_HEAD: Final = Rule(
    "RESP-002", "Files are assigned by a head, or taken by an officer for themselves.", _OFFICER
)
OFFICER_IS_ON_RECORD: Final = Rule("RESP-003", "A file is assigned to a member of staff.", _OFFICER)
MOVED_BY_HANDOVER: Final = Rule(
    "RESP-004",
    "A file for which somebody answers moves by a handover, unless they have left.",
    _OFFICER,
)
MOVED_FROM_WHO_ANSWERS: Final = Rule(
    "RESP-005", "A handover moves a file from who answers for it, and never back in time.", _OFFICER
)
