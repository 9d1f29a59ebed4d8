"""The rules of a product and its terms."""

from typing import Final

from domain.rules import Rule

_CATALOGUE: Final = "Product catalogue of the institution"
_LENDING_LAW: Final = "商业银行法 第35条, 第38条"

PRODUCT_IS_DEFINED: Final = Rule("PROD-001", "The product is defined.", _CATALOGUE)
ONE_PRODUCT_A_NUMBER: Final = Rule(
    "PROD-002",
    "A product number names one product; its terms are changed, not redefined.",
    _CATALOGUE,
)
TERMS_HAVE_ONE_CURRENCY: Final = Rule(
    "PROD-003", "The amounts of a product's terms are in one currency.", _CATALOGUE
)
AMOUNTS_ARE_IN_ORDER: Final = Rule(
    "PROD-004", "The least amount is more than zero and no more than the largest.", _CATALOGUE
)
RATES_ARE_IN_ORDER: Final = Rule(
    "PROD-005", "The lowest rate is no more than the highest.", _LENDING_LAW
)
TENOR_IS_BOUNDED: Final = Rule(
    "PROD-006", "A product is lent for 1 to 480 monthly instalments.", _CATALOGUE
)
METHODS_ARE_NAMED: Final = Rule(
    "PROD-007",
    "A product names each way it is paid back once, at least one; not that of another system.",
    _CATALOGUE,
)
BORROWERS_ARE_NAMED: Final = Rule(
    "PROD-008",
    "A product names each kind of customer it is lent to once, and at least one.",
    _CATALOGUE,
)
DAY_BASIS_IS_KNOWN: Final = Rule(
    "PROD-009",
    "A year counts 360 or 365 days.",
    "关于人民币存贷款计结息问题的通知 (银发〔2005〕129号)",
)
PENALTY_IS_BOUNDED: Final = Rule(
    "PROD-010",
    "The penalty rate of what is overdue is 130 to 150 percent of the contract rate.",
    "关于人民币贷款利率有关问题的通知 (银发〔2003〕251号): 30 to 50 percent is added for what is "
    "overdue; 50 to 100 percent for misuse, which is not asked here",
)
GRACE_IS_BOUNDED: Final = Rule(
    "PROD-011", "A due date is followed by 0 to 30 days of grace.", _CATALOGUE
)
PAYMENT_ORDER_IS_WHOLE: Final = Rule(
    "PROD-012",
    "The order of payment names fee, penalty, interest and principal once each.",
    "民法典 第561条",
)
REQUIRED_ONCE: Final = Rule("PROD-013", "A product asks for a document once.", _CATALOGUE)
NOT_BEFORE_DEFINITION: Final = Rule(
    "PROD-014", "Terms change, or end, no earlier than the product begins.", _CATALOGUE
)
PRODUCT_IS_NOT_WITHDRAWN: Final = Rule(
    "PROD-015", "The terms of a withdrawn product do not change.", _CATALOGUE
)
MISUSE_IS_BOUNDED: Final = Rule(
    "PROD-016",
    "The penalty rate of what is misused is 150 to 200 percent of the contract rate.",
    "关于人民币贷款利率有关问题的通知 (银发〔2003〕251号): 50 to 100 percent is added for misuse",
)
FEES_ARE_SOUND: Final = Rule(
    "PROD-017",
    "A fee of a product is more than nothing, in the currency of its amounts.",
    _CATALOGUE,
)
AHEAD_IS_ORDERED: Final = Rule(
    "PROD-018",
    "What is not yet due is paid in an order that names principal, and nothing twice.",
    "民法典 第530条, 第677条: payment before it is due",
)
DRAWDOWNS_ARE_BOUNDED: Final = Rule(
    "PROD-019", "The amount of a loan is paid out in 1 to 99 parts.", _CATALOGUE
)
REPRICINGS_ARE_NAMED_ONCE: Final = Rule(
    "PROD-020",
    "A product names each way that its loans are repriced once.",
    "中国人民银行公告〔2019〕第15号",
)
DAYS_AHEAD_ARE_BOUNDED: Final = Rule(
    "PROD-021", "An instalment can be paid 0 to 30 days before it is due.", _CATALOGUE
)
TERM_WITHIN_MEASURES: Final = Rule(
    "PROD-022",
    "A product is lent for no longer than the measures allow its class of loan.",
    "固定资产贷款、流动资金贷款、个人贷款管理办法 (2024): the term of the loan contract",
)
RHYTHM_IS_SOUND: Final = Rule(
    "PROD-023",
    "Instalments are 1, 3, 6 or 12 months apart, and each number is named once.",
    _CATALOGUE,
)
ONE_FEEDBACK_A_NUMBER: Final = Rule(
    "PROD-026", "A number names one suggestion about a product.", _CATALOGUE
)
FEEDBACK_IS_ABOUT_TERMS: Final = Rule(
    "PROD-027", "A suggestion is about a product that is lent that day.", _CATALOGUE
)
FEEDBACK_IS_OPEN: Final = Rule(
    "PROD-028", "A suggestion is answered once, and closed once, after it was accepted.", _CATALOGUE
)
USE_IS_NAMED_ONCE: Final = Rule(
    "PROD-025",
    "A product names each way of security and each purpose once; an application brings each "
    "document once.",
    _CATALOGUE,
)
DISCOUNT_IS_ALONE: Final = Rule(
    "PROD-029",
    "A product that discounts bills does that alone: at fixed rates by actual days, paid out at "
    "once on our own account, without days to settle, class of the measures or fee for prepaying.",
    "支付结算办法: discount of bills",
)
NOT_REVOLVING: Final = Rule(
    "PROD-030",
    "Money drawn and repaid at will is no method of a note: lend notes with single_payment or "
    "interest_only by drawdowns under a contract, on a limit that revolves (facility).",
    _CATALOGUE,
)
NOT_FLAT: Final = Rule(
    "PROD-031",
    "Interest on principal that was paid back is not lent on: use equal_instalment at the yearly "
    "rate that `loanfold cost` shows for the flat plan.",
    "中国人民银行公告〔2021〕第3号: the yearly rate is of principal in use",
)
UNIT_IS_BOUNDED: Final = Rule(
    "PROD-024", "A level instalment is a multiple of 1 fen to 100 yuan.", _CATALOGUE
)
