"""The values that an entrustment's commands and events share.

Source: 商业银行委托贷款管理办法 (银监发〔2018〕2号) 第7条, 第10条, 第11条, 第19条.
"""

from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.ids import Digest


class FundsSource(StrEnum):
    """Where the money comes from that somebody entrusts."""

    OWN_FUNDS = "own_funds"
    GROUP_BONDS = "group_bonds"  # Raised by a group, for use within it.
    MANAGED_FOR_OTHERS = "managed_for_others"
    BANK_CREDIT = "bank_credit"
    EARMARKED_FUND = "earmarked_fund"
    OTHER_DEBT = "other_debt"
    UNPROVEN = "unproven"


LENDABLE: Final = (FundsSource.OWN_FUNDS, FundsSource.GROUP_BONDS)


class FundsUse(StrEnum):
    """What the money would go into, as it was found."""

    PERMITTED = "permitted"
    FORBIDDEN_FIELD = "forbidden_field"  # That the state forbids to produce, run or invest in.
    FINANCIAL_INVESTMENT = "financial_investment"  # Bonds, futures, derivatives, products.
    REGISTERED_CAPITAL = "registered_capital"
    EQUITY_INVESTMENT = "equity_investment"
    OTHER_BREACH = "other_breach"


class Undertaking(StrEnum):
    """What would make the risk the lender's own."""

    CHOOSE_BORROWER = "choose_borrower"
    DECIDE_FOR_THEM = "decide_for_them"
    ADVANCE_FUNDS = "advance_funds"
    CHOOSE_GUARANTOR = "choose_guarantor"
    REPAY_FOR_BORROWER = "repay_for_borrower"  # Or take the loan over with its own money.
    GUARANTEE_REPAYMENT = "guarantee_repayment"
    CHANGE_ITS_NATURE = "change_its_nature"  # By another contract.


@frozen(kw_only=True)
class EntrustmentFound:
    """What was found about who entrusts, the money, its use and what else is agreed."""

    source: FundsSource
    evidence: Digest  # Statements and credit record of who entrusts (第9条).
    use: FundsUse
    lends_by_trade: bool = False  # Who entrusts manages assets or lends by trade.
    undertakings: tuple[Undertaking, ...] = ()  # Asked of the lender, by whatever paper.


class EntrustmentEnding(StrEnum):
    """Why an entrustment is over."""

    CALLED_OFF = "called_off"  # By who entrusts or the borrower, before a contract was signed.
    SERVED = "served"  # All that was lent is paid back, or handed over to who entrusted it.
