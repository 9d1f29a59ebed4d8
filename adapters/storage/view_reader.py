"""What a view reads: the lines in effect on a day, as known by a log index, from SQLite."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
from attrs import frozen

from adapters.calendars import china
from adapters.storage.view_table import Layout, place
from domain.calendar import WorkingCalendar
from projections.view import NOTHING, Line, Lines, Place, Reader, Row
from projections.walk import Walk


@frozen(kw_only=True)
class SqlReader:
    """The lines in effect on a day, as known by a log index; see projections.view.Reader."""

    connection: sqlite3.Connection
    layouts: Mapping[str, Layout]  # By table.
    names: Mapping[str, str]  # Table -> its name in the file.
    day: date
    known_by: int

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days, as announced."""
        return china()

    def on(self, day: date) -> "SqlReader":
        """Return the same knowledge on another day."""
        return attrs.evolve(self, day=day)

    def lines(
        self,
        table: Lines[Row],
        where: Mapping[str, str | Collection[str]],
        *,
        after: Place | None = None,
        last: int | None = None,
        limit: int | None = None,
        standing: bool = False,
    ) -> Sequence[Line[Row]]:
        """Return lines in order of knowing, whose columns have a value or one of several."""
        layout = self.layouts[table.name]
        known_by = self.known_by if last is None else min(last, self.known_by)
        clauses = ["place < ?", "day <= ?"]
        values: list[Any] = [place(known_by + 1), self.day.isoformat()]
        if after is not None:
            clauses.append("place > ?")
            values.append(place(*after))
        for column, wanted in where.items():
            several = [wanted] if isinstance(wanted, str) else list(wanted)
            clauses.append(f"{_found_by(table, where, column)} IN ({_marks(several)})")
            values.extend(several)
        if standing:
            clauses.append(stands(table, self.names[table.name]))
            values += values[:2]
        # The plus keeps the place from being searched by where a few values of a column are.
        several_values = any(not isinstance(wanted, str) for wanted in where.values())
        order = "+place" if several_values else "place"
        rows = self.connection.execute(
            f'SELECT {layout.select} FROM "{self.names[table.name]}"'
            f" WHERE {' AND '.join(clauses)} ORDER BY {order} LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return [layout.read(row) for row in rows]

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
        others = "".join(f' AND +"{name}" = ?' for name in where)
        rows = self.connection.execute(
            f'SELECT DISTINCT "{column}" FROM "{self.names[table.name]}"'
            f' WHERE "{column}" > ? AND +place < ? AND day <= ?{others}'
            f' ORDER BY "{column}" LIMIT ?',
            (after, place(self.known_by + 1), self.day.isoformat(), *where.values(), limit),
        )
        return [key for (key,) in rows]

    def walked(self, table: Lines[Row], starts: Collection[str], walk: Walk) -> Sequence[Line[Row]]:
        """Return the lines that lead on from some texts, however far, in order of knowing."""
        layout = self.layouts[table.name]
        statement, values = walking(
            layout.select,
            self.names[table.name],
            walk,
            starts="SELECT value FROM json_each(?)",
            known=(place(self.known_by + 1), self.day.isoformat()),
        )
        given = json.dumps(list(starts))
        rows = self.connection.execute(statement, (given, *values))
        return [layout.read(row) for row in rows]

    def totals(
        self, table: Lines[Any], *, where: Mapping[str, str] = NOTHING, largest: int | None = None
    ) -> Sequence[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Return the sums of a table's totals: in order of the texts, or the largest first."""
        assert table.totals is not None, f"{table.name} has no totals"
        layout, name = self.layouts[table.name], self.names[table.name]
        by = ", ".join(f'"{column}"' for column in table.totals.by)
        sums = ", ".join(f'SUM("{column}")' for column in table.totals.sums)
        kept = ", ".join(f'"{column}"' for column in (*table.totals.by, *table.totals.sums))
        day, count = self.day.isoformat(), self.known_by + 1
        parts = [f'SELECT {kept} FROM "{name}" WHERE place >= ? AND place < ? AND day <= ?']
        values: list[Any] = [place(layout.blocks.covered(count)), place(count), day]
        for level, first, last in layout.blocks.cover(count):
            parts.append(
                f'SELECT {kept} FROM "{name}_block"'
                " WHERE level = ? AND block BETWEEN ? AND ? AND day <= ?"
            )
            values += [level, first, last, day]
        union = " UNION ALL ".join(parts)
        asked = " AND ".join(f'"{name}" = ?' for name in where) or "1"
        order = by if largest is None else f"{len(table.totals.by) + 1} DESC, {by}"
        rows = self.connection.execute(
            f"SELECT {by}, {sums} FROM ({union}) WHERE {asked} GROUP BY {by} ORDER BY {order}"
            " LIMIT ?",
            (*values, *where.values(), -1 if largest is None else largest),
        )
        width = len(table.totals.by)
        return [(tuple(row[:width]), tuple(row[width:])) for row in rows]


@frozen
class SeeingReader:
    """A reader that notes the indexes of the records whose lines it gave out."""

    inner: Reader
    seen: set[int]

    @property
    def day(self) -> date:
        """The day on which lines are in effect."""
        return self.inner.day

    @property
    def known_by(self) -> int:
        """The index of the last record counted."""
        return self.inner.known_by

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days, as announced."""
        return self.inner.calendar

    def on(self, day: date) -> "SeeingReader":
        """Return the same knowledge on another day."""
        return attrs.evolve(self, inner=self.inner.on(day))

    def lines(
        self,
        table: Lines[Row],
        where: Mapping[str, str | Collection[str]],
        *,
        after: Place | None = None,
        last: int | None = None,
        limit: int | None = None,
        standing: bool = False,
    ) -> Sequence[Line[Row]]:
        """Return the lines, and note them."""
        found = self.inner.lines(
            table, where, after=after, last=last, limit=limit, standing=standing
        )
        self.seen.update(line.index for line in found)
        return found

    def keys(
        self,
        table: Lines[Any],
        column: str,
        *,
        where: Mapping[str, str] = NOTHING,
        after: str = "",
        limit: int,
    ) -> Sequence[str]:
        """Return the texts of a column; which things there are is no part of a value."""
        return self.inner.keys(table, column, where=where, after=after, limit=limit)

    def walked(self, table: Lines[Row], starts: Collection[str], walk: Walk) -> Sequence[Line[Row]]:
        """Return the lines that lead on from some texts, and note them."""
        found = self.inner.walked(table, starts, walk)
        self.seen.update(line.index for line in found)
        return found

    def totals(
        self, table: Lines[Any], *, where: Mapping[str, str] = NOTHING, largest: int | None = None
    ) -> Sequence[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Return the sums, and note every line that is in them."""
        self.lines(table, {})
        return self.inner.totals(table, where=where, largest=largest)


def stands(table: Lines[Any], name: str) -> str:
    """Return the condition that no later line ends one: of places before, on days up to.

    The plus keeps a line from being searched by its place: what ends others has an index.
    """
    ends = table.ends
    assert ends is not None, f"no line of {table.name} ends another"
    return (
        f'NOT EXISTS (SELECT 1 FROM "{name}" AS later'
        f' WHERE later."{ends.key}" = "{name}"."{ends.key}"'
        f" AND later.\"{ends.column}\" = '{ends.value}'"
        f' AND +later.place > "{name}".place AND +later.place < ? AND later.day <= ?)'
    )


def walking(
    select: str, name: str, walk: Walk, *, starts: str, known: tuple[int, str]
) -> tuple[str, list[Any]]:
    """Return the statement that walks a table of this name, and its values but for the starts.

    starts is the statement that selects those, of one value.  known is the place before which lines
    are known, and the day on which they are in effect.  The plus and the empty text keep a line
    from being searched by anything but its ends.
    """
    asked = "".join(f" AND step.\"{column}\" || '' = ?" for column in walk.where)
    entered = " OR ".join(f'step."{end}" = near.entry' for end in walk.enter)
    step = (
        f'FROM near JOIN "{name}" AS step ON ({entered})'
        f" AND +step.place < ? AND step.day <= ?{asked}"
    )
    leave = walk.other(walk.enter[0])
    return (
        f"WITH RECURSIVE near(entry) AS ({starts} UNION"
        f' SELECT CASE near.entry WHEN step."{walk.enter[0]}" THEN step."{leave}"'
        f' ELSE step."{walk.enter[0]}" END {step})'
        f' SELECT {select} FROM "{name}" WHERE "{walk.key}" IN (SELECT step."{walk.key}" {step})'
        " AND +place < ? AND day <= ? ORDER BY +place"
    ), [*(2 * [*known, *walk.where.values()]), *known]


def _found_by(table: Lines[Any], where: Collection[str], column: str) -> str:
    """Return a column for a condition; only the first of `by` is searched by its index."""
    searched = next(name for name in table.by if name in where)
    return f'"{column}"' if column == searched else f'+"{column}"'


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
