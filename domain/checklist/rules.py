"""The rules of a checklist."""

from typing import Final

from domain.rules import Rule

CHECKLIST_NAMES_ONCE: Final = Rule(
    "CHKL-001",
    "A checklist names a document once.",
    "Credit file standard of the institution",
)
