"""What the money that somebody entrusts posts before it is lent, and the fee for serving it.

Deposited money is owed to who entrusts it until it is lent; what is lent stands with what is then
owed to them, neither set off against the other (projections.chart, BESIDE).  The fee is ours.

Source: Application Guidance of the Accounting Standards for Business Enterprises (代理业务资产,
代理业务负债); 商业银行委托贷款管理办法 (银监发〔2018〕2号) 第20条: 二者不得轧差后反映.
"""

from collections.abc import Mapping
from typing import Any, Final

from domain.entrustment.events import (
    FeeCollected,
    FundsDeposited,
    FundsLent,
    FundsReturned,
    FundsUnlent,
)
from domain.recorded import Fact
from projections import chart
from projections.chart import Account
from projections.entry import Posting, Postings

# Event -> what it debits and credits.
_SIDES: Final[Mapping[type, tuple[Account, Account]]] = {
    FundsDeposited: (chart.CASH, chart.ENTRUSTED_DEPOSITS),
    FundsReturned: (chart.ENTRUSTED_DEPOSITS, chart.CASH),
    FundsLent: (chart.ENTRUSTED_DEPOSITS, chart.CASH),
    FundsUnlent: (chart.CASH, chart.ENTRUSTED_DEPOSITS),
    FeeCollected: (chart.CASH, chart.FEE_INCOME),
}


def moved(_fact: Fact, event: Any) -> Postings:
    """Yield debit and credit of money that came in, went out, or was lent."""
    loan_id = event.loan_id if isinstance(event, FundsLent | FundsUnlent) else ""
    amount = event.amount
    for account, debit, credit in zip(
        _SIDES[type(event)], (amount.fen, 0), (0, amount.fen), strict=True
    ):
        yield (
            event.value_date,
            Posting(
                account=account.code,
                loan_id=loan_id,
                reference=event.reference,
                currency=amount.currency,
                debit=debit,
                credit=credit,
            ),
        )


ENTRUSTED: Final = dict.fromkeys(_SIDES, moved)
