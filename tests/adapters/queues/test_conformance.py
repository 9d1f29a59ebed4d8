"""Both brokers do what every adapter must, on real servers."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any, Final

import nats
import pytest

from adapters.conformance import *  # noqa: F403
from adapters.conformance import Bank
from adapters.door import BODY_MAX, Door, Kind
from adapters.problems import Unreadable
from adapters.queues.cloud_event import read_command
from adapters.queues.nats_queue import NatsQueue, make_streams
from adapters.queues.nats_server import private_server
from adapters.queues.rabbit_queue import RabbitQueue, connected
from tests.adapters.queues.servers import free_port, rabbit

WAIT_SECONDS: Final = 30


@pytest.fixture(scope="module")
def nats_url(tmp_path_factory) -> Iterator[str]:
    with private_server(str(tmp_path_factory.mktemp("nats")), free_port()) as url:
        yield url


@pytest.fixture(scope="module")
def rabbit_url(tmp_path_factory) -> Iterator[str]:
    with rabbit(tmp_path_factory.mktemp("rabbit")) as url:
        yield url


def envelope(operation: str, raw: bytes, key: str) -> bytes:
    """Return the message of a command; what is not JSON goes where its data would stand."""
    head = {"specversion": "1.0", "id": key, "source": "test", "type": operation}
    return json.dumps(head).encode()[:-1] + b', "data": ' + raw + b"}"


def kind_of(reply: bytes) -> Kind:
    return Kind(json.loads(reply)["type"].rpartition(".")[2])


@contextmanager
def at_work(adapter: Any) -> Iterator[None]:
    stop = Event()
    thread = Thread(target=adapter.run, args=[stop])
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(WAIT_SECONDS)


class OverNats:
    """Publishes a command, and waits for the answer or the dead letter that names no sender."""

    def __init__(self, url: str, prefix: str):
        self.url, self.prefix = url, prefix

    def send(self, operation: str, raw: bytes, key: str) -> Kind:
        return asyncio.run(self._send(envelope(operation, raw, key)))

    async def _send(self, message: bytes) -> Kind:
        client = await nats.connect(self.url)
        try:
            stream = client.jetstream()
            await make_streams(stream, self.prefix)
            answers = await client.subscribe(f"{self.prefix}.answers")
            dead = await client.subscribe(f"{self.prefix}.dead")
            await client.flush()
            try:
                await stream.publish(f"{self.prefix}.commands", message)
            except nats.errors.MaxPayloadError:
                return Kind.MALFORMED
            first = [asyncio.create_task(each.next_msg(WAIT_SECONDS)) for each in (answers, dead)]
            done, waiting = await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
            if first[0] not in done and not _has_id(message):
                waiting.pop().cancel()
                headers = (await first[1]).headers or {}
                return Kind(headers["Loanfold-Reason"].partition(":")[0])
            return kind_of((await first[0]).data)
        finally:
            await client.close()


class OverRabbit:
    """Publishes a command, and takes the answer or the dead letter that names no sender."""

    def __init__(self, url: str, prefix: str):
        self.url, self.prefix = url, prefix

    def send(self, operation: str, raw: bytes, key: str) -> Kind:
        message = envelope(operation, raw, key)
        connection, channel = connected(self.url, self.prefix)
        with connection:
            channel.basic_publish("", f"{self.prefix}.commands", message)
            ends = time.monotonic() + WAIT_SECONDS
            while time.monotonic() < ends:
                _, _, reply = channel.basic_get(f"{self.prefix}.answers", auto_ack=True)
                if reply is not None:
                    return kind_of(reply)
                if not _has_id(message):
                    _, about, _ = channel.basic_get(f"{self.prefix}.dead", auto_ack=True)
                    if about is not None:
                        return Kind(about.headers["loanfold-reason"].partition(":")[0])
                time.sleep(0.005)
        raise AssertionError("no answer came")


def _has_id(message: bytes) -> bool:
    """Tell whether a worker could read who sent a message."""
    try:
        return len(message) <= BODY_MAX and bool(read_command(message).id)
    except Unreadable:
        return False


@pytest.fixture(params=["nats", "rabbitmq"])
def harness(request, bank: Bank, tmp_path):
    door = Door(bank.system.bus("conformance"), bank.system.outbox())
    prefix = f"t{time.monotonic_ns()}"
    url = request.getfixturevalue(f"{request.param.removesuffix('mq')}_url")
    kinds = {"nats": (NatsQueue, OverNats), "rabbitmq": (RabbitQueue, OverRabbit)}
    adapter, over = kinds[request.param]
    with at_work(adapter(door, {"url": url, "prefix": prefix})):
        yield over(url, prefix)
