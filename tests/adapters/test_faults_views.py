"""Workers that keep views together, are killed at it, or keep them on machines of their own."""

import os
import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from attrs import evolve

from adapters.settings import Settings
from adapters.storage.views import ViewStore
from adapters.system import System
from adapters.wiring import open_system
from tests.faults.load import calls, folder_settings, open_log, say, sleep_at_random

BATCHES, KILLS = 80, 4


@contextmanager
def keeping(settings: Settings) -> Iterator[int]:
    """Keep views up to date in a process of its own until it is killed."""
    pid = os.fork()
    if pid == 0:
        try:
            with open_system(settings) as system:
                while True:
                    system.catch_up()
        finally:
            os._exit(1)
    try:
        yield pid
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def write(system: System, batches: int, round_no: int) -> None:
    for batch in islice(calls(round_no), batches):
        for answer in system.bus("zhao").run_many(batch):
            assert not isinstance(answer, Exception), answer


def lines_of(store: ViewStore) -> dict[str, list[tuple[object, ...]]]:
    """Return every line of every table, and every sum of its blocks."""
    file, found = store._file, {}
    for standing in file.standings():
        for suffix in ("", "_block") if file.layouts[standing.table].table.totals else ("",):
            rows = file.connection.execute(f'SELECT * FROM "{standing.name}{suffix}"')
            found[standing.table + suffix] = sorted(rows.fetchall(), key=repr)
    return found


def assert_as_rebuilt(system: System) -> int:
    """Assert that the views are those that are built anew, line by line; return how many lines."""
    system.catch_up()
    anew = ViewStore(None)
    anew.catch_up(system.core.journal)
    kept = lines_of(system.views)
    assert kept == lines_of(anew)
    anew.close()
    return sum(map(len, kept.values()))


def test_two_workers_on_one_file_of_views_take_each_record_in_once(tmp_path):
    settings, chance = folder_settings(tmp_path), random.Random(7)
    open_log(settings)
    with open_system(settings) as system, keeping(settings):
        for kill in range(KILLS):
            with keeping(settings):  # A second one, which is killed in the midst of it.
                write(system, BATCHES // KILLS, kill + 1)
                sleep_at_random(chance, 0.3)
    with open_system(settings) as system:
        lines = assert_as_rebuilt(system)
    say(f"two workers on one file of views, one killed {KILLS} times: {lines} lines, each once")


def test_two_machines_on_one_server_have_the_same_views_each_in_a_file_of_its_own(
    servers, tmp_path
):
    one = folder_settings(tmp_path, servers("wheel").database())
    other = evolve(one, views=Path(tmp_path / "other.views"))
    open_log(one)
    with open_system(one) as here, open_system(other) as there:
        for turn, writer in enumerate((here, there, here, there), 1):
            write(writer, 6, turn)
            here.catch_up()
        assert assert_as_rebuilt(here) == assert_as_rebuilt(there) > 0
        assert lines_of(here.views) == lines_of(there.views)
