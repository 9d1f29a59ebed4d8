"""The interest that was kept back of a discounted bill: what is earned by a day, and what is not.

Source: 支付结算办法 (discount by days); Civil Code of the PRC, Art. 677 (taken back early, interest
is that of the actual period).
"""

from datetime import date

from domain.claim import rounded
from domain.loan.contract import Contract
from domain.loan.servicing.clock import Clock
from domain.loan.servicing.debt import Debt


def earned_by(contract: Contract, day: date) -> int:
    """Return what a bill earned on the days before a day, in fen; it is rounded once."""
    e8 = contract.rate_yearly.e8
    over, of = Clock(contract).by_days(contract.paid_out_on, day, e8)
    return rounded(contract.amount.fen * over, of, contract.rounding)


def unearned(debt: Debt) -> int:
    """Return what comes off the face of a bill that is taken back on the day, in fen.

    Nothing from the bill's maturity on: the acceptor pays all of it then.
    """
    contract = debt.contract
    if contract.bill is None or not debt.ahead or debt.day >= contract.bill.collected_from:
        return 0
    kept_back = debt.claims[0].interest  # Due on the day of paying out, and paid by keeping it.
    return kept_back - earned_by(contract, debt.day)
