"""A process that works for a medium: its adapter, and the views kept up to date beside it."""

import signal
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Final

from adapters.access.config import read_access
from adapters.bus import Bus
from adapters.door import Door
from adapters.plugins import ADAPTERS, OURS, loaded
from adapters.problems import Unavailable, Unreadable
from domain.api_key.commands import IssueApiKey
from domain.catalogue import SPEC_OF
from domain.log.commands import NotePlugins

if TYPE_CHECKING:
    from adapters.access.gate import Gate, House

VIEWS_SECONDS: Final = 0.5  # Between two looks for what the views have not taken in.


def make(
    name: str,
    door: Door,
    options: Mapping[str, str],
    *,
    allowed: Collection[str],
    beside: Sequence[str] = (),
) -> Any:
    """Return the adapter of that name with its options, not running; the journal notes it.

    beside are plugins that the process works with too.

    Raises what picking and loading it raise, what the journal refuses, and Unreadable for an
    option that the adapter refuses.
    """
    plugin, kind = loaded(ADAPTERS, name, allowed)
    note_plugins(door.bus, [*beside, str(plugin)])
    try:
        return kind(door, options)
    except ValueError as error:
        raise Unreadable((f"{plugin}: {error}",)) from error


def note_plugins(bus: Bus, plugins: Sequence[str]) -> None:
    """Note in the journal what a process works with, where that differs from before."""
    noted = {"log_id": "main", "program": version(OURS), "plugins": list(plugins)}
    bus.run(SPEC_OF[NotePlugins].name, noted)


def gate(house: "House", file: Path | None) -> "Gate | None":
    """Return the gate that an access file describes; None where there is no such file."""
    if file is None:
        return None
    from adapters.access.gate import make_gate  # Its imports, where somebody is asked for.

    return make_gate(house, read_access(file))


def issue_key(bus: Bus, number: str, given: Mapping[str, Any]) -> str:
    """Issue an API key with this number and return it; it is shown this once."""
    from adapters.access.api_keys import new_key

    key, digest = new_key(number)
    bus.run(SPEC_OF[IssueApiKey].name, {"key_id": number, "secret_digest": digest, **given})
    return key


def run(adapter: Any, catch_up: Callable[[], None]) -> None:
    """Run an adapter until the process is asked to end, by SIGINT or SIGTERM."""
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    views = Thread(target=_keep_views, args=[catch_up, stop])
    views.start()
    try:
        adapter.run(stop)
    finally:
        stop.set()
        views.join()


def _keep_views(catch_up: Callable[[], None], stop: Event) -> None:
    """Take in what is recorded, so that who reads the views need not wait for it."""
    while not stop.wait(VIEWS_SECONDS):
        with suppress(Unavailable):  # Whoever reads them is told; it is tried again.
            catch_up()
