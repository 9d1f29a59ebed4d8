"""Dead letters: messages that no command could be made of, or that a rule refused."""

from collections.abc import Sequence
from typing import Any, Protocol

from attrs import frozen


@frozen(kw_only=True)
class Letter:
    """A message that was set aside."""

    id: str  # Names it in its queue.
    reason: str
    raw: bytes  # As it came.


class Letters(Protocol):
    """The dead letters of one queue."""

    def all(self) -> Sequence[Letter]:
        """Return them, the oldest first."""

    def replay(self, letter: Letter) -> None:
        """Put one at the end of the commands and take it out of here."""

    def drop(self, letter: Letter) -> None:
        """Take one out for good."""


class Queue(Protocol):
    """An adapter that keeps dead letters."""

    def letters(self) -> Any:
        """Return a context that yields Letters and closes their connection."""
