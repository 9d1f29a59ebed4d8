"""From the moment that a command is put into a queue until it is committed, on an SQLite file.

Beside it the same command without a queue, in turns with it.  Broker, worker and sender share the
machine; worker and sender one process.
"""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import Any, Final

import nats
import pika
from attrs import define, field

from adapters.bus import Bus, Outcome, Page
from adapters.door import Door
from adapters.queues.nats_queue import NatsQueue
from adapters.queues.nats_server import private_server
from adapters.queues.rabbit_queue import RabbitQueue, connected
from adapters.system import System
from tests.adapters.queues.brokers import command
from tests.adapters.queues.servers import RABBIT, free_port, rabbit
from tests.bench import bank
from tests.bench.figures import Figure, flush

NAME: Final = "benchmark.record_quote"
Put = Callable[[bytes], None]


@define
class Timed:
    """A bus that notes when a command was committed."""

    bus: Bus
    done: Event = field(factory=Event, init=False)
    at: float = field(default=0.0, init=False)

    def run(self, name: str, fields: Mapping[str, Any], **how: Any) -> Outcome:
        """Run a command, and note when it is done."""
        outcome = self.bus.run(name, fields, **how)
        self.at = time.perf_counter()
        self.done.set()
        return outcome

    def read(self, view: str, query: Mapping[str, str], *, purpose: str | None = None) -> Page:
        """Answer a view."""
        return self.bus.read(view, query, purpose=purpose)


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Yield NATS, and RabbitMQ where it is installed."""
    yield _figure("NATS", folder / "nats", rounds, _nats, wanted="<= 1.5 ms above")
    if RABBIT.exists():
        yield _figure("RabbitMQ", folder / "rabbit", rounds, _rabbit, wanted="<= 4 ms above")


def _figure(name: str, folder: Path, rounds: int, open_queue: Any, *, wanted: str) -> Figure:
    folder.mkdir()
    with bank.opened(str(folder / "bank.db"), folder) as system:
        bank.prepare(system, 1)
        with open_queue(folder, system) as (put, timed):
            spent = [_by_queue(put, timed, no) for no in range(rounds + 5)][5:]
            bare = [_bare(system, no) for no in range(rounds)]
    what = f"{name}, a command from queue to commit"
    return Figure(what=what, ours=median(spent), floor=median(bare), wanted=wanted)


def _fields(no: int, of: str) -> dict[str, Any]:
    return {**bank._quote(0, no % 27)[1], "benchmark_id": f"{of}{no}"}


def _by_queue(put: Put, timed: Timed, no: int) -> float:
    message = command(NAME, _fields(no, "Q-"), f"queue-{no}")
    timed.done.clear()
    flush()
    began = time.perf_counter()
    put(message)
    assert timed.done.wait(30), "the command was not taken"
    time.sleep(0.005)  # Until the worker has told of it and asks for the next.
    return timed.at - began


def _bare(system: System, no: int) -> float:
    bus = system.bus("bench")
    flush()
    began = time.perf_counter()
    bus.run(NAME, _fields(no, "B-"), key=f"bare-{no}")
    return time.perf_counter() - began


@contextmanager
def _working(adapter: Any, system: System, options: dict[str, str]) -> Iterator[Timed]:
    timed, stop = Timed(system.bus("bench")), Event()
    worker = adapter(Door(timed, system.outbox()), options)
    thread = Thread(target=worker.run, args=[stop])
    thread.start()
    try:
        yield timed
    finally:
        stop.set()
        thread.join()


@contextmanager
def _nats(folder: Path, system: System) -> Iterator[tuple[Put, Timed]]:
    with ExitStack() as stack:
        url = stack.enter_context(private_server(str(folder / "queue"), free_port()))
        timed = stack.enter_context(_working(NatsQueue, system, {"url": url}))
        loop = asyncio.new_event_loop()
        thread = Thread(target=loop.run_forever, daemon=True)
        thread.start()

        def done(work: Any) -> Any:
            return asyncio.run_coroutine_threadsafe(work, loop).result(30)

        client = done(nats.connect(url))
        stream = client.jetstream()
        time.sleep(1)  # Until the worker has made the streams.
        yield lambda raw: done(stream.publish("loanfold.commands", raw)), timed
        done(client.close())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


@contextmanager
def _rabbit(folder: Path, system: System) -> Iterator[tuple[Put, Timed]]:
    with ExitStack() as stack:
        url = stack.enter_context(rabbit(folder))
        connection, channel = connected(url, "loanfold")
        stack.callback(connection.close)
        timed = stack.enter_context(_working(RabbitQueue, system, {"url": url}))
        kept = pika.BasicProperties(delivery_mode=2)
        yield (
            lambda raw: channel.basic_publish("", "loanfold.commands", raw, kept, mandatory=True),
            timed,
        )
