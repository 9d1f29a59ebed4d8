"""How each decision is asked again: the command that its event came of, and what that found.

One module for each room says it; the view `judged_again` asks them all.
"""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from domain.fields import look_ups
from projections.history import Recorded
from projections.view import Line


@frozen
class Asked:
    """A command as it was sent, and what its event holds of what was looked up."""

    command: Any
    held: Mapping[str, Any]
    kept: tuple[str, ...] = ()  # Last days: counted by a calendar that no stream holds.


Ask = Callable[[Line[Recorded]], Asked]


def asked_again(
    line: Line[Recorded], kind: type[Any], held: tuple[str, ...], **given: Any
) -> Asked:
    """Return a command with nothing looked up yet; held names what its own event holds of that."""
    command = kind(**dict.fromkeys(look_ups(kind)), **given)
    return Asked(command, {name: getattr(line.row.event, name) for name in held})
