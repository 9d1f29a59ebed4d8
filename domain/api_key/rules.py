"""The rules of API keys."""

from typing import Final

from domain.rules import Rule

_ACCESS: Final = "银行保险机构数据安全管理办法 (2024): access by need, by person, by time"

KEY_IS_ISSUED_ONCE: Final = Rule("KEYS-001", "The number of a key names one key.", _ACCESS)
KEY_HAS_A_ROLE: Final = Rule("KEYS-002", "A key is issued for at least one role.", _ACCESS)
KEY_HAS_A_SCOPE: Final = Rule(
    "KEYS-003", "A key is issued for named branches, or for * alone.", _ACCESS
)
KEY_RUNS_OUT: Final = Rule("KEYS-004", "A key runs out after today, and within 366 days.", _ACCESS)
KEY_IS_KNOWN: Final = Rule("KEYS-005", "The key that is revoked was issued.", _ACCESS)
