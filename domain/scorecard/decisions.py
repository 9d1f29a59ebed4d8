"""What follows from defining a scorecard, revising it, or withdrawing it."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.scorecard.commands import (
    DefineScorecard,
    ReviseScorecard,
    ScorecardCommand,
    WithdrawScorecard,
)
from domain.scorecard.events import (
    ScorecardDefined,
    ScorecardEvent,
    ScorecardRevised,
    ScorecardWithdrawn,
)
from domain.scorecard.rules import (
    CARD_IS_DEFINED,
    CARD_IS_DEFINED_ONCE,
    KINDS_ARE_NAMED,
    VERSIONS_BEGIN_AHEAD,
)
from domain.scorecard.sound import require_sound
from domain.scorecard.state import Versions

POSTS: Final = (Post.CREDIT_HEAD, Post.BRANCH_HEAD, Post.PRESIDENT)


def decide(command: ScorecardCommand, versions: Versions) -> Sequence[ScorecardEvent]:
    """Return what follows from a command."""
    require_duty(command.staff, command.today, POSTS, None)
    match command:
        case DefineScorecard():
            return define(command, versions)
        case ReviseScorecard():
            return revise(command, versions)
        case WithdrawScorecard():
            return withdraw(command, versions)
    assert_never(command)


def define(command: DefineScorecard, versions: Versions) -> Sequence[ScorecardEvent]:
    """Define a scorecard; () where it was defined with the same content."""
    defined = ScorecardDefined(
        title=command.title,
        customer_kinds=command.customer_kinds,
        characteristics=command.characteristics,
        grades=command.grades,
        since=command.since,
        source=command.source,
    )
    if versions.defined == defined:
        return ()
    CARD_IS_DEFINED_ONCE.require(versions.defined is None, scorecard_id=command.scorecard_id)
    kinds = command.customer_kinds
    KINDS_ARE_NAMED.require(
        0 < len(kinds) == len(set(kinds)), customer_kinds=", ".join(command.customer_kinds)
    )
    require_sound(command.characteristics, command.grades)
    _require_ahead(command)
    return (defined,)


def revise(command: ReviseScorecard, versions: Versions) -> Sequence[ScorecardEvent]:
    """Let another version hold from a day on; () where that day has it already."""
    _require_defined(command, versions)
    known = versions.by_day.entry(command.since)
    if known and known.day == command.since and known.value:
        standing = (known.value.characteristics, known.value.grades, known.source)
        if standing == (command.characteristics, command.grades, command.source):
            return ()
    require_sound(command.characteristics, command.grades)
    _require_ahead(command)
    revised = ScorecardRevised(
        version=versions.last + 1,
        characteristics=command.characteristics,
        grades=command.grades,
        since=command.since,
        source=command.source,
    )
    return (revised,)


def withdraw(command: WithdrawScorecard, versions: Versions) -> Sequence[ScorecardEvent]:
    """Withdraw the scorecard from a day on; () where it is withdrawn by then."""
    _require_defined(command, versions)
    known = versions.by_day.entry(command.since)
    if known and known.value is None:
        return ()
    _require_ahead(command)
    return (ScorecardWithdrawn(since=command.since, source=command.source),)


def _require_ahead(command: ScorecardCommand) -> None:
    VERSIONS_BEGIN_AHEAD.require(
        command.today <= command.since, since=command.since, today=command.today
    )


def _require_defined(command: ReviseScorecard | WithdrawScorecard, versions: Versions) -> None:
    CARD_IS_DEFINED.require(versions.defined is not None, scorecard_id=command.scorecard_id)
