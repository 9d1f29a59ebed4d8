"""Decisions: take over a running loan as another system stated it."""

from collections.abc import Sequence

from domain.loan.commands import TakeOverLoan
from domain.loan.events import LoanEvent, LoanTakenOver
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    LOAN_IS_AGREED_ONCE,
    PLAN_ADDS_UP,
    PLAN_AMOUNTS_ARE_SOUND,
)
from domain.loan.standing import require_not_ahead
from domain.loan.state import Loan
from domain.money import Money


def take_over_loan(command: TakeOverLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Take over a loan as it was stated; what does not add up is recorded as a finding."""
    plan, amount = command.plan, command.amount
    principal = sum(row.principal.fen for row in plan)
    parts = [part for row in plan for part in (row.principal, row.interest, row.fee)]
    CURRENCY_IS_THE_LOANS.require(
        all(part.currency == amount.currency for part in parts), currency=amount.currency
    )
    PLAN_AMOUNTS_ARE_SOUND.require(all(part.fen >= 0 for part in parts))
    require_not_ahead(command.granted_on, command.today)
    taken_over = LoanTakenOver(
        customer_id=command.customer_id,
        amount=amount,
        rate_yearly=command.rate_yearly,
        granted_on=command.granted_on,
        plan=plan,
        origin=command.origin,
        findings=(
            *AMOUNT_IS_POSITIVE.weigh(amount.fen > 0, command.origin, amount=amount),
            *PLAN_ADDS_UP.weigh(
                not plan or principal == amount.fen,
                command.origin,
                amount=amount,
                principal=Money(principal, amount.currency),
            ),
        ),
    )
    if loan is not None:
        LOAN_IS_AGREED_ONCE.require(loan.begun == taken_over, loan_id=command.loan_id)
        return ()
    return (taken_over,)
