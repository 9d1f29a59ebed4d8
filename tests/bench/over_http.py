"""What a command over HTTP costs the processor above the store's own, and each part's share.

A server is a fork with a bank in memory; the time that its threads had a processor is read from the
system around blocks of commands.  Each server has one part more than the one before, and they take
turns.
"""

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from json import dumps
from pathlib import Path
from typing import Any, Final

import uvicorn
from attrs import evolve
from opentelemetry.sdk.trace import TracerProvider

from adapters.access.config import Access, Oidc
from adapters.access.gate import Gate, make_gate
from adapters.door import Entrance
from adapters.http.serve import Place, server_config
from adapters.log import make_log
from adapters.services import telemetry_of
from adapters.system import System
from adapters.telemetry.commands import QUIET, Telemetry
from adapters.telemetry.spans import command_spans
from tests.adapters.access.issuer import AUDIENCE, ISSUER, Issuer, serving
from tests.adapters.queues.servers import free_port
from tests.bench import bank
from tests.bench.figures import Figure

PARTS: Final = ("HTTP", "token", "policy", "log", "metrics", "span")
BLOCKS: Final = 12
Way = Callable[[list[dict[str, Any]]], float]  # Sends commands, and returns the seconds spent.
NAME: Final = "benchmark.record_quote"


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Yield the whole above the store's, and the share of each part."""
    issuer = Issuer()
    issuer.rotate("k1")
    with ExitStack() as stack:
        keys = stack.enter_context(serving(issuer))
        ways: list[Way] = [stack.enter_context(_in_process(folder))]
        for count in range(1, len(PARTS) + 1):
            ways.append(stack.enter_context(_served(folder, (issuer, keys), PARTS[:count])))
        spent = _in_turns(ways, max(rounds // BLOCKS, 10))
    yield Figure(
        what=f"HTTP, a command with {', '.join(PARTS[1:])}: processor",
        ours=spent[-1],
        floor=spent[0],
        wanted="<= 300 us above",
    )
    for part, before, after in zip(PARTS, spent, spent[1:], strict=False):
        yield Figure(what=f"HTTP, of that: {part}", ours=max(after - before, 1e-9))


def _in_turns(ways: Sequence[Way], count: int) -> list[float]:
    """Return the seconds of each way for a command: the quarter below which its blocks lie."""
    found: list[list[float]] = [[] for _ in ways]
    for block in range(BLOCKS + 1):
        sent = _commands(count, block * count)
        for way, times in zip(ways, found, strict=True):
            times.append(way(sent) / count)
    return [sorted(times[1:])[BLOCKS // 4] for times in found]  # The first warms them up.


def _commands(count: int, start: int) -> list[dict[str, Any]]:
    quotes = [bank._quote(no % 50, no // 50 % 27)[1] for no in range(start, start + count)]
    return [{**quote, "benchmark_id": f"H{no}"} for no, quote in enumerate(quotes, start)]


@contextmanager
def _in_process(folder: Path) -> Iterator[Way]:
    """Give the store alone, without a server."""
    with bank.opened(":memory:", folder) as system:
        bank.prepare(system, 1)
        bus = system.bus("bench")

        def spent(sent: list[dict[str, Any]]) -> float:
            began = time.process_time()
            for fields in sent:
                bus.run(NAME, fields)
            return time.process_time() - began

        yield spent


@contextmanager
def _served(folder: Path, issued: tuple[Issuer, str], parts: tuple[str, ...]) -> Iterator[Way]:
    """Give a server with these parts: what its processor spends on commands."""
    issuer, keys = issued
    with _server(folder, keys, parts) as (pid, port):
        connection = HTTPConnection("127.0.0.1", port)

        def spent(sent: list[dict[str, Any]]) -> float:
            token = issuer.token(time.time(), sub="batch", roles=["manager"], branches=["*"])
            headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
            before = _spent(pid)
            _send(connection, headers, sent)
            return _spent(pid) - before

        yield spent


def _send(connection: HTTPConnection, headers: dict[str, str], sent: list[dict[str, Any]]) -> None:
    for fields in sent:
        connection.request("POST", f"/commands/{NAME}", dumps(fields), headers)
        answer = connection.getresponse()
        said = answer.read()
        assert answer.status == 200, said


@contextmanager
def _server(folder: Path, keys: str, parts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    port = free_port()
    pid = os.fork()
    if pid == 0:
        try:
            _serve(folder, keys, parts, port)
        finally:
            os._exit(1)
    try:
        _await(port)
        yield pid, port
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _serve(folder: Path, keys: str, parts: tuple[str, ...], port: int) -> None:
    logging.disable(logging.INFO)  # The server's own; ours goes where it is told.
    with bank.opened(":memory:", folder) as system:
        bank.prepare(system, 1)
        system.telemetry = _telemetry(system, parts)
        entrance = _entrance(system, keys, parts)
        config = server_config(system.bus("bench"), Place(port=port), entrance, system.telemetry)
        uvicorn.Server(config).run()


def _telemetry(system: System, parts: tuple[str, ...]) -> Telemetry:
    every, told = telemetry_of(system, "stderr"), QUIET
    if "log" in parts:
        told = evolve(told, log=make_log(os.devnull))
    if "metrics" in parts:
        told = evolve(told, count=every.count, exposed=every.exposed)
    if "span" in parts:
        told = evolve(told, span=command_spans(TracerProvider()))
    return told


def _entrance(system: System, keys: str, parts: tuple[str, ...]) -> Entrance | None:
    oidc = Oidc(issuer=ISSUER, audience=AUDIENCE, keys=keys, algorithms=("ES256",))
    gate = make_gate(system, Access(oidc=oidc, calls_per_minute=10**9))
    if "policy" in parts:
        return gate.bus
    return _checked(gate, system) if "token" in parts else None


def _checked(gate: Gate, system: System) -> Entrance:
    bus = system.bus("bench")

    def enter(credential: str | None, _branch: str | None) -> Any:
        gate._caller(credential)
        return bus

    return enter


def _await(port: int) -> None:
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        try:
            connection = HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/health")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server did not start")


def _spent(pid: int) -> float:
    """Return the seconds that the threads of a process have had a processor."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9
