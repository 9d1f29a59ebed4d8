"""The rules of drawdowns: requested, checked, paid, and followed to where the money went."""

from typing import Final

from domain.rules import Rule

_PAY_OUT: Final = "Civil Code of the PRC, Art. 671: the loan is provided as agreed"
_CONTROL: Final = "固定资产贷款管理办法, 流动资金贷款管理办法, 个人贷款管理办法 (2024): 发放与支付"
_PAYEE: Final = f"{_CONTROL}: payment to the counterparty (受托支付); EAST 5.0, table 505"
_SECURED: Final = "Civil Code of the PRC, Art. 402, 429, 441, 445; 担保登记先行"
_DAY: Final = "商业银行法 第47条; 会计法 第9条: books show business that took place"
_USE: Final = "Civil Code of the PRC, Art. 673: use as agreed; 银发〔2003〕251号 (挪用)"
_VOUCHER: Final = "会计基础工作规范 第51条: a voucher is numbered and booked once"

CONTRACT_CAN_BE_DRAWN: Final = Rule(
    "DRAW-001", "Money is requested under a loan contract that is signed and in force.", _PAY_OUT
)
WITHIN_WHAT_IS_LEFT: Final = Rule(
    "DRAW-002",
    "What is requested is money in the contract's currency, within what is left of its amount.",
    _PAY_OUT,
)
NOTE_WITHIN_TERM: Final = Rule(
    "DRAW-003", "A note runs no longer than its contract says.", _PAY_OUT
)
PAYEES_ADD_UP: Final = Rule(
    "DRAW-004",
    "Payments to others are the whole of an entrusted drawdown, a part of a mixed one, and "
    "nothing of one that the borrower pays out; each has a number of its own.",
    _PAYEE,
)
PAYEE_IS_A_COUNTERPARTY: Final = Rule(
    "DRAW-005",
    "Entrusted money goes to the counterparty of a trade that is shown, never by a transit "
    "account.",
    _PAYEE,
)
WAY_IS_AS_AGREED: Final = Rule(
    "DRAW-006", "Where the contract says that payment is entrusted, it is.", _PAYEE
)
PAYMENT_IS_ENTRUSTED: Final = Rule(
    "DRAW-007",
    "Above the amounts of the policy the institution pays the counterparty, and not the borrower.",
    _PAYEE,
)
DRAWDOWN_IS_REQUESTED: Final = Rule("DRAW-008", "The drawdown was requested.", _PAY_OUT)
DRAWDOWN_IS_REQUESTED_ONCE: Final = Rule(
    "DRAW-009", "A drawdown number names one request.", _VOUCHER
)
DRAWDOWN_IS_OPEN: Final = Rule(
    "DRAW-010", "The drawdown is neither paid, cancelled nor reversed.", _PAY_OUT
)
CONDITION_IS_PRECEDENT: Final = Rule(
    "DRAW-011", "What is met is a condition precedent of the approval, once.", _CONTROL
)
CONDITIONS_ARE_MET: Final = Rule(
    "DRAW-012", "Money is paid once every condition precedent is met.", _CONTROL
)
SECURITY_IS_IN_EFFECT: Final = Rule(
    "DRAW-013",
    "Money is paid once what secures the contract is bound by a signed contract, and registered "
    "and held where it must be.",
    _SECURED,
)
SECURITY_COVERS_THE_CONTRACT: Final = Rule(
    "DRAW-031",
    "Money is paid once what secures a contract is bound for its amount, unless a part of it is "
    "unsecured, and counts by its last valuation for all that it secures.",
    f"{_SECURED}; 商业银行押品管理指引",
)
DRAWDOWN_IS_CHECKED: Final = Rule(
    "DRAW-014", "Money is paid once a second person has checked that it may be.", _CONTROL
)
PAID_AFTER_THE_CHECK: Final = Rule(
    "DRAW-015", "Money is paid on a day that has come, and not before it was checked.", _DAY
)
DRAWDOWN_IS_PAID: Final = Rule("DRAW-016", "The drawdown was paid, and stands.", _DAY)
PAYEE_IS_KNOWN: Final = Rule(
    "DRAW-017", "A payment names a payee of the drawdown, or the borrower's own part.", _PAYEE
)
ARRIVED_ONCE: Final = Rule(
    "DRAW-018", "Money arrives once, on a day that has come, not before it was paid.", _DAY
)
USE_ONCE_PAID: Final = Rule(
    "DRAW-019",
    "What is found to be used is money of the drawdown, on a day that has come, after paying.",
    _USE,
)
ONE_USE_A_REFERENCE: Final = Rule("DRAW-020", "A reference names one finding of use.", _VOUCHER)
HOLDER_IS_PAID: Final = Rule(
    "DRAW-022",
    "What is paid for a bill goes to who endorses it to us: its discount is paid by self_payment.",
    "商业汇票承兑、贴现与再贴现管理办法 (2022): 贴现资金付至持票人账户",
)
ENTRUSTED_FUNDS_ARE_IN: Final = Rule(
    "DRAW-023",
    "Of an entrusted loan no more is asked for than who entrusts it has deposited.",
    "商业银行委托贷款管理办法 (银监发〔2018〕2号) 第15条: deposited first",
)
USE_IS_AS_AGREED: Final = Rule("DRAW-021", "Money is used for what the contract says.", _USE)
