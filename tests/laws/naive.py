"""A second opinion on what a view reads: every line of every fact, looked through each time."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from adapters.calendars import china
from domain.calendar import WorkingCalendar
from domain.recorded import Fact
from projections.view import EVERY, NOTHING, Line, Lines, Place
from projections.walk import Walk


@frozen
class NaiveReader:
    """The lines of facts in effect on a day, as known by an index, without any store."""

    facts: Sequence[Fact]
    day: date
    known_by: int

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days, as announced."""
        return china()

    def on(self, day: date) -> "NaiveReader":
        """Return the same knowledge on another day."""
        return evolve(self, day=day)

    def lines(
        self,
        table: Lines[Any],
        where: Mapping[str, str | Collection[str]],
        *,
        after: Place | None = None,
        last: int | None = None,
        limit: int | None = None,
        standing: bool = False,
    ) -> Sequence[Line[Any]]:
        """Return lines in order of knowing, whose columns have a value or one of several."""
        asked = {n: {v} if isinstance(v, str) else set(v) for n, v in where.items()}
        found = [
            line
            for line in self._all(table)
            if (after is None or (line.index, line.no) > after)
            and (last is None or line.index <= last)
            and all(getattr(line.row, name) in values for name, values in asked.items())
            and not (standing and self._ended(table, line, last))
        ]
        return found[:limit]

    def _ended(self, table: Lines[Any], line: Line[Any], last: int | None) -> bool:
        ends = table.ends
        assert ends is not None
        return any(
            (other.index, other.no) > (line.index, line.no)
            and (last is None or other.index <= last)
            and getattr(other.row, ends.key) == getattr(line.row, ends.key)
            and getattr(other.row, ends.column) == ends.value
            for other in self._all(table)
        )

    def keys(
        self,
        table: Lines[Any],
        column: str,
        *,
        where: Mapping[str, str] = NOTHING,
        after: str = "",
        limit: int,
    ) -> Sequence[str]:
        """Return the different texts of a column in order, those after one."""
        found = {getattr(line.row, column) for line in self.lines(table, where)}
        return sorted(key for key in found if key is not None and key > after)[:limit]

    def walked(self, table: Lines[Any], starts: Collection[str], walk: Walk) -> Sequence[Line[Any]]:
        """Return the lines that lead on from some texts, however far, in order of knowing."""
        near, keys, grows = set(starts), set[str](), True
        while grows:
            before = len(near)
            entries = [
                (one.row, end) for one in self.lines(table, walk.where) for end in walk.enter
            ]
            for row, end in entries:
                if getattr(row, end) in near:
                    near.add(getattr(row, walk.other(end)))
                    keys.add(getattr(row, walk.key))
            grows = len(near) > before
        return self.lines(table, {walk.key: keys}) if keys else ()

    def totals(
        self, table: Lines[Any], *, where: Mapping[str, str] = NOTHING, largest: int | None = None
    ) -> Sequence[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Return the sums of a table's totals, in order of the texts, or the largest first."""
        assert table.totals is not None
        by, sums = table.totals.by, table.totals.sums
        found: dict[tuple[str, ...], Counter[str]] = {}
        for line in self._all(table):
            group = found.setdefault(tuple(getattr(line.row, name) for name in by), Counter())
            group.update({name: getattr(line.row, name) for name in sums})
        asked = [by.index(name) for name in where]
        listed = [
            (key, tuple(found[key][name] for name in sums))
            for key in sorted(found)
            if [key[at] for at in asked] == list(where.values())
        ]
        if largest is None:
            return listed
        return sorted(listed, key=lambda one: -one[1][0])[:largest]

    def _all(self, table: Lines[Any]) -> Iterator[Line[Any]]:
        for fact in self.facts[: self.known_by + 1]:
            of = table.of.get(type(fact.event)) or table.of.get(EVERY)
            for no, (on, row) in enumerate(of(fact, fact.event) if of else ()):
                if on <= self.day:
                    yield Line(fact.index, no, on, row)
