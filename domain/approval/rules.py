"""The rules of review and approval."""

from typing import Final

from domain.rules import Rule

_SEPARATION: Final = "商业银行法 第35条: review apart from approval, graded approval"
_INSIDERS: Final = "商业银行法 第40条: no unsecured loan to insiders, and no better terms"
_MANDATES: Final = (
    "商业银行授权、授信管理暂行办法 (银发〔1996〕403号): written, dated, within its bounds"
)
_MANUAL: Final = "Credit manual of the institution: review and approval (审查审批)"
_LIMITS: Final = "商业银行授信工作尽职指引 (银监发〔2004〕51号): credit within the limit granted"

DECIDED_WHILE_IT_GOES_ON: Final = Rule(
    "APPR-001", "Only an application that was admitted and not withdrawn is decided on.", _MANUAL
)
OWN_MONEY_IS_DECIDED_ON: Final = Rule(
    "APPR-046",
    "The lender decides on no credit of another's money: that is accepted (entrustment.accept).",
    "商业银行委托贷款管理办法 (银监发〔2018〕2号) 第19条: no part in deciding",
)
DECIDED_ON_AN_INVESTIGATION: Final = Rule(
    "APPR-002",
    "A file is reviewed and decided once its investigation is concluded, and signed by all who"
    " investigate.",
    _SEPARATION,
)
CUSTOMER_CAN_BE_LENT_TO: Final = Rule(
    "APPR-003", "Credit is decided on for a customer with whom business can be done.", _MANUAL
)
DECIDED_ONCE: Final = Rule(
    "APPR-004", "A file is decided once; another request is another application.", _SEPARATION
)
RETURNED_IS_INVESTIGATED_ANEW: Final = Rule(
    "APPR-005",
    "A file that was returned is reviewed again on a new investigation report.",
    _SEPARATION,
)
REVIEW_CAME_FIRST: Final = Rule(
    "APPR-006",
    "A file is decided, or goes up, once a reviewer passed on its report as it is now, or on a fast"
    " track.",
    _SEPARATION,
)
RETURNED_WITH_PROBLEMS: Final = Rule(
    "APPR-007", "Who returns a file names the problems found.", _SEPARATION
)
DECIDED_UNDER_MANDATE_IN_FORCE: Final = Rule(
    "APPR-010",
    "A mandate, and each that it was delegated from, is in force at the moment of deciding.",
    _MANDATES,
)
DECIDED_WITHIN_MANDATE: Final = Rule(
    "APPR-011",
    "A mandate, and each that it was delegated from, covers the amount, product, grade, security"
    " and unit.",
    _MANDATES,
)
MANDATE_IS_HELD: Final = Rule(
    "APPR-012", "One decides under one's own mandate, or that of a post one holds.", _MANDATES
)
DELEGATED_TWICE_AT_MOST: Final = Rule(
    "APPR-013", "A mandate is delegated and sub-delegated, and no further.", _MANDATES
)
MANDATE_IS_THE_COMMITTEES: Final = Rule(
    "APPR-014", "A committee decides under a mandate of its own.", _MANDATES
)
NOBODY_BELOW_DECIDES: Final = Rule(
    "APPR-015", "A file that went up is decided under the mandate it went to, or above.", _MANDATES
)
ESCALATED_UPWARDS: Final = Rule(
    "APPR-016", "A file goes up to a mandate for as much or more, and not back down.", _MANDATES
)
VOTED_IN_A_COMMITTEE: Final = Rule(
    "APPR-020", "Votes are cast in a committee that has seats.", _MANUAL
)
MOTION_LIES_BEFORE_IT: Final = Rule(
    "APPR-021", "A committee votes on the motion that was put to it.", _MANUAL
)
MEMBER_VOTES: Final = Rule("APPR-022", "The members of a committee vote, nobody else.", _MANUAL)
VOTES_ONCE: Final = Rule("APPR-023", "A member votes once on a motion.", _MANUAL)
QUORUM_IS_MET: Final = Rule(
    "APPR-024", "A committee decides once its quorum has voted; who stays out is absent.", _MANUAL
)
DECLINED_WITH_REASONS: Final = Rule("APPR-025", "Who declines an application says why.", _MANUAL)
APPROVED_ON_A_RATING: Final = Rule(
    "APPR-030", "Credit is approved on a rating that is in force.", _LIMITS
)
APPROVED_PRODUCT_IS_OFFERED: Final = Rule(
    "APPR-031", "The product is offered on that day.", _MANUAL
)
APPROVED_WITHIN_PRODUCT: Final = Rule(
    "APPR-032", "What is approved lies within the terms of the product.", _MANUAL
)
CHANGED_TERMS_HAVE_A_REASON: Final = Rule(
    "APPR-033",
    "Who approves other terms than were proposed, or against the advice, says why.",
    _SEPARATION,
)
CONDITIONS_ARE_NUMBERED_ONCE: Final = Rule(
    "APPR-034", "Each condition of an approval has a number of its own.", _MANUAL
)
APPROVED_WITHIN_OWN_LIMIT: Final = Rule(
    "APPR-035",
    "Credit is approved within a limit of the customer or the customer's group.",
    _LIMITS,
)
APPROVED_SECURED_IF_INSIDER: Final = Rule(
    "APPR-036", "An insider is lent nothing without security.", _INSIDERS
)
APPROVED_NO_BETTER_FOR_INSIDERS: Final = Rule(
    "APPR-037",
    "An insider's terms are no better than proposed, and are compared with like credit to others.",
    _INSIDERS,
)
TRACK_COMES_FIRST: Final = Rule(
    "APPR-040", "A fast track is granted once, to a file that nobody reviewed or decided.", _MANUAL
)
PAPER_IS_NOT_POSTDATED: Final = Rule(
    "APPR-041", "What happened bears a day that has come.", _MANUAL
)
DECISION_IS_TOLD: Final = Rule(
    "APPR-042", "The customer is told of a decision once it was made.", _MANUAL
)
APPROVAL_STANDS: Final = Rule(
    "APPR-043",
    "Only an approval that stands, and no contract stands on, lapses or is revoked.",
    _MANUAL,
)
VALIDITY_IS_OVER: Final = Rule(
    "APPR-044", "An approval lapses after the last day that it holds.", _MANUAL
)
SIGNED_ON_APPROVAL_THAT_HOLDS: Final = Rule(
    "APPR-045", "A contract is signed on an approval that holds.", _SEPARATION
)
