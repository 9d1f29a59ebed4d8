"""The rules of leads."""

from typing import Final

from domain.rules import Rule

_MARKETING: Final = "Marketing manual of the institution: leads, visits and conversion"
_PERSONS: Final = "个人信息保护法 第5-6条: no more is kept of a person than the purpose needs"

ONE_LEAD_A_NUMBER: Final = Rule("LEAD-001", "The number of a lead names one lead.", _MARKETING)
FOUND_ON_A_DAY_PAST: Final = Rule(
    "LEAD-002", "A lead was found, and somebody met, on a day that has come.", _MARKETING
)
CHAIN_HAS_A_CORE: Final = Rule(
    "LEAD-003", "A link of a supply chain names its core customer, who is on record.", _MARKETING
)
LEAD_IS_A_CUSTOMER: Final = Rule(
    "LEAD-004",
    "Whom a lead is about is a customer on record, if only as a prospect, and stays the same.",
    _PERSONS,
)
LEAD_IS_OPEN: Final = Rule(
    "LEAD-005", "Work goes on with a lead that was captured, and neither won nor lost.", _MARKETING
)
FUNNEL_GOES_ON: Final = Rule(
    "LEAD-006",
    "A lead moves on in the funnel, never back; it is closed by converting it.",
    _MARKETING,
)
ONE_MEETING_A_NUMBER: Final = Rule("LEAD-007", "The number of a visit names one visit.", _MARKETING)
PRODUCT_IS_OFFERED: Final = Rule(
    "LEAD-008", "What is recommended is a product that is offered on the day.", _MARKETING
)
RECOMMENDED_BEFORE_OUTCOME: Final = Rule(
    "LEAD-009", "An outcome is that of a recommendation, and recorded once.", _MARKETING
)
CONVERTED_BY_ITS_CUSTOMER: Final = Rule(
    "LEAD-010",
    "A lead is converted by an application of the customer whom it is about.",
    _MARKETING,
)
