"""An export by others, written as our own are: whole or not at all, and each reading recorded."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from adapters.exports.files import new_folder
from adapters.exports.source import Source
from adapters.pinned import Dates
from adapters.problems import Unavailable, Unknown, Unreadable, problem
from adapters.window import Window
from projections.catalogue import VIEWS


def window_of(source: Source, dates: Dates) -> Window:
    """Return the window on two dates."""

    def ask(view: str, query: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        if view not in VIEWS:
            raise Unknown(f"there is no view {view!r}; there is {', '.join(VIEWS)}")
        return source.ask(VIEWS[view], query, dates)

    institution, currency = source.institution()
    return Window(
        institution=institution,
        currency=currency,
        in_effect_on=dates.day,
        known_by=dates.known_by,
        ask=ask,
    )


def write_by_others(
    plugin: tuple[str, Any],
    window: Window,
    to: Path,
    *,
    options: Mapping[str, str],
    finish: Callable[[], object],
) -> Mapping[str, int]:
    """Write an export, given as (who brings it, its class), into a new folder; return its counts.

    Raises Unreadable for an option that it refuses, and Unavailable where it fails: then nothing
    is there.
    """
    named, kind = plugin
    try:
        export = kind(window, options)
    except ValueError as error:
        raise Unreadable((f"{named}: {error}",)) from error
    with new_folder(to, finish) as folder:
        try:
            return {str(what): int(count) for what, count in export.write(folder).items()}
        except OSError:
            raise
        except Exception as error:  # What it says may quote what is personal.
            if problem(error):
                raise
            raise Unavailable(f"{named} failed: {type(error).__name__}") from error
