"""What follows from each command on an entrustment."""

from collections.abc import Sequence
from typing import assert_never

from domain.entrustment import accepting, funds
from domain.entrustment.commands import (
    AcceptEntrustment,
    CollectFee,
    DepositFunds,
    EndEntrustment,
    EntrustmentCommand,
    ReturnFunds,
)
from domain.entrustment.events import EntrustmentEvent
from domain.entrustment.state import Entrusted
from domain.ties import LendFunds, TakeUpEntrustment, UnlendFunds


def decide(command: EntrustmentCommand, known: Entrusted) -> Sequence[EntrustmentEvent]:
    """Return what follows from a command."""
    match command:
        case AcceptEntrustment():
            return accepting.accept(command, known)
        case EndEntrustment():
            return accepting.end(command, known)
        case DepositFunds():
            return funds.deposit(command, known)
        case ReturnFunds():
            return funds.return_(command, known)
        case CollectFee():
            return funds.collect_fee(command, known)
        case TakeUpEntrustment():
            return funds.take_up(command, known)
        case LendFunds():
            return funds.lend(command, known)
        case UnlendFunds():
            return funds.unlend(command, known)
    assert_never(command)
