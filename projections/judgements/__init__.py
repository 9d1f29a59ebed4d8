"""How each decision is asked again: the command that its event came of, and what that found.

One module for each room says it; the view `judged_again` asks them all.
"""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from projections.history import Recorded
from projections.view import Line


@frozen
class Asked:
    """A command as it was sent, and what its event holds of what was looked up."""

    command: Any
    held: Mapping[str, Any]


Ask = Callable[[Line[Recorded]], Asked]
