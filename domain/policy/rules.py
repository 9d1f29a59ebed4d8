"""The rules of the credit policy."""

from typing import Final

from domain.rules import Rule

_MANUAL: Final = "Credit manual of the institution: the policy is set by who has the say, by date"
_CORRECTION: Final = "会计基础工作规范 第62条: errors are corrected by an entry, never removed"
_CAPITAL: Final = (
    "商业银行法 第39条; 商业银行大额风险暴露管理办法: limits by net capital and tier 1"
)

PARAMETER_IS_KNOWN: Final = Rule(
    "POLI-001", "A parameter that is set is one that the program knows by that name.", _MANUAL
)
SETTING_FITS_ITS_MEASURE: Final = Rule(
    "POLI-002", "A setting is written as its parameter is measured.", _MANUAL
)
LAW_IS_KEPT: Final = Rule(
    "POLI-003",
    "What the law sets may only be set stricter.",
    "商业银行法, 银行业监督管理法 第21条: prudential rules bind; the law of each is named with it",
)
GUIDANCE_IS_FOLLOWED: Final = Rule(
    "POLI-004",
    "What the regulator advises is set as advised, or stricter.",
    "Guidance of the regulator: who departs from it says why",
)
NOT_DATED_BACK: Final = Rule(
    "POLI-005",
    "Policy takes effect today or later; what was entered wrongly is corrected.",
    _MANUAL,
)
ONE_SETTING_A_DAY: Final = Rule(
    "POLI-006", "A parameter is set once for a day; another setting is a correction.", _CORRECTION
)
SETTING_IS_KNOWN: Final = Rule("POLI-007", "The setting that is corrected was set.", _CORRECTION)
ONE_TEXT_A_VERSION: Final = Rule("POLI-008", "A version of a policy text is issued once.", _MANUAL)
TEXT_DAYS_ARE_IN_ORDER: Final = Rule(
    "POLI-009", "A policy text ends no earlier than it begins.", _MANUAL
)
TEXT_IS_IN_FORCE: Final = Rule(
    "POLI-010", "A policy text that is repealed is in force on its last day.", _MANUAL
)
INDUSTRY_IS_KNOWN: Final = Rule(
    "POLI-011",
    "An industry is a section, or a number that lies in its section.",
    "GB/T 4754-2017 国民经济行业分类",
)
STANDARD_IS_IN_FORCE: Final = Rule(
    "POLI-012", "A credit standard that is ended is in force on that day.", _MANUAL
)
PRICED_IS_A_PRODUCT: Final = Rule(
    "POLI-017", "What is priced is a product that is on record.", _MANUAL
)
PRICING_IS_SOUND: Final = Rule(
    "POLI-018",
    "A pricing table has a base rate for each term, the shortest first, names each grade, way and "
    "tier once, and its lowest rate is no more than its highest.",
    _MANUAL,
)
FEE_CAPS_ARE_SOUND: Final = Rule(
    "POLI-019",
    "A schedule names each fee once, with the most that it may be.",
    "商业银行服务价格管理办法 (2014): a published schedule of fees",
)
CAPITAL_IS_PAST: Final = Rule("POLI-013", "Capital is recorded of a day that has come.", _CAPITAL)
CAPITAL_IS_WHOLE: Final = Rule(
    "POLI-014",
    "Net tier-1 capital is more than nothing, and no more than net capital, in one currency.",
    _CAPITAL,
)
ONE_CAPITAL_A_DAY: Final = Rule(
    "POLI-015", "Capital is recorded once for a day; another figure is a correction.", _CORRECTION
)
CAPITAL_IS_KNOWN: Final = Rule(
    "POLI-016", "The capital that is corrected was recorded.", _CORRECTION
)
