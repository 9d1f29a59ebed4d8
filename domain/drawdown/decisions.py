"""What follows from each command on a drawdown, and what others may know of one."""

from collections.abc import Sequence
from typing import assert_never

from domain.drawdown import release, request
from domain.drawdown.commands import (
    CancelDrawdown,
    CheckDrawdown,
    ConfirmArrival,
    DelayPayment,
    DrawdownCommand,
    MeetCondition,
    RecordUse,
    ReleaseDrawdown,
    RequestDrawdown,
    ReverseDrawdown,
)
from domain.drawdown.events import DrawdownEvent
from domain.drawdown.state import Drawing
from domain.facts.drawdown import Drawdown
from domain.ids import DrawdownId


def decide(command: DrawdownCommand, known: Drawing) -> Sequence[DrawdownEvent]:
    """Return what follows from a command."""
    match command:
        case RequestDrawdown():
            return request.request(command, known)
        case MeetCondition():
            return request.meet_condition(command, known)
        case CheckDrawdown():
            return request.check(command, known)
        case CancelDrawdown():
            return request.cancel(command, known)
        case ReleaseDrawdown():
            return release.release(command, known)
        case ReverseDrawdown():
            return release.reverse(command, known)
        case DelayPayment():
            return release.delay(command, known)
        case ConfirmArrival():
            return release.confirm_arrival(command, known)
        case RecordUse():
            return release.record_use(command, known)
    assert_never(command)


def fact(drawdown_id: DrawdownId, known: Drawing) -> Drawdown | None:
    """Return what others may know of a drawdown; None before it was requested."""
    requested = known.requested
    if requested is None:
        return None
    return Drawdown(
        drawdown_id=drawdown_id,
        contract_id=requested.contract_id,
        customer_id=requested.customer_id,
        loan_id=requested.loan_id,
    )
