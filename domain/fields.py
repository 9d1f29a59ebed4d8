"""What a field of a command or an event means to the core, said beside the field."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

import attrs
from attrs import frozen

SEALED: Final = "[sealed]"  # What it reads as where keys are not at hand.
ERASED: Final = "[erased]"  # What a personal field reads as once its person's key is destroyed.

JOURNAL: Final = "journal"  # Looked up there is what the whole journal sums up to.
INVOLVED: Final = "involved"  # Looked up there is what names a customer, in whatever part.
RELATED: Final = "related"  # Looked up there is who hangs together with a customer.
CALENDAR: Final = "calendar"  # Looked up there are the working days, as announced.
SEEN: Final = "seen"  # Looked up there is how far some streams have come, and their digest.

_STAMPED: Final = "stamped"
_LOOKED_UP: Final = "looked_up"
_PERSONAL: Final = "personal"
_LAST_DAY: Final = "last_day"


def stamped(part: str) -> Any:
    """Declare a field that the core fills from the context (actor, today); callers may not."""
    return attrs.field(metadata={_STAMPED: part})


@frozen
class LookUp:
    """Where the core finds the value of a looked-up field."""

    category: str
    by: str  # The field, or the path through fields already looked up, that holds the id.
    of: str  # The id itself, where there is one stream for the whole institution.


def looked_up(category: str, *, by: str = "", of: str = "", default: Any = attrs.NOTHING) -> Any:
    """Declare a field that the core fills with the fact of another stream; callers may not.

    by names the command's field that holds the other's id, or its whole stream name where the
    category is "".  It may go on through what was looked up before it: "application.customer_id".
    Where it leads to several ids, the value is a tuple of what is on record of them.  of is the
    id where the institution has one such stream.  The value is None while nothing is recorded.
    Of the category JOURNAL it is a domain.day Closing of all that was recorded before;
    of CALENDAR, without by, the domain.calendar WorkingCalendar of the announced working days;
    of RELATED, where by leads to a customer, the domain.facts Related who hang together with them,
    and of INVOLVED the domain.facts Involved in which they take part; of SEEN, where by leads to
    names of streams, the domain.facts Seen of how far they have come, and all that the command
    looks up besides.
    default is what senders of a guard leave it at.
    """
    return attrs.field(default=default, metadata={_LOOKED_UP: LookUp(category, by, of)})


def led_to(command: Any, found: Mapping[str, Any], by: str) -> Any:
    """Return what a path through a command and what it looked up leads to; None for nowhere.

    Of several paths, parted by ", ", the tuples that they lead to are put together.
    """
    if not by:
        return None
    if ", " in by:
        return tuple(one for path in by.split(", ") for one in led_to(command, found, path) or ())
    first, *rest = by.split(".")
    value = found[first] if first in found else getattr(command, first)
    for part in rest:
        if isinstance(value, tuple):
            value = tuple(found for one in value for found in _several(getattr(one, part)))
        elif value is not None:
            value = getattr(value, part)
    return value


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def streams_of(category: str, asked: Any) -> tuple[str, ...]:
    """Return the streams of what is looked up in a category; () where no stream says it."""
    if category in (CALENDAR, INVOLVED, JOURNAL, RELATED, SEEN) or asked is None:
        return ()
    named = asked if isinstance(asked, tuple) else (asked,)
    return tuple(f"{category}-{one}" if category else one for one in named)


def personal(*, find: str = "", default: Any = attrs.NOTHING) -> Any:
    """Declare a text that is sealed under the person's key and never stands in a record.

    find names the look-up (name, phone, document) by which the person may be found.
    """
    return attrs.field(default=default, metadata={_PERSONAL: find or True})


def last_day() -> Any:
    """Declare the last day of what an event begins: it is no day that the event counts from."""
    return attrs.field(metadata={_LAST_DAY: True})


def stamps(kind: type) -> Mapping[str, str]:
    """Return field -> part of the context, for the stamped fields of a class."""
    return _marked(kind, _STAMPED)


def look_ups(kind: type) -> Mapping[str, LookUp]:
    """Return field -> where its value is found, in order, for the looked-up fields of a class."""
    return _marked(kind, _LOOKED_UP)


def personals(kind: type) -> Mapping[str, str]:
    """Return field -> name of its look-up ("" for none), for the personal fields of a class."""
    marks = _marked(kind, _PERSONAL)
    return {name: mark if isinstance(mark, str) else "" for name, mark in marks.items()}


@cache
def _marked(kind: Any, mark: str) -> Mapping[str, Any]:
    fields = attrs.fields(kind) if attrs.has(kind) else ()
    return {f.name: f.metadata[mark] for f in fields if mark in f.metadata}


_EFFECTIVE: Final = (
    "value_date",
    "since",
    "until",
    "on",
    "as_of",
    "signed_on",
    "applied_on",
    "granted_on",
    "dated",
    "published_on",
)


def effective_on(event: Any) -> date | None:
    """Return the day that an event counts from; None where it counts from its recording."""
    kind: Any = type(event)
    for name in _effective(kind):
        day: date | None = getattr(event, name)
        if day is not None:
            return day
    return None


@cache
def _effective(kind: Any) -> tuple[str, ...]:
    """Return the fields of a class that may hold the day it counts from, the first first."""
    ends, names = _marked(kind, _LAST_DAY), {f.name for f in attrs.fields(kind)}
    return tuple(name for name in _EFFECTIVE if name in names and name not in ends)
