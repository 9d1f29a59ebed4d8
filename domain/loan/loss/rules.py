"""The rules of debts that are given up or written off."""

from typing import Final

from domain.rules import Rule

_WAIVER: Final = "民法典 第575条: the creditor gives up a part of the debt"
_WRITE_OFF: Final = "金融企业呆账核销管理办法 (财金〔2017〕90号): the claim is kept (账销案存)"

WAIVED_WAS_OWED: Final = Rule(
    "LOAN-070", "No more is waived than is owed of it on the day.", _WAIVER
)
WRITTEN_OFF_ONCE: Final = Rule("LOAN-071", "A loan is written off once.", _WRITE_OFF)
NOT_ON_A_WRITTEN_OFF_LOAN: Final = Rule(
    "LOAN-072", "No more money is paid out on a loan that was written off.", _WRITE_OFF
)
