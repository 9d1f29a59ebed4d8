"""What follows from recording the institution's capital, or correcting it."""

from collections.abc import Sequence

from domain.dated import From
from domain.facts.policy import Capital
from domain.policy.commands import CorrectCapital, RecordCapital
from domain.policy.events import CapitalCorrected, CapitalRecorded, PolicyEvent
from domain.policy.rules import (
    CAPITAL_IS_KNOWN,
    CAPITAL_IS_PAST,
    CAPITAL_IS_WHOLE,
    ONE_CAPITAL_A_DAY,
)
from domain.policy.state import Policy


def record_capital(command: RecordCapital, policy: Policy) -> Sequence[PolicyEvent]:
    """Record the capital of a day, in any order of knowing; () where the same was recorded."""
    _require_whole(command)
    known = _of_that_day(command, policy)
    if known and known.value == _capital(command):
        return ()
    ONE_CAPITAL_A_DAY.require(known is None, as_of=command.as_of)
    made = CapitalRecorded(
        as_of=command.as_of,
        net_capital=command.net_capital,
        net_tier1=command.net_tier1,
        source=command.source,
    )
    return (made,)


def correct_capital(command: CorrectCapital, policy: Policy) -> Sequence[PolicyEvent]:
    """Put the true capital in the place of what was recorded; () where it stands so."""
    _require_whole(command)
    known = _of_that_day(command, policy)
    CAPITAL_IS_KNOWN.require(known is not None, as_of=command.as_of)
    assert known is not None
    if known.value == _capital(command):
        return ()
    made = CapitalCorrected(
        as_of=command.as_of,
        net_capital=command.net_capital,
        net_tier1=command.net_tier1,
        source=command.source,
        reason=command.reason,
    )
    return (made,)


def _require_whole(command: RecordCapital | CorrectCapital) -> None:
    CAPITAL_IS_PAST.require(command.as_of <= command.today, as_of=command.as_of)
    net, tier1 = command.net_capital, command.net_tier1
    CAPITAL_IS_WHOLE.require(
        net.currency == tier1.currency and 0 < tier1.fen <= net.fen,
        net_capital=net,
        net_tier1=tier1,
    )


def _of_that_day(command: RecordCapital | CorrectCapital, policy: Policy) -> From[Capital] | None:
    entry = policy.book.capital.entry(command.as_of)
    return entry if entry and entry.day == command.as_of else None


def _capital(command: RecordCapital | CorrectCapital) -> Capital:
    return Capital(net_capital=command.net_capital, net_tier1=command.net_tier1)
