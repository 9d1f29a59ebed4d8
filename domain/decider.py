"""The shape of every aggregate: two pure functions and the types that they are defined over."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from types import ModuleType
from typing import Any, Generic, TypeVar

from attrs import frozen

from domain.rules import Refused

Command = TypeVar("Command")
State = TypeVar("State")
Event = TypeVar("Event")


def _no_guards(_command: Any, _state: Any, _events: Any) -> Sequence[Any]:
    return ()


def _no_fact(_id: str, _state: Any) -> Any:
    return None


@frozen(kw_only=True)
class Decider(Generic[Command, State, Event]):
    """Two pure functions and the closed sets of types that they are defined over.

    decide(command, state) returns the events that follow, () when there is nothing
    to do, or raises Refused.  evolve(state, event) accepts every event that decide
    can return, and never refuses.
    """

    category: str  # First part of the stream name: "loan" in "loan-L1".
    identity: str  # The command field that is the rest of it: "loan_id".
    initial: State
    decide: Callable[[Command, State], Sequence[Event]]
    evolve: Callable[[State, Event], State]
    commands: tuple[type[Command], ...]
    events: tuple[type[Event], ...]
    rules: tuple[ModuleType, ...]  # Where its rules stand.
    labels: ModuleType  # Where its names are labelled.
    # Commands on other streams that must be accepted and saved with these events, or nothing is.
    guards: Callable[[Command, State, Sequence[Event]], Sequence[Any]] = _no_guards
    # What others may know of (id, state), for their looked-up fields; None before the first event.
    fact: Callable[[str, State], Any] = _no_fact
    # Commands that only guards send: no edge offers them.
    internal: tuple[type[Command], ...] = ()
    # Events after which the stream's person is erased: the core destroys the person's key.
    erases: tuple[type[Event], ...] = ()
    # The identity is personal: the stream is found by a keyed hash and has a random name.
    # keyed_for names the command field that holds the person; "" for an ordinary stream.
    keyed_for: str = ""

    def decided(self, command: Command, state: State) -> Sequence[Event]:
        """Return what decide says; a refusal without facts names what the command is about."""
        try:
            return self.decide(command, state)
        except Refused as refused:
            if refused.facts or self.keyed_for:
                raise
            number = getattr(command, self.identity)
            raise Refused(refused.rule, {self.identity: number}) from refused

    def fold(self, events: Iterable[Event]) -> State:
        """Return the state after these events, from the beginning."""
        return reduce(self.evolve, events, self.initial)

    def stream(self, command: Command) -> str:
        """Return the name of the stream that the command is decided on."""
        return f"{self.category}-{getattr(command, self.identity)}"
