"""Three customers go from a lead to money paid out: in a terminal, over HTTP and by a queue."""

import asyncio
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import nats
import pytest

from adapters.cli.main import run
from adapters.door import Door, Kind
from adapters.queues.nats_queue import NatsQueue, make_streams
from adapters.queues.nats_server import private_server
from adapters.settings import Settings
from adapters.system import System
from adapters.wiring import open_system
from tests.adapters.queues.servers import free_port
from tests.adapters.queues.test_conformance import at_work
from tests.docs.test_tutorial import shows
from tests.docs.walking import Ask, Send, Typed, asked_of, by_queue, over_http, walk
from tests.style.trees import ROOT

FOLDER = ROOT / "docs" / "walkthroughs"
BANK = "bank.md"  # What every walk begins with.
WALKS = ("farm_household.md", "sole_trader.md", "enterprise.md")
each_walk = pytest.mark.parametrize("page", WALKS)


def lines(page: str, ask: Ask) -> Iterator[Typed]:
    told = [(FOLDER / name).read_text(encoding="utf-8") for name in (BANK, page)]
    yield from walk("\n".join(told), ask)


@pytest.fixture
def terminal(tmp_path, monkeypatch, capsys) -> Ask:
    monkeypatch.setenv("LOANFOLD_DATABASE", str(tmp_path / "bank.db"))

    def type_in(line: Typed) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.stdin.encode())))
        capsys.readouterr()
        run(line.arguments)
        said = capsys.readouterr()
        return f"{said.out}{said.err}"

    return type_in


@each_walk
def test_in_a_terminal_it_shows_what_the_page_shows(page, terminal):
    sent = set()
    for line in lines(page, terminal):
        said = terminal(line)
        assert shows(line.shown, said), f"$ loanfold {' '.join(line.arguments)}\n{said}"
        sent.add(line.command)
    assert {"lead.capture", "credit_application.admit", "drawdown.release"} <= sent


def walked(page: str, system: System, send: Send) -> int:
    """Send every command of a walk; return how many were paid out at the end."""
    for number, line in enumerate(lines(page, asked_of(system))):
        if line.command is None:
            continue
        if line.command == "log.open":  # Nobody can be let in before there is a journal.
            system.bus(line.actor).run(line.command, line.fields)
            continue
        kind, said = send(line, f"walk-{number}")
        wanted = Kind.REFUSED if line.refused else Kind.DONE
        assert kind is wanted, f"{line.actor}: {line.command}: {said}"
    return len(system.bus("auditor").read("loan_register", {}).rows)


@each_walk
def test_over_http_it_goes_the_same_way(page):
    with open_system(Settings(database=":memory:")) as system:
        assert walked(page, system, over_http(system)) == 1


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    with private_server(str(tmp_path_factory.mktemp("nats")), free_port()) as url:
        yield url


@each_walk
def test_by_a_queue_it_goes_the_same_way(page, server, tmp_path):
    settings = Settings(database=str(tmp_path / "bank.db"))
    with ExitStack() as stack:
        system = stack.enter_context(open_system(settings))
        prefix = page.partition(".")[0]

        def start(door: Door) -> Callable[[bytes], bytes]:
            stack.enter_context(at_work(NatsQueue(door, {"url": server, "prefix": prefix})))
            return lambda message: asyncio.run(asked(server, prefix, message))

        assert walked(page, system, by_queue(system, start)) == 1


async def asked(url: str, prefix: str, message: bytes) -> bytes:
    """Publish a message, and return its answer."""
    client = await nats.connect(url)
    try:
        stream = client.jetstream()
        await make_streams(stream, prefix)
        answers = await client.subscribe(f"{prefix}.answers")
        await client.flush()
        await stream.publish(f"{prefix}.commands", message)
        answer: bytes = (await answers.next_msg(30)).data
        return answer
    finally:
        await client.close()


def test_a_page_is_there_for_each(tmp_path: Path):
    assert all((FOLDER / page).exists() for page in (BANK, *WALKS))
