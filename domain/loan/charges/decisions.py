"""Decisions: charge a fee; record misuse, and that it was put right."""

from collections.abc import Sequence
from typing import assert_never

from domain.loan import facts
from domain.loan.charges import events
from domain.loan.charges.commands import ChargeFee, ChargesCommand, EndMisuse, RecordMisuse
from domain.loan.charges.rules import FEE_IS_DUE_AFTER_IT_IS_OWED, MISUSE_WITHIN_PRINCIPAL
from domain.loan.events import LoanEvent
from domain.loan.known import fact_from
from domain.loan.outcome import entered
from domain.loan.spells import end_spell, require_ends_after
from domain.loan.standing import (
    is_recorded,
    on_our_plan,
    require_amount,
    require_not_ahead,
    require_not_before,
    require_owed,
    serviced,
)
from domain.loan.state import Loan
from domain.loan.values import FactKind


def decide(command: ChargesCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows from a command on fees or misuse."""
    match command:
        case ChargeFee():
            return charge_fee(command, loan)
        case RecordMisuse():
            return record_misuse(command, loan)
        case EndMisuse():
            require_not_ahead(command.until, command.today)
            key = (FactKind.MISUSE, command.reference)
            return end_spell(on_our_plan(loan), key, command.until, events.MisuseEnded)
    assert_never(command)


def charge_fee(command: ChargeFee, loan: Loan | None) -> Sequence[LoanEvent]:
    """Charge a fee, also on a loan that was settled: it is then open again until that is paid."""
    known, fact = serviced(loan), fact_from(facts.FeeCharged, command)
    if is_recorded(known, fact):
        return ()
    require_amount(known, command.amount)
    require_not_ahead(command.value_date, command.today)
    require_not_before(known, command.value_date)
    FEE_IS_DUE_AFTER_IT_IS_OWED.require(
        command.value_date <= command.due_date,
        value_date=command.value_date,
        due_date=command.due_date,
    )
    return entered(known, fact, events.FeeCharged)


def record_misuse(command: RecordMisuse, loan: Loan | None) -> Sequence[LoanEvent]:
    """Let misused principal bear the misuse rate while that lasts; () where it was recorded."""
    known, fact = on_our_plan(loan), fact_from(facts.Misused, command)
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    require_ends_after(command.value_date, command.until)
    owed = require_owed(known, command.value_date).payoff(command.value_date).principal
    if command.amount:
        require_amount(known, command.amount)
        MISUSE_WITHIN_PRINCIPAL.require(
            command.amount <= owed, amount=command.amount, principal=owed
        )
    return entered(known, fact, events.MisuseRecorded)
