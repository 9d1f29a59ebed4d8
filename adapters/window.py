"""What an export by others sees: the views on two pinned dates, and nothing to change."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from attrs import frozen


@frozen(kw_only=True)
class Window:
    """The views of one institution on two dates, the same for all that is asked."""

    institution: str
    currency: str
    in_effect_on: date
    known_by: int  # Log index of the last record counted; -1 when there is none.
    ask: Callable[[str, Mapping[str, str]], Iterator[Mapping[str, Any]]]

    def rows(self, view: str, **query: str) -> Iterator[Mapping[str, Any]]:
        """Yield all rows of a view, as `loanfold views --json` shows them.

        Values are text, int, bool, None, lists and maps; Unknown for another view.  That personal
        data was read is recorded before the export has its name.
        """
        return self.ask(view, query)


class Export(Protocol):
    """An export by others, as `loanfold export plugin NAME` runs it; the class has `API = 1`."""

    def __init__(self, window: Window, options: Mapping[str, str]) -> None:
        """Take what there is to see, and the options of the command line; ValueError refuses."""

    def write(self, folder: Path) -> Mapping[str, int]:
        """Write into a new folder, which has its name only after that; say how many of what."""
