"""What a row becomes: a command of the catalogue, or the reason why it does not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from adapters.takeover.reading import Row, Unclear


@frozen(kw_only=True)
class Call:
    """A command with the key that makes it safe to send again."""

    what: str  # As it is counted: "loans".
    name: str  # "loan.take_over".
    fields: Mapping[str, Any]
    key: str  # Of source and row: the same row has the same key for ever.
    place: str  # Of the row.
    also: Sequence[str] = ()  # What else it takes over, as counted.


@frozen(kw_only=True)
class Unread:
    """A row that becomes no command."""

    what: str
    place: str
    reason: str


Item = Call | Unread


def origin(system: str, reference: str) -> Mapping[str, str]:
    """Return the mark of a fact that was taken over."""
    return {"system": system, "reference": reference}


def or_unread(row: Row, counted_as: Sequence[str], calls: Iterator[Call]) -> Iterator[Item]:
    """Yield the commands of a row; where one is unclear none, but that each was not taken."""
    try:
        yield from list(calls)
    except Unclear as error:
        for what in counted_as:
            yield Unread(what=what, place=row.place, reason=str(error))
