"""Decisions: waive a part of a debt, and write a loan off the books."""

from collections.abc import Sequence
from typing import assert_never

from domain.loan.events import LoanEvent
from domain.loan.facts import Waived, WrittenOff
from domain.loan.known import fact_from, key_of
from domain.loan.loss import events
from domain.loan.loss.commands import LossCommand, WaiveDebt, WriteOffLoan
from domain.loan.loss.rules import WAIVED_WAS_OWED, WRITTEN_OFF_ONCE
from domain.loan.outcome import entered, outcome, with_fact
from domain.loan.standing import (
    is_recorded,
    require_amount,
    require_not_ahead,
    require_owed,
    serviced,
)
from domain.loan.state import Loan


def decide(command: LossCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows from a command on what is given up or written off."""
    match command:
        case WaiveDebt():
            return waive_debt(command, loan)
        case WriteOffLoan():
            return write_off_loan(command, loan)
    assert_never(command)


def waive_debt(command: WaiveDebt, loan: Loan | None) -> Sequence[LoanEvent]:
    """Give up a part of what is owed; () where the same waiver was recorded."""
    known, fact = serviced(loan), fact_from(Waived, command)
    if is_recorded(known, fact):
        return ()
    require_amount(known, command.amount)
    require_not_ahead(command.value_date, command.today)
    require_owed(known, command.value_date)
    waived = outcome(known, with_fact(known, fact), key_of(fact)).moved.total
    WAIVED_WAS_OWED.require(
        waived == command.amount, component=command.component, amount=command.amount, owed=waived
    )
    return entered(known, fact, events.DebtWaived)


def write_off_loan(command: WriteOffLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Take a loan off the books with all that is owed; () where the same was recorded."""
    known, fact = serviced(loan), fact_from(WrittenOff, command)
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    require_owed(known, command.value_date)
    others = known.standing(WrittenOff)
    WRITTEN_OFF_ONCE.require(not others, references=", ".join(other.reference for other in others))
    return entered(known, fact, events.LoanWrittenOff)
