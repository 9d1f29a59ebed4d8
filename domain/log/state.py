"""Whether the journal is open, the plugins noted last, and the segments written."""

from typing import assert_never

import attrs
from attrs import frozen

from domain.log.events import LogEvent, LogOpened, PluginsNoted, SegmentRecorded


@frozen
class Log:
    """The journal by how it was opened (None before), its plugins and its segments."""

    opened: LogOpened | None = None
    noted: PluginsNoted | None = None
    segments: tuple[SegmentRecorded, ...] = ()  # Each begins where the one before it ended.


def evolve(log: Log, event: LogEvent) -> Log:
    """Return the journal after an event."""
    match event:
        case LogOpened():
            return attrs.evolve(log, opened=event)
        case PluginsNoted():
            return attrs.evolve(log, noted=event)
        case SegmentRecorded():
            return attrs.evolve(log, segments=(*log.segments, event))
        case _:
            assert_never(event)
