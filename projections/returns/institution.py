"""The institution that reports, as its journal was opened."""

from domain.log.events import LogOpened
from projections.history import histories
from projections.view import Reader


def institution(reader: Reader) -> str | None:
    """Return the institution's name; None before the journal is opened."""
    opened = [line.row.event for line in histories(reader, ["log-main"])["log-main"]]
    return next((event.institution for event in opened if isinstance(event, LogOpened)), None)
