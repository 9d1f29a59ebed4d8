"""The rules of credit limits."""

from typing import Final

from domain.rules import Rule

_DUE_CARE: Final = "商业银行授信工作尽职指引 (2004): credit by rating, within limits, reviewed"
_UNIFIED: Final = "商业银行实施统一授信制度指引 (1999): one maximum for each customer"
_GROUPS: Final = "商业银行集团客户授信业务风险管理指引 (2010)"
_CONCENTRATION: Final = (
    "商业银行法 第39条; 大额风险暴露管理办法 (2018); 关联交易管理办法 (2022); 银监发〔2010〕27号"
)
_RELATED: Final = "银行保险机构关联交易管理办法 (2022年第1号令)"
_MANDATE: Final = "商业银行授权、授信管理暂行办法 (1996): nobody grants beyond their mandate"

# Granting.
LIMIT_IS_POSITIVE: Final = Rule(
    "LIMIT-001", "A limit is more than nothing, and ends after it begins.", _DUE_CARE
)
LIMIT_IS_NOT_TOO_LONG: Final = Rule(
    "LIMIT-002",
    "A limit is granted from a day that has not passed, within the longest term.",
    _DUE_CARE,
)
BORROWER_IS_ACTIVE: Final = Rule(
    "LIMIT-003", "A limit is granted to a customer with whom business is done.", _UNIFIED
)
GRANTED_ON_A_RATING: Final = Rule(
    "LIMIT-004", "A limit is granted on a rating that is in force.", _DUE_CARE
)
GRADE_QUALIFIES: Final = Rule(
    "LIMIT-005", "A limit is granted to a grade that the institution lends to.", _DUE_CARE
)
CAPACITY_IS_ON_FILE: Final = Rule(
    "LIMIT-006",
    "A limit rests on assets, debts and surplus that are on file: the economic file, a firm's"
    " statement of a whole year.",
    _DUE_CARE,
)
WITHIN_RATED_CEILING: Final = Rule(
    "LIMIT-007", "A limit is not above what the customer's rating and capacity allow.", _UNIFIED
)
CAPITAL_IS_ON_RECORD: Final = Rule(
    "LIMIT-008", "Limits are counted against capital that is on record.", _CONCENTRATION
)
WITHIN_CAPITAL: Final = Rule(
    "LIMIT-009", "A limit stays within its share of the institution's capital.", _CONCENTRATION
)
SAME_CURRENCY: Final = Rule(
    "LIMIT-010",
    "A limit, what it is counted against and what is taken have one currency.",
    _DUE_CARE,
)
RELATIONS_ARE_KNOWN: Final = Rule(
    "LIMIT-011", "A limit is granted when it was looked up who hangs together.", _GROUPS
)
FOUND_GROUP_IS_COVERED: Final = Rule(
    "LIMIT-012",
    "A customer found in a group takes from the limit of a group that holds all who were found.",
    _GROUPS,
)
BORROWER_IS_A_MEMBER: Final = Rule(
    "LIMIT-013", "Only a member takes from the limit of a group.", _GROUPS
)
GROUP_IS_KNOWN: Final = Rule(
    "LIMIT-014", "A group's limit is granted to a group that was formed.", _GROUPS
)
INSIDERS_SHARE_A_LIMIT: Final = Rule(
    "LIMIT-015",
    "What related parties take is taken from the limit for all related parties as well.",
    _RELATED,
)
RELATED_PARTIES_HAVE_ONE_LIMIT: Final = Rule(
    "LIMIT-016",
    "The limit for all related parties is one, under the number related-parties.",
    _RELATED,
)
PARENT_FITS: Final = Rule(
    "LIMIT-017",
    "A part hangs under its customer's maximum, a maximum under a group's or related parties'.",
    _UNIFIED,
)
OWNER_STAYS_WHILE_TAKEN: Final = Rule(
    "LIMIT-018",
    "A limit stays its customer's, and of its kind, while anything is taken of it.",
    _UNIFIED,
)
GRANTING_MANDATE_IS_IN_FORCE: Final = Rule(
    "LIMIT-019",
    "A limit is granted under a mandate that is in force, as are those it was delegated from.",
    _MANDATE,
)
GRANTING_MANDATE_IS_HELD: Final = Rule(
    "LIMIT-020", "Who grants a limit holds the mandate: in person, by post or by seat.", _MANDATE
)
GRANTING_MANDATE_COVERS: Final = Rule(
    "LIMIT-021", "The mandate covers the limit, its products and the customer's grade.", _MANDATE
)
PARTS_ADD_UP: Final = Rule(
    "LIMIT-022", "The parts of a customer's maximum add up to no more than it.", _UNIFIED
)

# Keeping.
LIMIT_IS_GRANTED: Final = Rule("LIMIT-023", "There is no such limit: grant it first.", _UNIFIED)
CUT_IS_LOWER: Final = Rule(
    "LIMIT-024", "A cut makes a limit lower, or ends it; to raise it, grant it anew.", _DUE_CARE
)
FROZEN_ONCE: Final = Rule(
    "LIMIT-025", "A limit that is frozen is unfrozen before it is frozen again.", _DUE_CARE
)
FROZEN_TO_UNFREEZE: Final = Rule("LIMIT-026", "Only a frozen limit is unfrozen.", _DUE_CARE)

# Taking.
LIMIT_IS_OPEN: Final = Rule(
    "LIMIT-027", "Nothing is taken from a limit that is frozen or out of its days.", _DUE_CARE
)
REVIEW_IS_NOT_LATE: Final = Rule(
    "LIMIT-028", "Nothing new is reserved from a limit whose review is late.", _DUE_CARE
)
WITHIN_HEADROOM: Final = Rule(
    "LIMIT-029", "What is taken keeps within the headroom of every limit above it.", _UNIFIED
)
RESERVED_ONCE: Final = Rule(
    "LIMIT-030", "An approval reserves headroom once; release it to reserve otherwise.", _UNIFIED
)
APPLICANT_OWNS_THE_LIMIT: Final = Rule(
    "LIMIT-031", "An application takes from its own customer's limit.", _UNIFIED
)
PURPOSE_IS_THE_LIMITS: Final = Rule(
    "LIMIT-032", "A limit for some products is taken for these products alone.", _DUE_CARE
)
USED_WITHIN_RESERVED: Final = Rule(
    "LIMIT-033", "A loan uses no more than is reserved for its approval.", _UNIFIED
)
USED_ONCE: Final = Rule("LIMIT-034", "A loan uses a limit once.", _UNIFIED)
RESTORED_WITHIN_USED: Final = Rule(
    "LIMIT-035", "A loan gives back no more than it took of the limit.", _UNIFIED
)
WAIVER_IS_ALLOWED: Final = Rule(
    "LIMIT-036", "Only the ceiling and the cover of a found group can be waived.", _DUE_CARE
)
RELATED_TRANSACTION_IS_MAJOR: Final = Rule(
    "LIMIT-037",
    "Credit to a related party of 1 % of net capital or more goes through the board and is filed.",
    _RELATED,
)
RELATED_CREDIT_IS_MAJOR_IN_ALL: Final = Rule(
    "LIMIT-040",
    "Credit that brings what a related party and their group have in all to 5 % of net capital or"
    " more goes through the board and is filed.",
    f"{_RELATED} 第14条",
)
CASH_COVER_IS_POSITIVE: Final = Rule(
    "LIMIT-038", "Cash cover is more than nothing, and no more than the limit.", _RELATED
)
GRANTED_IN_A_MEETING: Final = Rule(
    "LIMIT-060",
    "Under a committee's mandate a limit is granted on the minutes of a meeting that is on record"
    " and had its quorum: no member grants alone what the committee may.",
    _MANDATE,
)
STANDING_LIMIT_STARTS_ANEW_TODAY: Final = Rule(
    "LIMIT-039", "A limit that stands is granted anew from today.", _DUE_CARE
)
