"""The criteria of admission.

They do not refuse a command: what does not meet them stops the application, or has it go on with
more care, and the verdict says which and why.
"""

from typing import Final

from domain.rules import Rule

_MANUAL: Final = "Credit manual of the institution: whom to admit (准入、禁入、审慎)"
_MEASURES: Final = "流动资金贷款管理办法, 个人贷款管理办法 (2024): who may apply"

BUSINESS_IS_LAWFUL: Final = Rule("ADMT-001", "The business and the purpose are lawful.", _MEASURES)
STANDARDS_ALLOW_IT: Final = Rule(
    "ADMT-002",
    "Industrial policy and the credit standards do not speak against it.",
    "Industrial policy of the state (产业政策); credit standards of the institution",
)
TERMS_FIT_THE_PRODUCT: Final = Rule(
    "ADMT-003", "What is asked for lies within what the product is lent on.", _MANUAL
)
INCOME_IS_STEADY: Final = Rule(
    "ADMT-004", "Income is steady, and leaves something after spending and debts.", _MEASURES
)
RECORD_IS_GOOD: Final = Rule("ADMT-005", "The credit record is good.", _MEASURES)
EARLIER_DEBTS_ARE_SETTLED: Final = Rule(
    "ADMT-006", "Earlier debts are settled, or covered by an agreed plan that is on file.", _MANUAL
)
LICENCES_ARE_VALID: Final = Rule(
    "ADMT-007",
    "Who trades holds a valid licence, checked within the year, and the permits of the trade.",
    "市场主体登记管理条例 第35条 (annual report); 行政许可法; " + _MEASURES,
)
SECURITY_IS_GIVEN: Final = Rule(
    "ADMT-008",
    "Security is given where the institution does not lend unsecured.",
    "商业银行法 第36条: borrowers give security, but for those of good standing",
)
GUARANTORS_ARE_FIT: Final = Rule(
    "ADMT-009",
    "Guarantors may guarantee, have good standing, and own enough.",
    "民法典 第683条; 商业银行法 第36条: standing and means of the guarantor",
)
INSIDERS_GET_NO_BETTER: Final = Rule(
    "ADMT-010",
    "Nobody connected with us is lent to unsecured, or on better terms than others.",
    "商业银行法 第40条",
)
ENTRUSTER_BEARS_THE_RISK: Final = Rule(
    "ADMT-012",
    "Of an entrusted loan, who entrusts the money weighs the borrower; the lender looks at them.",
    "商业银行委托贷款管理办法 (银监发〔2018〕2号): the lender bears no credit risk",
)
FILE_IS_COMPLETE: Final = Rule("ADMT-011", "What the checklist asks for is in the file.", _MANUAL)
