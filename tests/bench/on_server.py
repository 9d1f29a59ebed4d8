"""Commands and batches on a PostgreSQL server, by one writer and by eight."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
from eventsourcing.persistence import StoredEvent

from adapters.storage.postgres_write import write
from adapters.storage.store import CommandRow, Side
from adapters.system import utc_now
from tests.bench import bank, library
from tests.bench.figures import Figure
from tests.bench.on_file import batch_figure
from tests.server import PORT, Server, running

WRITERS = 8
SELECT = (
    b"SELECT ver, topic, state FROM loanfold.event WHERE stream = %s AND ver > %s ORDER BY ver ASC"
)


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Yield one writer, a batch, and eight writers: as the disk is, and with a slower one."""
    with running(synchronous_commit="on") as server:
        yield from _one_writer(server, folder / "one", rounds)
        yield _eight_writers(server, folder / "eight", rounds, wanted=">= 3 x library")
    with running(commit_delay="5000", commit_siblings="0") as slow:
        yield _eight_writers(
            slow,
            folder / "slow",
            max(rounds // 3, 40),
            wanted=">= 5 x library",
            what=", a flush of 5 ms",
        )


def _floor(url: str) -> Callable[[bank.Written], None]:
    """Return a function that does what a command does on the server, and nothing else."""
    connection = psycopg.connect(url, autocommit=True, prepare_threshold=2)

    def run(rows: bank.Written) -> None:
        with connection.cursor(binary=True) as cursor:
            cursor.execute(SELECT, (rows.stream, 0)).fetchall()
        write(connection, *_args(rows))

    return run


def _args(rows: bank.Written) -> tuple[Any, Side]:
    events = [StoredEvent(*row) for row in rows.events]
    key, content, stream, version, _ = rows.command
    names = tuple(row[2] for row in rows.events)
    command = CommandRow(key, content, stream, version, names, len(events) - 1, None)
    return events, Side(now=utc_now(), commands=(command,))


def _one_writer(server: Server, folder: Path, rounds: int) -> Iterator[Figure]:
    folder.mkdir()
    url, floor_url = server.database(), server.database()
    with bank.opened(url, folder) as system:
        bank.prepare(system, rounds)
        with bank.opened(floor_url, folder / "floor") as again:
            bank.prepare(again, rounds)
        app, ids = _library(server, "library_one", rounds)
        floor = _floor(floor_url)
        for what, make in (("a quote", bank.quote), ("a receipt", bank.receipt)):
            requests = [make(system, no) for no in range(rounds)]
            times = bank.in_turns(
                system, requests, floor, lambda no: library.command(app, ids[no], 99)
            )
            yield Figure(
                what=f"PostgreSQL, one writer: {what}",
                ours=times[0],
                floor=times[1],
                library=times[2],
                wanted="<= 1.6 x floor",
            )
        yield batch_figure(
            "PostgreSQL", system, app, floor, rounds=max(rounds // 40, 3), their_batch=100
        )


def _eight_writers(
    server: Server, folder: Path, rounds: int, *, wanted: str, what: str = ""
) -> Figure:
    folder.mkdir()
    url, streams = server.database(), WRITERS * rounds
    with bank.opened(url, folder) as system:
        bank.prepare(system, streams)
    app, ids = _library(server, f"library_{folder.name}", streams)
    app.close()
    host = str(server.folder)

    def ours(writer: int) -> Iterator[None]:
        with bank.opened(url, folder) as system:
            requests = [bank.quote(system, no) for no in range(writer, streams, WRITERS)]
            for request in requests:
                bank.cold(system, request)
                yield

    def theirs(writer: int) -> Iterator[None]:
        own = library.on_server(f"library_{folder.name}", host, PORT, create=False)
        for no in range(writer, streams, WRITERS):
            library.command(own, ids[no], 99)
            yield

    return Figure(
        what=f"PostgreSQL, {WRITERS} writers{what}: a quote",
        ours=_by_processes(ours) / streams,
        library=_by_processes(theirs) / streams,
        wanted=wanted,
        unit="/s",
    )


def _by_processes(work: Callable[[int], Iterator[None]]) -> float:
    """Return the seconds that forked writers take together, all opened before the first begins."""
    begin_read, begin_write = os.pipe()
    ready_read, ready_write = os.pipe()
    pids = []
    for writer in range(WRITERS):
        pid = os.fork()
        if pid == 0:
            try:
                _as_writer(work(writer), ready_write, begin_read)
                os._exit(0)
            except BaseException as error:
                sys.stderr.write(f"writer {writer}: {error!r}\n")
                os.write(ready_write, b"x")
                os._exit(1)
        pids.append(pid)
    for _ in pids:
        assert os.read(ready_read, 1) == b"!", "a writer failed"
    began = time.perf_counter()
    os.write(begin_write, b"!" * WRITERS)
    codes = [os.waitpid(pid, 0)[1] for pid in pids]
    assert not any(codes), "a writer failed"
    return time.perf_counter() - began


def _as_writer(steps: Iterator[None], ready: int, begin: int) -> None:
    next(steps)  # Opens all that is needed; the one command is not measured.
    os.write(ready, b"!")
    os.read(begin, 1)
    for _ in steps:
        pass


def _library(server: Server, name: str, count: int) -> tuple[Any, Any]:
    server.execute(f"CREATE DATABASE {name}")
    app = library.on_server(name, str(server.folder), PORT, create=True)
    return app, library.loans(app, count, bank.TEN)
