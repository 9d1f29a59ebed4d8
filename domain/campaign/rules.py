"""The rules of campaigns."""

from typing import Final

from domain.rules import Rule

_MARKETING: Final = "Marketing manual of the institution: campaigns"
_CONDUCT: Final = "银行保险机构消费者权益保护管理办法 (2022): no misleading promotion"
_PERSONS: Final = "个人信息保护法 第24条: a person may refuse marketing by automated decisions"

ONE_CAMPAIGN_A_NUMBER: Final = Rule(
    "CAMP-001", "The number of a campaign names one campaign.", _MARKETING
)
PLAN_IS_WHOLE: Final = Rule(
    "CAMP-002",
    "A campaign has days that are ahead and in order, and says in which words.",
    _MARKETING,
)
CAMPAIGN_IS_OPEN: Final = Rule("CAMP-003", "The campaign is planned, and not closed.", _MARKETING)
TARGETS_ARE_CUSTOMERS: Final = Rule(
    "CAMP-004",
    "A list holds different customers on record, drawn on a day that has come.",
    _MARKETING,
)
APPROVED_BY_A_SECOND: Final = Rule(
    "CAMP-005", "A list and its wordings are approved by a head who did not plan them.", _CONDUCT
)
APPROVED_BEFORE_CONTACT: Final = Rule(
    "CAMP-006",
    "Nobody is contacted before list and wordings are approved, or off the list.",
    _CONDUCT,
)
APPROVED_WORDING: Final = Rule("CAMP-007", "Only an approved wording is used.", _CONDUCT)
CONTACTED_WITHIN_THE_PLAN: Final = Rule(
    "CAMP-008",
    "A contact is recorded once, was made within the days of the plan, and is past.",
    _MARKETING,
)
NO_MORE_MEANS_NO_MORE: Final = Rule(
    "CAMP-009", "Who asked not to be contacted is contacted no more.", _PERSONS
)
