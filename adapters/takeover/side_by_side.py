"""A table is taken over by several processes: each prepares chunks of rows and saves them in turn.

The turns follow the order of the table, and what was prepared is saved only if all that it was
decided on still stands; else it is decided again within the turn.  So what is recorded is what one
process alone would have recorded.
"""

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Semaphore
from pathlib import Path
from typing import Final

from attrs import frozen

from adapters.bus import Bus
from adapters.problems import Unavailable
from adapters.takeover.csv_map import CsvMap, chunks_of, reader_of
from adapters.takeover.sending import Sent, in_bulk, send

MANY: Final = 4  # Processes at most: all of them share one writer.
LOOK_SECONDS: Final = 5  # After so many it looks whether it is still wanted.
WORTH_IT: Final = 5_000  # Rows from which it pays to start processes.

OpenBus = Callable[[], AbstractContextManager[Bus]]  # Each process opens its own.


@frozen
class _Seat:
    """A process's place in the round: it saves when its turn comes, and passes it on."""

    number: int
    of: int
    turn: Semaphore
    next: Semaphore
    end: Connection  # Where it tells what became of its chunks.

    def __enter__(self) -> None:
        starter = multiprocessing.parent_process()
        while not self.turn.acquire(timeout=LOOK_SECONDS):
            if starter is None or not starter.is_alive():
                raise Unavailable("who started this has ended")

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:  # Where one has failed nobody goes on.
            self.next.release()


def worth(rows: int) -> int:
    """Return how many processes a table of so many rows is worth."""
    return min(os.cpu_count() or 1, MANY) if rows >= WORTH_IT else 1


def sent_by(processes: int, file: Path, how: CsvMap, open_bus: OpenBus) -> Iterator[Sent]:
    """Yield what became of each chunk of a table, in order.

    Raises what a process raised; what was saved by then stands, and the same can be sent again.
    """
    spawning = multiprocessing.get_context("spawn")
    turns = [spawning.Semaphore(0) for _ in range(processes)]
    ends, workers = [], []
    for place in range(processes):
        here, there = spawning.Pipe(duplex=False)
        seat = _Seat(place, processes, turns[place], turns[(place + 1) % processes], there)
        arguments = (file, how, open_bus, seat)
        workers.append(spawning.Process(target=_work, args=arguments, daemon=True))
        workers[-1].start()
        there.close()
        ends.append(here)
    turns[0].release()
    try:
        yield from _in_order(ends)
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()


def _in_order(ends: list[Connection]) -> Iterator[Sent]:
    while True:
        for end in ends:
            try:
                found = end.recv()
            except EOFError:
                raise Unavailable(
                    "a process that took rows over has ended: run the same again, nothing is"
                    " taken twice"
                ) from None
            if found is None:
                return
            if isinstance(found, Exception):
                raise found
            yield found


def _work(file: Path, how: CsvMap, open_bus: OpenBus, seat: _Seat) -> None:
    """Take over each chunk whose number is of this seat, and tell what became of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Who started it ends it.
    items_of = reader_of(how)
    try:
        with open_bus() as bus, in_bulk():
            for number, rows in enumerate(chunks_of(file, how)):
                if number % seat.of == seat.number:
                    seat.end.send(send(items_of(rows), bus, seat))
        seat.end.send(None)
    except Exception as error:
        with suppress(OSError):  # Where nobody listens any more.
            seat.end.send(_told(error))


def _told(error: Exception) -> Exception:
    """Return an error as it can be sent to another process."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return Unavailable(f"{type(error).__name__}: {error}")
    return error
