"""Whether the journal is open."""

from attrs import frozen

from domain.log.events import LogEvent, LogOpened


@frozen
class Log:
    """The journal by how it was opened; None before."""

    opened: LogOpened | None = None


def evolve(_log: Log, event: LogEvent) -> Log:
    """Return the journal after an event."""
    return Log(event)
