"""The rules of pricing a loan from day to day."""

from typing import Final

from domain.rules import Rule

_LPR: Final = "中国人民银行公告〔2019〕第15号: new loans are priced by the loan prime rate"
_NO_HIDDEN_RISE: Final = "商业银行法 第38条; 贷款通则 第13条: rates within the published terms"
_PAUSE: Final = "贷款通则 第17条: interest is reduced, paused or waived by decision"

RATE_RISES_WITHIN_TERMS: Final = Rule(
    "LOAN-040", "An agreed rate is no higher than the product's highest.", _NO_HIDDEN_RISE
)
LOAN_IS_PRICED_BY_BENCHMARK: Final = Rule(
    "LOAN-041", "A loan that is repriced was agreed to follow the benchmark that is named.", _LPR
)
QUOTE_IS_PUBLISHED: Final = Rule(
    "LOAN-042", "The benchmark was quoted for the loan's tenor by the repricing day.", _LPR
)
REPRICING_WITHIN_TERMS: Final = Rule(
    "LOAN-043", "The product is repriced in this way, and a floor is no higher than a cap.", _LPR
)
REPRICED_FOLLOWS_QUOTES: Final = Rule(
    "LOAN-044",
    "A repriced rate follows its quote: the quote is corrected, and the loan repriced again.",
    _LPR,
)
SPELL_IS_KNOWN: Final = Rule(
    "LOAN-045", "What is ended was recorded and stands.", "会计基础工作规范 第62条"
)
SPELL_ENDS_AFTER_IT_BEGAN: Final = Rule(
    "LOAN-046", "A pause, or a misuse, ends after the day on which it began.", _PAUSE
)
SPELLS_DO_NOT_OVERLAP: Final = Rule("LOAN-047", "Interest is paused once at a time.", _PAUSE)
