"""The chart of accounts.

Source: Application Guidance of the Accounting Standards for Business Enterprises (企业会计准则
应用指南), appendix of accounts; four digits are the ministry's, what follows is ours.
"""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from domain.labels import Label


@frozen
class Account:
    """An account by its code; a code is never given a second meaning."""

    code: str
    name: Label


CASH: Final = Account("1011", Label("存放同业", "settlement cash"))
BILLS: Final = Account("1301.01", Label("贴现资产——面值", "discounted bills, face"))
UNEARNED: Final = Account("1301.02", Label("贴现资产——利息调整", "discounted bills, unearned"))
LOANS: Final = Account("1303", Label("贷款", "loans"))
ALLOWANCE: Final = Account("1304", Label("贷款损失准备", "loan loss allowance"))
EXCESS_HELD: Final = Account("2241", Label("其他应付款——溢缴款", "other payables: excess held"))
REFINANCING: Final = Account("3902", Label("借新还旧过渡", "refinancing clearing"))
TAKE_OVER: Final = Account("3901", Label("迁移过渡", "take-over clearing"))
INTEREST_INCOME: Final = Account("6011.01", Label("利息收入", "interest income"))
DISCOUNT_INCOME: Final = Account("6011.03", Label("贴现利息收入", "discount income"))
PENALTY_INCOME: Final = Account("6011.02", Label("罚息收入", "penalty interest income"))
FEE_INCOME: Final = Account("6021", Label("手续费收入", "fee income"))
# Another's money: what is lent and what is owed to who entrusted it stand against each other.
ENTRUSTED_LOANS: Final = Account("1321.01", Label("代理业务资产——委托贷款", "entrusted loans"))
ENTRUSTED_FUNDS: Final = Account("2314.01", Label("代理业务负债——委托资金", "entrusted funds"))
ENTRUSTED_INCOME: Final = Account(
    "2314.02", Label("代理业务负债——代收委托收益", "income held for who entrusts")
)
ENTRUSTED_EXCESS: Final = Account(
    "2314.03", Label("代理业务负债——委托贷款溢缴款", "excess held on entrusted loans")
)
ENTRUSTED_DEPOSITS: Final = Account(
    "2314.04", Label("代理业务负债——待放委托资金", "entrusted funds not yet lent")
)
# Beside the balance sheet, by single entry: in the memo ledger alone, and not in the chart.
COLLATERAL_HELD: Final = Account("9001", Label("代保管押品权证", "collateral papers held"))

CHART: Final[Mapping[str, Account]] = {
    account.code: account
    for account in (
        CASH,
        BILLS,
        UNEARNED,
        LOANS,
        ALLOWANCE,
        EXCESS_HELD,
        TAKE_OVER,
        REFINANCING,
        INTEREST_INCOME,
        PENALTY_INCOME,
        DISCOUNT_INCOME,
        FEE_INCOME,
        ENTRUSTED_LOANS,
        ENTRUSTED_FUNDS,
        ENTRUSTED_INCOME,
        ENTRUSTED_EXCESS,
        ENTRUSTED_DEPOSITS,
    )
}

# Where an entrusted loan is booked in place of each account; its losses lessen the funds.
BESIDE: Final[Mapping[Account, Account]] = {
    LOANS: ENTRUSTED_LOANS,
    CASH: ENTRUSTED_FUNDS,
    REFINANCING: ENTRUSTED_FUNDS,
    ALLOWANCE: ENTRUSTED_FUNDS,
    EXCESS_HELD: ENTRUSTED_EXCESS,
    INTEREST_INCOME: ENTRUSTED_INCOME,
    PENALTY_INCOME: ENTRUSTED_INCOME,
    FEE_INCOME: ENTRUSTED_INCOME,
}

# Where a discounted bill is booked in place of each account: what is kept back lowers its face
# until it is earned.
OF_A_BILL: Final[Mapping[Account, Account]] = {LOANS: BILLS, INTEREST_INCOME: UNEARNED}
