"""The rules of loans of another's money, from acceptance to the end."""

from typing import Final

from domain.rules import Rule

_MEASURES: Final = "商业银行委托贷款管理办法 (银监发〔2018〕2号)"
_MANDATED: Final = f"{_MEASURES} 第22条: graded authority (分级授权)"
_FUNDS: Final = (
    f"{_MEASURES} 第15条: the money is there before it is lent, and each one's is kept apart"
)
_VOUCHER: Final = "会计基础工作规范 第51条: a voucher is numbered and booked once"

ENTRUSTED_APPLICATION_GOES_ON: Final = Rule(
    "ENTR-001",
    "What is accepted is an application for an entrusted loan that was admitted.",
    f"{_MEASURES} 第7条",
)
ACCEPTED_ONCE: Final = Rule(
    "ENTR-002",
    "An entrustment is accepted once; other terms are another application.",
    _MEASURES,
)
MONEY_IS_THEIRS_TO_ENTRUST: Final = Rule(
    "ENTR-003",
    "Entrusted money is the own money of who entrusts it, or raised by a group for itself.",
    f"{_MEASURES} 第10条: not money managed for others, lent by a bank, earmarked, borrowed or "
    "unproven",
)
ENTRUSTER_IS_NO_LENDER: Final = Rule(
    "ENTR-004",
    "Who entrusts money is a customer in standing, and neither lends by trade nor manages assets.",
    f"{_MEASURES} 第7条",
)
USE_IS_LAWFUL: Final = Rule(
    "ENTR-005",
    "Entrusted money is not lent for what is forbidden, financial investment, capital or equity.",
    f"{_MEASURES} 第11条",
)
RISK_STAYS_WITH_THEM: Final = Rule(
    "ENTR-006",
    "The lender takes on nothing by which the risk would be its own: no advance, no guarantee.",
    f"{_MEASURES} 第4条, 第19条: the lender bears no credit risk",
)
TERMS_ARE_THEIR_OWN: Final = Rule(
    "ENTR-007",
    "What is accepted is what was applied for, with a rate, within the product.",
    f"{_MEASURES} 第3条: borrower, use, amount, term and rate are for who entrusts to say",
)
FEE_IS_AGREED: Final = Rule(
    "ENTR-008",
    "The fee is money of the loan's currency, and comes from who entrusts, up to what was agreed.",
    f"{_MEASURES} 第12条: 谁委托谁付费",
)
ACCEPTED_UNDER_MANDATE: Final = Rule(
    "ENTR-009",
    "An entrustment is accepted under a mandate of one's own that is in force and covers it.",
    _MANDATED,
)
ENTRUSTMENT_STANDS: Final = Rule(
    "ENTR-010", "The entrustment was accepted, and has not ended.", _MEASURES
)
FUNDS_ARE_THE_ENTRUSTERS: Final = Rule(
    "ENTR-011", "Money that is lent for somebody comes from them, and from nobody else.", _FUNDS
)
FUNDS_WITHIN_THE_LOAN: Final = Rule(
    "ENTR-012",
    "What is deposited is more than nothing, in the loan's currency, and within its amount.",
    _FUNDS,
)
WITHIN_FUNDS_HELD: Final = Rule(
    "ENTR-013", "What is lent, or returned, was deposited and is held.", _FUNDS
)
ONE_BOOKING_A_REFERENCE: Final = Rule(
    "ENTR-014", "A reference names one movement of an entrustment.", _VOUCHER
)
BOOKED_BY_TODAY: Final = Rule(
    "ENTR-015", "Money moves on a day that has come, and not before the acceptance.", _VOUCHER
)
ONE_CONTRACT_AN_ENTRUSTMENT: Final = Rule(
    "ENTR-016", "One contract of three parties is signed on an entrustment.", f"{_MEASURES} 第13条"
)
NOTE_IS_LENT_ONCE: Final = Rule("ENTR-017", "A note lends of an entrustment once.", _VOUCHER)
ENDS_WITH_NOTHING_HELD: Final = Rule(
    "ENTR-018",
    "An entrustment ends once nothing is held, and its contract, where there is one, has ended.",
    f"{_MEASURES} 第17条, 第18条: what comes in is handed over to who entrusts",
)
