"""The rules that keep what is known of a relationship true."""

from typing import Final

from domain.rules import Rule

_ACCURACY: Final = "个人信息保护法 第8条: personal information is accurate and complete"
_NUMBERING: Final = "Numbering of the institution"
_ACCOUNTS: Final = "人民币银行结算账户管理办法 (2003)"
_SEALS: Final = "支付结算办法 (1997): the seal on a document is that of the specimen"

DONE_WITH_A_CUSTOMER: Final = Rule(
    "RELA-001", "A relationship is kept with a customer with whom business is done.", _ACCURACY
)
KNOWN_BY_TODAY: Final = Rule(
    "RELA-002", "What is known of a relationship is recorded when it is so, not ahead.", _ACCURACY
)
ONE_ENTRY_A_NUMBER: Final = Rule(
    "RELA-003", "A number names one entry; what changed is entered under another.", _NUMBERING
)
ENTRY_IS_KNOWN: Final = Rule("RELA-004", "Only what was entered can end.", _ACCURACY)
ENTRY_ENDS_ONCE: Final = Rule(
    "RELA-005", "An entry ends once, no earlier than it began.", _ACCURACY
)
SUPERVISION_IS_AGREED: Final = Rule(
    "RELA-006",
    "Supervision of settlement is accepted for an account with us, in a signed agreement.",
    _ACCOUNTS,
)
SPECIMEN_IS_KEPT: Final = Rule(
    "RELA-007", "A seal is compared with a specimen that was in force on the day.", _SEALS
)
ONE_COMPARISON: Final = Rule(
    "RELA-008", "A seal under a document is compared once; another document is another.", _SEALS
)
