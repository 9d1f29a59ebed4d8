"""What a view reads: the lines in effect on a day, as known by a log index, from SQLite."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
from attrs import frozen

from adapters.storage.view_table import Layout, place
from projections.view import Line, Lines, Place, Row


@frozen(kw_only=True)
class SqlReader:
    """The lines in effect on a day, as known by a log index; see projections.view.Reader."""

    connection: sqlite3.Connection
    layouts: Mapping[str, Layout]  # By table.
    names: Mapping[str, str]  # Table -> its name in the file.
    day: date
    known_by: int

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
            clauses.append(f'"{column}" IN ({", ".join("?" * len(several))})')
            values.extend(several)
        rows = self.connection.execute(
            f'SELECT {layout.select} FROM "{self.names[table.name]}"'
            f" WHERE {' AND '.join(clauses)} ORDER BY place LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return [layout.read(row) for row in rows]

    def keys(self, table: Lines[Any], column: str, *, after: str = "", limit: int) -> Sequence[str]:
        """Return the different texts of a column in order, those after one."""
        rows = self.connection.execute(
            f'SELECT DISTINCT "{column}" FROM "{self.names[table.name]}"'
            f' WHERE "{column}" > ? AND place < ? AND day <= ? ORDER BY "{column}" LIMIT ?',
            (after, place(self.known_by + 1), self.day.isoformat(), limit),
        )
        return [key for (key,) in rows]

    def totals(self, table: Lines[Any]) -> Sequence[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Return the sums of a table's totals: (texts, sums), in order of the texts."""
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
        rows = self.connection.execute(
            f"SELECT {by}, {sums} FROM ({union}) GROUP BY {by} ORDER BY {by}", values
        )
        width = len(table.totals.by)
        return [(tuple(row[:width]), tuple(row[width:])) for row in rows]
