"""Whether events.csv says what the records say, cell by cell."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from adapters.evidence.cells import json_cell, safe
from adapters.evidence.faults import Faulty, require
from adapters.evidence.folder import lines
from adapters.evidence.lines import LINE_BYTES_MAX, Line

EVENTS: Final = "data/events.csv"
# Columns that repeat a field of the record; their order is that of the table.
FIELDS: Final = ("stream", "ver", "type", "schema", "at", "actor", "branch", "cause", "cmd", "prev")
NEEDED: Final = ("index", "digest")


class EventsTable:
    """The rows of events.csv, taken one by one beside the records."""

    def __init__(self, folder: Path) -> None:
        """Open the table; Faulty where it lacks a column that ties it to the log."""
        csv.field_size_limit(LINE_BYTES_MAX)
        self.count = 0
        self._rows = self._read(folder)
        self.columns = next(self._rows, [])
        for name in NEEDED:
            require(self.columns.count(name) == 1, f"{EVENTS} has no column {name}")

    @property
    def unchecked(self) -> list[str]:
        """The columns that repeat nothing of the record, and are not looked at."""
        known = {*NEEDED, *FIELDS, "recorded_at", "data"}
        return [name for name in self.columns if name not in known]

    def compare(self, line: Line, said: Mapping[str, Any]) -> None:
        """Check that the next row is that of a record."""
        row = next(self._rows, None)
        if row is None:
            raise Faulty(f"{EVENTS} ends before index {line.index}: its row was dropped")
        self.count += 1
        where = f"{EVENTS} row {self.count}"
        require(len(row) == len(self.columns), f"{where} has another number of cells")
        for name, cell in zip(self.columns, row, strict=True):
            wanted = _wanted(name, line, said)
            if wanted is not None and cell != wanted:
                raise Faulty(
                    f"{where}, column {name}: {cell[:80]!r} is not what record {line.index} says"
                )

    def end(self) -> None:
        """Check that no row is left."""
        require(next(self._rows, None) is None, f"{EVENTS} has rows without a record")

    def _read(self, folder: Path) -> Iterator[list[str]]:
        try:
            texts = (line.decode() for line in lines(folder, EVENTS, LINE_BYTES_MAX))
            yield from csv.reader(texts, strict=True)
        except (csv.Error, UnicodeDecodeError) as error:
            raise Faulty(f"{EVENTS} after row {self.count} is no CSV ({error})") from error


class Beside:
    """The table of events, read beside the records; its first fault does not stop them."""

    def __init__(self, folder: Path) -> None:
        """Open the table."""
        self._fault: Faulty | None = None
        try:
            self._table: EventsTable | None = EventsTable(folder)
        except Faulty as fault:
            self._table, self._fault = None, fault

    def compare(self, line: Line, said: Mapping[str, Any]) -> None:
        """Check the row of a record."""
        self._try(lambda table: table.compare(line, said))

    def end(self) -> None:
        """Check that there is no row more."""
        self._try(lambda table: table.end())

    def said(self) -> str:
        """Return what came of it; Faulty with its first fault."""
        if self._fault is not None or self._table is None:
            raise self._fault or Faulty(EVENTS)
        more = self._table.unchecked
        beside = f"; not looked at: {', '.join(more)}" if more else ""
        return f"{self._table.count} rows say what their records say{beside}"

    def _try(self, check: Callable[[EventsTable], None]) -> None:
        if self._table is not None and self._fault is None:
            try:
                check(self._table)
            except Faulty as fault:
                self._fault = fault


def _wanted(name: str, line: Line, said: Mapping[str, Any]) -> str | None:
    """Return the cell that a record has in a column; None for a column that it says nothing of."""
    match name:
        case "index":
            return str(line.index)
        case "digest":
            return line.digest.hex()
        case "recorded_at":
            return line.recorded_at
        case "data":
            return json_cell(said["data"])
        case _ if name in FIELDS:
            value = said[name]
            return safe(value) if isinstance(value, str) else "" if value is None else str(value)
    return None
