"""Given / when / then for deciders: the language in which tests speak."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from attrs import frozen

from domain.decider import Decider
from domain.rules import Refused, Rule


@frozen
class Requiring:
    """A check that raises Refused where a rule is broken, waiting to be judged."""

    check: Callable[[], object]

    def then_refused(self, rule: Rule, **facts: object) -> None:
        """Expect a refusal by this rule, with at least these facts."""
        with pytest.raises(Refused) as refusal:
            self.check()
        assert refusal.value.rule is rule, f"refused by {refusal.value}"
        assert facts.items() <= refusal.value.facts.items()


def requiring(check: Callable[[], object]) -> Requiring:
    """Return a check of rules that several aggregates share."""
    return Requiring(check)


@frozen
class When:
    """A command on a history, waiting to be judged."""

    decider: Decider[Any, Any, Any]
    past: tuple[Any, ...]
    command: Any

    def then(self, *events: Any) -> None:
        """Expect exactly these events."""
        assert self.outcome() == events

    def then_nothing(self) -> None:
        """Expect that there is nothing to do."""
        assert self.outcome() == ()

    def then_refused(self, rule: Rule, **facts: object) -> None:
        """Expect a refusal by this rule, with at least these facts."""
        requiring(self.outcome).then_refused(rule, **facts)

    def then_found(self, *rules: Rule) -> None:
        """Expect the first event to record exactly these rules as broken by another system."""
        assert [finding.rule for finding in self.outcome()[0].findings] == [r.code for r in rules]

    def then_guards(self, *commands: Any) -> None:
        """Expect exactly these commands on other streams to be held with the events."""
        state = self.decider.fold(self.past)
        assert tuple(self.decider.guards(self.command, state, self.outcome())) == commands

    def outcome(self) -> tuple[Any, ...]:
        """Return the events that follow."""
        return tuple(self.decider.decided(self.command, self.decider.fold(self.past)))


@frozen
class Given:
    """A history of one aggregate."""

    decider: Decider[Any, Any, Any]
    past: Sequence[Any]

    def when(self, command: Any) -> When:
        """Return the command on this history."""
        return When(self.decider, tuple(self.past), command)


def given(decider: Decider[Any, Any, Any], *past: Any) -> Given:
    """Return a history of events, the oldest first."""
    return Given(decider, past)
