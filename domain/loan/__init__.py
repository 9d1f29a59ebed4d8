"""A loan: agreed and paid out, or taken over; then repaid, and in the end settled.

Receipts count from their value date, whenever they become known; a reversal takes one out as if
it had never come.  Every event stores the outcome: what a receipt paid, how that changed what
later ones paid, the plan from then on, and whether the loan is settled or open again.
An agreed loan that is not paid out can be cancelled.

Others read a loan by account(loan, day).
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.loan import labels, rules
from domain.loan.account import AccountView, LoanStatus, PlanRow, ReceiptRow, account
from domain.loan.charges import rules as charges
from domain.loan.commands import LoanCommand, UnderContractCommand
from domain.loan.contract import Contract
from domain.loan.decisions import decide, fact
from domain.loan.discounting import rules as discounting
from domain.loan.entrusted import rules as entrusted
from domain.loan.events import LoanEvent
from domain.loan.evolution import evolve
from domain.loan.guards import guards
from domain.loan.loss import rules as loss
from domain.loan.pricing import rules as pricing
from domain.loan.refinancing import rules as refinancing
from domain.loan.refinancing.commands import RefinancingCommand
from domain.loan.rescheduling import rules as rescheduling
from domain.loan.settle import Account, settle
from domain.loan.state import Loan, contract_of
from domain.loan.under_contract import rules as under_contract

__all__ = [
    "LOAN",
    "Account",
    "AccountView",
    "Contract",
    "Loan",
    "LoanStatus",
    "PlanRow",
    "ReceiptRow",
    "account",
    "contract_of",
    "settle",
]

LOAN: Final[Decider[LoanCommand, Loan | None, LoanEvent]] = Decider(
    category="loan",
    identity="loan_id",
    initial=None,
    decide=decide,
    evolve=evolve,
    commands=get_args(LoanCommand),
    events=get_args(LoanEvent),
    guards=guards,
    fact=fact,
    internal=(*get_args(RefinancingCommand), *get_args(UnderContractCommand)),
    rules=(
        rules,
        charges,
        discounting,
        entrusted,
        loss,
        pricing,
        refinancing,
        rescheduling,
        under_contract,
    ),
    labels=labels,
)
