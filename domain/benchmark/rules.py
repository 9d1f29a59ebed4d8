"""The rules of a benchmark."""

from typing import Final

from domain.rules import Rule

_LPR: Final = "中国人民银行公告〔2019〕第15号: the loan prime rate is published on a day, by tenor"
_CORRECTION: Final = "会计基础工作规范 第62条: errors are corrected by an entry, never removed"

ONE_QUOTE_A_DAY: Final = Rule(
    "BENC-001", "A tenor is quoted once on a day; another rate for it is a correction.", _LPR
)
QUOTE_IS_KNOWN: Final = Rule("BENC-002", "The quote that is corrected was recorded.", _CORRECTION)
