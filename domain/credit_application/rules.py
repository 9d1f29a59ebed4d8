"""The rules of taking in an application, completing it, and ending it."""

from typing import Final

from domain.rules import Rule

_INTAKE: Final = "Credit manual of the institution: taking in applications (信贷申请受理)"
_ADMISSION: Final = "Credit manual of the institution: admission (准入、禁入、审慎)"
_ENTRUSTED: Final = "商业银行委托贷款管理办法 (银监发〔2018〕2号)"
_MEASURES: Final = "流动资金贷款管理办法, 个人贷款管理办法 (2024): written application, true papers"

APPLICATION_IS_KNOWN: Final = Rule("APPL-001", "The application was taken in.", _INTAKE)
ONE_APPLICATION_A_NUMBER: Final = Rule(
    "APPL-002", "An application number names one application.", _INTAKE
)
APPLICANT_IS_ACTIVE: Final = Rule(
    "APPL-003", "Who applies is a registered customer with whom business is done.", _MEASURES
)
APPLIED_ON_A_PAST_DAY: Final = Rule(
    "APPL-004", "An application was made on a day that has come.", _INTAKE
)
APPLIED_FOR_IS_OFFERED: Final = Rule(
    "APPL-005", "What is applied for is a product that is lent on that day.", _INTAKE
)
AMOUNT_IS_ASKED_FOR: Final = Rule(
    "APPL-006", "An application asks for more than nothing, in the product's currency.", _INTAKE
)
INDUSTRY_IS_IN_ITS_SECTION: Final = Rule(
    "APPL-007",
    "The industry that the money goes to is a section, or a number within its section.",
    "GB/T 4754-2017 国民经济行业分类",
)
STEP_FOLLOWS_ITS_STAGE: Final = Rule(
    "APPL-008", "A step is taken at a stage of the application from which it follows.", _INTAKE
)
RETURN_SAYS_WHY: Final = Rule(
    "APPL-009", "An application is returned for reasons, each named once.", _INTAKE
)
WHAT_LACKED_IS_IN: Final = Rule(
    "APPL-010", "A returned application comes back with the papers that it lacked.", _INTAKE
)
APPROVED_IS_NOT_WITHDRAWN: Final = Rule(
    "APPL-011", "What was approved is not withdrawn; its approval lapses instead.", _INTAKE
)
ONLY_WAIVABLE_IS_WAIVED: Final = Rule(
    "APPL-012",
    "Law, licences and earlier debts are not waived, nor anything of insiders.",
    _ADMISSION,
)
WAIVED_IS_BROKEN: Final = Rule(
    "APPL-013", "A waiver is of a criterion that would stop the application, once.", _ADMISSION
)
PRICED_BY_A_TABLE: Final = Rule(
    "APPL-015",
    "An application is priced by a table that is in force for its product and term.",
    "Loan pricing of the institution (贷款定价)",
)
ENTRUSTED_AS_THE_PRODUCT: Final = Rule(
    "APPL-016",
    "An application for an entrusted loan names who entrusts the money, and no other does.",
    _ENTRUSTED,
)
ENTRUSTED_BY_A_CUSTOMER: Final = Rule(
    "APPL-017", "Who entrusts money is a registered customer, and not the borrower.", _ENTRUSTED
)
ENTRUSTING_IS_RESOLVED: Final = Rule(
    "APPL-018",
    "Who entrusts or borrows, and is no natural person, shows the resolution of its body.",
    f"{_ENTRUSTED} 第7条",
)
ACCEPTED_IS_NOT_WITHDRAWN: Final = Rule(
    "APPL-019",
    "An application whose entrustment was accepted is not withdrawn; the entrustment is ended.",
    _INTAKE,
)
STATED_IN_ONE_CURRENCY: Final = Rule(
    "APPL-014", "What is stated at admission is in the currency that is applied for.", _ADMISSION
)
