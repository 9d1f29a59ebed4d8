"""The store of the views: batches, stops, restarts, rebuilds and other processes."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from attrs import define, evolve, frozen

from adapters.problems import Unavailable, Unknown
from adapters.storage.view_table import Blocks, layout_of
from adapters.storage.views import ViewStore
from domain.checklist.events import ChecklistSet
from domain.kinds import DocumentKind
from domain.labels import Label
from domain.recorded import Fact
from projections.catalogue import VIEWS
from projections.view import EVERY, Answer, Lines, Question, Reader, Totals, View, columns
from tests.journal import MemoryJournal

DAY = date(2026, 1, 1)
SET = ChecklistSet(documents=(DocumentKind.OTHER,), since=DAY, source="circular")


@frozen(kw_only=True)
class Count:
    """One for each record."""

    kind: str
    number: int


def counted(fact: Fact, _event: Any) -> Iterator[tuple[date, Count]]:
    """Yield one line a record."""
    yield fact.on, Count(kind=fact.category, number=1)


def choking(fact: Fact, _event: Any) -> Iterator[tuple[date, Count]]:
    """Yield one line a record, and fail on the sixth."""
    if fact.index == 5:
        raise ValueError("cannot be counted")
    yield fact.on, Count(kind=fact.category, number=1)


def counting(name: str, of: Any = counted) -> View:
    """Return a view that counts records."""
    totals = Totals(by=("kind",), sums=("number",))
    table = Lines(name=name, row=Count, of={EVERY: of}, by=("kind",), totals=totals)

    def answer(reader: Reader, _question: Question) -> Answer:
        rows = [{"kind": kind, "number": number} for (kind,), (number,) in reader.totals(table)]
        return Answer(rows=rows)

    return View(
        name=name,
        title=Label("计数", "count"),
        tables=(table,),
        columns=columns(kind="text", number="number"),
        answer=answer,
    )


def views(*known: View) -> dict[str, View]:
    """Return a catalogue of views."""
    return {view.name: view for view in known}


COUNT = views(counting("count"))


def journal_of(number: int) -> MemoryJournal:
    """Return a journal of some records."""
    return MemoryJournal().add("checklist-x", *(SET for _ in range(number)))


def number(store: ViewStore, journal: MemoryJournal, view: str = "count", **query: str) -> int:
    """Return what a view counts."""
    rows = store.read(view, query, journal, DAY).rows
    return sum(row["number"] for row in rows)


@frozen
class Stopping:
    """A journal that breaks off after some records, as a machine that is switched off does."""

    whole: MemoryJournal
    after: int

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts, and break off where the end was set."""
        if after >= self.after:
            raise KeyboardInterrupt
        return self.whole.facts(after, limit)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)


def test_what_was_taken_in_before_a_stop_is_kept_and_the_rest_follows(tmp_path: Path) -> None:
    journal, path = journal_of(10), tmp_path / "views"
    store = ViewStore(path, views=COUNT, batch=3)
    with pytest.raises(KeyboardInterrupt):
        store.catch_up(Stopping(journal, 5))
    store.close()
    store = ViewStore(path, views=COUNT, batch=3)
    assert store.status(journal)[0].position == 5
    assert store.status(journal)[0].behind == 4
    assert number(store, journal) == 10


KILLED = """
    import os
    from pathlib import Path
    from adapters.storage import view_feed
    from adapters.storage.views import ViewStore
    from tests.adapters.test_view_store import COUNT, journal_of

    saves = iter(range(100))
    save = view_feed._save

    def killed(file, fed):
        save(file, fed)
        if next(saves) == 2:
            os._exit(9)  # Lines are written, the transaction is not ended.

    view_feed._save = killed
    ViewStore(Path({path!r}), views=COUNT, batch=3).catch_up(journal_of(10))
"""


def test_a_process_killed_within_a_batch_leaves_lines_and_position_together(
    tmp_path: Path,
) -> None:
    journal, path = journal_of(10), tmp_path / "views"
    code = dedent(KILLED).format(path=str(path))
    root = Path(__file__).parents[2]
    program = [sys.executable, "-c", code]
    killed = subprocess.run(program, cwd=root, env={**os.environ, "PYTHONPATH": str(root)})
    assert killed.returncode == 9
    store = ViewStore(path, views=COUNT, batch=3)
    assert store.status()[0].position == 5
    assert number(store, journal, known_by="5") == 6
    assert number(store, journal) == 10


def test_a_table_that_fails_stops_with_the_record_named_and_the_others_go_on() -> None:
    journal = journal_of(10)
    store = ViewStore(views=views(counting("count"), counting("choked", choking)), batch=4)
    store.catch_up(journal)
    standing = {status.table: status for status in store.status(journal)}
    assert standing["choked"].position == 4
    assert standing["choked"].failed == (
        "record 5 (checklist.set of checklist-x): ValueError: cannot be counted"
    )
    assert standing["count"].position == 9
    assert number(store, journal) == 10
    assert number(store, journal, "choked", known_by="4") == 5
    with pytest.raises(Unavailable, match=r"stopped before record 5 .*rebuild choked"):
        number(store, journal, "choked")


def test_a_table_mended_goes_on_where_the_file_is_opened_again(tmp_path: Path) -> None:
    journal, path = journal_of(10), tmp_path / "views"
    store = ViewStore(path, views=views(counting("count", choking)))
    store.catch_up(journal)
    store.close()
    mended = evolve(counting("count"), tables=(evolve(counting("count").tables[0], by=()),))
    store = ViewStore(path, views=views(mended))
    store.catch_up(journal)
    assert [(s.position, s.failed) for s in store.status()] == [(9, None)]


def test_a_rebuild_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    journal = journal_of(3)
    choked = views(counting("count"), counting("choked", choking))
    store = ViewStore(tmp_path / "views", views=choked)
    store.catch_up(journal)
    journal.add("checklist-x", SET, SET, SET)
    with pytest.raises(Unavailable, match="record 5"):
        store.rebuild(journal)
    assert number(store, journal, "choked", known_by="2") == 3
    assert number(store, journal) == 6


def test_a_rebuild_is_read_only_once_it_is_whole_and_says_how_far_it_is(tmp_path: Path) -> None:
    journal, path = journal_of(10), tmp_path / "views"
    store = ViewStore(path, views=COUNT, batch=4)
    store.catch_up(journal)
    with sqlite3.connect(path) as raw:
        raw.execute("DELETE FROM count_1 WHERE day > '2000'")  # Spoil what the rebuild mends.
    seen: list[tuple[int, int, int]] = []

    def progress(_tables: str, done: int, whole: int) -> None:
        seen.append((done, whole, number(store, journal)))

    assert number(store, journal) == 0
    store.rebuild(journal, ["count"], progress)
    assert seen == [(4, 10, 0), (8, 10, 0), (10, 10, 0)]
    assert number(store, journal) == 10
    with sqlite3.connect(path) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    assert "count_1" not in tables


def test_only_what_is_named_is_rebuilt() -> None:
    journal = journal_of(2)
    store = ViewStore(views=views(counting("count"), counting("other")))
    store.catch_up(journal)
    built: list[str] = []
    store.rebuild(journal, ["other"], lambda tables, _done, _whole: built.append(tables))
    assert built == ["other"]
    with pytest.raises(Unknown, match="there is no view colour; there is count, other"):
        store.rebuild(journal, ["colour"])


def test_a_table_derived_by_another_definition_is_built_again(tmp_path: Path) -> None:
    journal, path = journal_of(5), tmp_path / "views"
    first = ViewStore(path, views=COUNT)
    first.catch_up(journal)
    first.close()
    again = ViewStore(path, views=COUNT)
    assert again.status()[0].position == 4
    again.close()
    changed = ViewStore(path, views=COUNT, blocks=Blocks(2, 2))
    assert changed.status()[0].position == -1
    assert number(changed, journal) == 5


def test_views_of_another_journal_are_built_again(tmp_path: Path) -> None:
    path = tmp_path / "views"
    store = ViewStore(path, views=COUNT)
    store.catch_up(journal_of(9))
    store.close()
    restored = journal_of(4)
    store = ViewStore(path, views=COUNT)
    assert number(store, restored) == 4
    store.close()
    other = MemoryJournal().add("checklist-y", SET, SET, SET, SET)
    assert ViewStore(path, views=COUNT).read("count", {}, other, DAY).known_by == 3


@define
class Overtaking:
    """A journal that lets another process take in everything while one is reading it."""

    whole: MemoryJournal
    other: ViewStore

    def facts(self, after: int, limit: int, names: Collection[str] | None = None) -> Sequence[Fact]:
        """Return facts, after the other process took them in."""
        self.other.catch_up(self.whole)
        return self.whole.facts(after, limit)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)


def test_two_processes_take_in_each_record_once(tmp_path: Path) -> None:
    journal, path = journal_of(10), tmp_path / "views"
    one = ViewStore(path, views=COUNT, batch=3)
    two = ViewStore(path, views=COUNT, batch=4)
    one.catch_up(Overtaking(journal, two))
    assert number(one, journal) == number(two, journal) == 10


def test_sums_by_blocks_are_the_sums_of_their_lines() -> None:
    journal = journal_of(137)
    store = ViewStore(views=COUNT, blocks=Blocks(first=3, fan=2), batch=10)
    for known_by in range(-1, 137):
        assert number(store, journal, known_by=str(known_by)) == known_by + 1


def test_how_a_table_lies_is_made_out_once_for_all_stores_of_a_process() -> None:
    (table, *_) = VIEWS["loan_register"].tables
    assert layout_of(table) is layout_of(table)
    assert layout_of(table, Blocks(first=2)) is not layout_of(table)
