"""The query of a view: texts as callers send them, into dates, an index and a question."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Final, Protocol

from attrs import frozen

from adapters.codec import read_date
from adapters.problems import Unreadable
from adapters.storage.view_feed import Journal
from projections.view import FOREVER, Parameter, Question, View

LIMIT: Final = 100
LIMIT_MAX: Final = 1_000
DATES: Final = ("in_effect_on", "known_by")
PAGING: Final = ("limit", "after")


class Days(Journal, Protocol):
    """A journal of an institution whose days begin somewhere."""

    def zone(self) -> tzinfo:
        """Return the zone in which its days begin."""


@frozen
class Query:
    """What is asked of a view, on which two dates."""

    day: date
    known_by: int
    question: Question


def read_query(view: View, query: Mapping[str, str], journal: Journal, today: date) -> Query:
    """Return the query read; Unreadable with one sentence for each thing wrong with it."""
    problems: list[str] = []
    parameters = {parameter.name: parameter for parameter in view.parameters}
    for name in query.keys() - parameters.keys() - set(DATES) - set(PAGING):
        offer = ", ".join((*parameters, *DATES, *PAGING))
        problems.append(f"unknown parameter: {name}; there is {offer}")
    missing = [p.name for p in parameters.values() if p.required and not query.get(p.name)]
    problems += [f"required parameter missing: {name}" for name in missing]

    def value(name: str, read: Any) -> Any:
        try:
            return read(query[name])
        except ValueError as error:
            problems.append(f"{name}: {error}")

    given = {name for name in query if query[name] != ""}
    day = value("in_effect_on", read_date) if "in_effect_on" in given else None
    head = journal.head()
    known_by = value("known_by", lambda t: _index(t, journal)) if "known_by" in given else head
    values = {n: value(n, _reader(p, journal)) for n, p in parameters.items() if n in given}
    limit = value("limit", _limit) if "limit" in given else LIMIT
    if problems:
        raise Unreadable(tuple(sorted(problems)))
    after = query["after"] if "after" in given else None
    default = FOREVER if view.every_day else today
    return Query(
        day or default,
        min(known_by, head),
        Question(values=values, limit=limit, after=after),
    )


def _reader(parameter: Parameter, journal: Journal) -> Any:
    if parameter.kind == "from":
        return lambda text: _first(text, journal)
    if parameter.kind == "to":
        return lambda text: _index(text, journal)
    if parameter.kind == "day":
        return read_date
    return lambda text: _choice(text, parameter.choices)


def _choice(text: str, choices: Sequence[str]) -> str:
    if choices and text not in choices:
        raise ValueError(f"expected one of {', '.join(choices)}")
    return text


def _index(text: str, journal: Journal) -> int:
    """Return a log index as it is written, or the last one at a moment."""
    if text.isascii() and (text.isdigit() or text == "-1"):
        index = int(text)
        if index > journal.head():
            raise ValueError(f"the last record is {journal.head()}, not yet {index}")
        return index
    return journal.index_at(_moment(text))


def _first(text: str, journal: Journal) -> int:
    """Return a log index as it is written, or the first one from a moment on."""
    if text.isascii() and text.isdigit():
        return int(text)
    return journal.index_at(_moment(text) - timedelta(microseconds=1)) + 1


def read_first(text: str, journal: Days) -> int:
    """Return a log index as it is written, or the first one from a day or a moment on."""
    return _first(_begin(text, journal), journal)


def read_last(text: str, journal: Days) -> int:
    """Return a log index as it is written, or the last one of a day or at a moment."""
    following = _following(text)
    if following is None:
        return _index(text, journal)
    return _first(_begin(following, journal), journal) - 1


def _begin(text: str, journal: Days) -> str:
    """Return the moment at which a day begins; other texts as they are."""
    with suppress(ValueError):
        begin = datetime.combine(read_date(text), time(), journal.zone())
        return begin.isoformat()
    return text


def _following(text: str) -> str | None:
    with suppress(ValueError):
        return (read_date(text) + timedelta(days=1)).isoformat()
    return None


def _moment(text: str) -> datetime:
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    raise ValueError("expected a log index, or a time like 2026-01-31T17:00:00+08:00")


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= LIMIT_MAX:
        raise ValueError(f"expected 1 to {LIMIT_MAX}")
    return int(text)
