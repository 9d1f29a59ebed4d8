"""Any view of the catalogue, answered for two dates from a file that can always be built again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from adapters.bus import Page
from adapters.problems import Unavailable, Unknown, Unreadable
from adapters.sight import EVERYTHING, Sight
from adapters.storage.view_answer import opened
from adapters.storage.view_feed import BATCH, Journal, feed, is_of
from adapters.storage.view_file import Standing, ViewFile
from adapters.storage.view_query import Query, read_query
from adapters.storage.view_reader import SeeingReader, SqlReader
from adapters.storage.view_table import BLOCKS, Blocks, layout_of
from projections.catalogue import VIEWS
from projections.view import Absent, Answer, Lines, Misread, Reader, View

Progress = Callable[[str, int, int], None]  # Tables, records taken in, records in all.

__all__ = ["Journal", "TableStatus", "ViewStore"]


@frozen(kw_only=True)
class TableStatus:
    """How a stored table stands."""

    table: str
    views: tuple[str, ...]  # That are answered from it.
    position: int  # Log index of the last record taken in; -1 for none.
    behind: int | None  # Records not yet taken in; None where no journal was given.
    failed: str | None  # The record that it stopped before, and why.


class ViewStore:
    """The views of a journal, in a file of their own or in memory."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        views: Mapping[str, View] = VIEWS,
        batch: int = BATCH,
        blocks: Blocks = BLOCKS,
    ) -> None:
        """Open or create the file; None keeps the views in memory.

        A table that was derived by another definition is emptied: catch_up builds it again.
        Raises Unavailable where the file is none of ours or from a newer program.
        """
        tables = {table.name: table for view in views.values() for table in view.tables}
        layouts = {name: layout_of(table, blocks) for name, table in tables.items()}
        self._views, self._batch, self._checked = views, batch, False
        self._file = ViewFile(path, layouts)
        try:
            self._file.prepare()
        except BaseException:
            self._file.close()
            raise

    def catch_up(self, journal: Journal, tables: Collection[str] | None = None) -> None:
        """Take in what was recorded since, into these tables (None: into all).

        A table that fails stops, the others go on.
        """
        if not self._checked:
            self._begin_strangers(journal)
        head = journal.head()
        while self._behind(head, tables) and feed(
            self._file, journal, self._live(tables), self._batch
        ):
            pass

    def position(self, table: Lines[Any], journal: Journal) -> int:
        """Return the index of the last record of this journal that a table took in; -1 for none."""
        (standing,) = self._live([table.name])
        return standing.position if is_of(standing, journal) else -1

    @contextmanager
    def reading(
        self, tables: Iterable[Lines[Any]], day: date, known_by: int
    ) -> Iterator[SqlReader]:
        """Read tables in one state throughout; Unavailable where one has not come so far."""
        with self._file.reading():
            standings = {standing.table: standing for standing in self._live()}
            for table in tables:
                _require(standings[table.name], known_by)
            yield SqlReader(
                connection=self._file.connection,
                layouts=self._file.layouts,
                names={table: standing.name for table, standing in standings.items()},
                day=day,
                known_by=known_by,
            )

    def rebuild(
        self,
        journal: Journal,
        names: Collection[str] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Build tables again beside those that are read, then swap them all at once.

        names are those of views or tables (None: all).  Raises Unknown for another name, and
        Unavailable where one fails on a record: then all stays as it was.
        """
        tables = self._tables(names)
        with self._file.writing():
            for table in tables:
                self._file.begin(table, live=False)
        head = journal.head()
        while feed(self._file, journal, self._building(tables), self._batch):
            if progress:
                done = min(s.position for s in self._building(tables))
                progress(", ".join(tables), done + 1, head + 1)
        with self._file.writing():
            built = self._building(tables)
            if failures := [s.failure for s in built if s.failure]:
                raise Unavailable("; ".join(f"a view cannot be built from {f}" for f in failures))
            if len(built) != len(tables):
                raise Unavailable("another process builds the same views: try again later")
            for standing in built:
                self._file.swap(standing)

    def status(self, journal: Journal | None = None) -> Sequence[TableStatus]:
        """Return how every table stands."""
        head = None if journal is None else journal.head()
        return [
            TableStatus(
                table=s.table,
                views=tuple(n for n, v in self._views.items() if s.table in _tables_of(v)),
                position=s.position,
                behind=None if head is None else head - s.position,
                failed=s.failure,
            )
            for s in self._live()
        ]

    def read(
        self,
        named: str | View,
        query: Mapping[str, str],
        journal: Journal,
        today: date,
        *,
        sight: Sight = EVERYTHING,
    ) -> Page:
        """Answer a view for the two dates of the query, which both default to now.

        A view that is none of the catalogue's may be given itself; its tables must be theirs.
        What is out of sight is left out before anything sealed is opened.
        Raises Unknown for a view or a thing that is not there, Unreadable for a query that is
        malformed, Unavailable where a table of the view stopped before the record asked for.
        """
        view = self._view(named) if isinstance(named, str) else named
        asked = read_query(view, query, journal, today)
        answer = self._answer(view, asked, journal)
        rows, left_out = sight.seen(answer.rows)
        said = opened(rows, journal)
        # Some of an answer is made of what is opened, and looked at only then.
        rows, left_out_late = (rows, 0) if said is rows else sight.seen(said)
        return Page(
            view=view.name,
            in_effect_on=asked.day.isoformat(),
            known_by=asked.known_by,
            columns=tuple(column.name for column in view.columns),
            rows=rows,
            next=answer.next,
            left_out=left_out + left_out_late,
        )

    def pages(
        self,
        named: str | View,
        query: Mapping[str, str],
        journal: Journal,
        today: date,
        *,
        sight: Sight = EVERYTHING,
    ) -> Iterator[Page]:
        """Yield the pages of a view from the query's cursor on, all as known by one index."""
        page = self.read(named, {"limit": "1000", **query}, journal, today, sight=sight)
        yield page
        while page.next is not None:
            fixed = {"limit": "1000", **query, "known_by": str(page.known_by)}
            page = self.read(named, {**fixed, "after": page.next}, journal, today, sight=sight)
            yield page

    def rows(
        self, named: str | View, query: Mapping[str, str], journal: Journal, today: date
    ) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of all pages, for whoever sees everything."""
        for page in self.pages(named, query, journal, today):
            yield from page.rows

    def looked_at(
        self, view: View, query: Mapping[str, str], journal: Journal, today: date
    ) -> Sequence[int]:
        """Return the indexes of the records that an answer looked at, in order."""
        seen: set[int] = set()
        self._answer(view, read_query(view, query, journal, today), journal, seen)
        return sorted(seen)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _answer(
        self, view: View, asked: Query, journal: Journal, seen: set[int] | None = None
    ) -> Answer:
        if self._behind(asked.known_by, _tables_of(view)):
            self.catch_up(journal)
        with self.reading(view.tables, asked.day, asked.known_by) as sql:
            reader: Reader = sql if seen is None else SeeingReader(sql, seen)
            try:
                return view.answer(reader, asked.question)
            except Absent as error:
                raise Unknown(str(error)) from error
            except Misread as error:
                raise Unreadable((str(error),)) from error

    def _view(self, name: str) -> View:
        if name not in self._views:
            raise Unknown(f"there is no view {name!r}; there is {', '.join(self._views)}")
        return self._views[name]

    def _tables(self, names: Collection[str] | None) -> list[str]:
        """Return the tables of views or tables named, each once."""
        known = {table: [table] for table in self._file.layouts}
        for name, view in self._views.items():  # A view and a table may have one name.
            known[name] = [*known.get(name, ()), *_tables_of(view)]
        wanted = self._file.layouts if names is None else names
        if strange := sorted(set(wanted) - known.keys()):
            raise Unknown(f"there is no view {', '.join(strange)}; there is {', '.join(known)}")
        return sorted({table for name in wanted for table in known[name]})

    def _live(self, tables: Collection[str] | None = None) -> list[Standing]:
        standings = (standing for standing in self._file.standings() if standing.live)
        return [one for one in standings if tables is None or one.table in tables]

    def _building(self, tables: Collection[str]) -> list[Standing]:
        return [s for s in self._file.standings() if not s.live and s.table in tables]

    def _behind(self, index: int, tables: Collection[str] | None) -> bool:
        """Tell whether a table (of these, where some are given) can go on towards an index."""
        return any(s.position < index and s.failure is None for s in self._live(tables))

    def _begin_strangers(self, journal: Journal) -> None:
        """Begin anew the tables that were fed from another journal, as after a restore."""
        with self._file.writing():
            for standing in self._live():
                if not is_of(standing, journal):
                    self._file.begin(standing.table, live=True)
        self._checked = True


def _tables_of(view: View) -> list[str]:
    return [table.name for table in view.tables]


def _require(standing: Standing, known_by: int) -> None:
    if standing.position >= known_by:
        return
    if standing.failure is not None:
        raise Unavailable(
            f"the view stopped before {standing.failure}; what was known by {standing.position}"
            f" can be read (known_by={standing.position}); mend it and rebuild {standing.table}"
        )
    raise Unavailable(f"the view stands at record {standing.position}: try again later")
