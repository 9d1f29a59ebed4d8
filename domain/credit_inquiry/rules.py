"""The rules of asking for a credit report."""

from typing import Final

from domain.rules import Rule

_CONSENT: Final = "征信业管理条例 第18条: written consent and an agreed purpose"
_USE: Final = "征信业管理条例 第20条: a report serves the agreed purpose"

CONSENT_IS_OF_A_CUSTOMER: Final = Rule(
    "INQU-001", "Enquiries are made about customers with whom business is done.", _CONSENT
)
CONSENT_IS_WHOLE: Final = Rule(
    "INQU-002", "A consent says for which reports and purposes, and until when.", _CONSENT
)
CONSENT_IS_SIGNED: Final = Rule(
    "INQU-003", "A consent is recorded, or withdrawn, on a day that has come.", _CONSENT
)
ONE_CONSENT_A_NUMBER: Final = Rule(
    "INQU-004", "A consent number names one consent, withdrawn once.", _CONSENT
)
CONSENT_IS_KNOWN: Final = Rule(
    "INQU-005", "Only a consent that was given can be withdrawn, and not before.", _CONSENT
)
CONSENT_IS_IN_FORCE: Final = Rule(
    "INQU-006",
    "A credit report is asked for under a written consent in force for that report and purpose.",
    _CONSENT,
)
ONE_INQUIRY_A_NUMBER: Final = Rule(
    "INQU-007", "An enquiry number names one enquiry and one report.", _USE
)
INQUIRY_WAS_MADE: Final = Rule(
    "INQU-008",
    "A report is recorded under the enquiry that asked for it, made by then.",
    _USE,
)
