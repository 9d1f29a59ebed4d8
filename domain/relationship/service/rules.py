"""The rules of how a customer is served."""

from typing import Final

from domain.rules import Rule

_TIERS: Final = "Customer manual of the institution: tiers by contribution, standing and industry"
_PRIORITY: Final = "Customer manual of the institution: a priority lane is quicker, never laxer"
_SURVEYS: Final = "Customer manual of the institution: satisfaction is asked and acted upon"

TIER_IS_REASONED: Final = Rule(
    "SERV-001", "A customer is put in a tier with one reason by each criterion.", _TIERS
)
SOMETHING_IS_PREFERRED: Final = Rule(
    "SERV-002", "A preference says something.", "Customer manual of the institution"
)
PRIORITY_IS_PROPOSED: Final = Rule(
    "SERV-003", "A priority is proposed by one member of staff and granted by another.", _PRIORITY
)
PRIORITY_ENDS: Final = Rule(
    "SERV-004", "A priority lasts no longer than the institution allows, from today on.", _PRIORITY
)
PRIORITY_IS_GRANTED: Final = Rule(
    "SERV-005", "Only a priority that is in force can end before its time.", _PRIORITY
)
SURVEY_IS_KNOWN: Final = Rule(
    "SERV-006", "A survey is followed up once, no earlier than it was answered.", _SURVEYS
)
