"""Whether the journal is open, and which plugins were noted last."""

from typing import assert_never

import attrs
from attrs import frozen

from domain.log.events import LogEvent, LogOpened, PluginsNoted


@frozen
class Log:
    """The journal by how it was opened (None before), and the plugins noted last."""

    opened: LogOpened | None = None
    noted: PluginsNoted | None = None


def evolve(log: Log, event: LogEvent) -> Log:
    """Return the journal after an event."""
    match event:
        case LogOpened():
            return attrs.evolve(log, opened=event)
        case PluginsNoted():
            return attrs.evolve(log, noted=event)
        case _:
            assert_never(event)
