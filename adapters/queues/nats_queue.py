"""NATS JetStream: three streams, one consumer that takes one message at a time.

PREFIX.commands (a work queue), PREFIX.events.> and PREFIX.answers, PREFIX.dead.  Order holds
across workers and restarts, for only one message is out at any time.  Whoever publishes sets
Nats-Msg-Id and waits for the server's answer.
"""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager, nullcontext
from threading import Event
from typing import Any, Final
from urllib.parse import urlsplit

import nats
from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.js import JetStreamContext
from nats.js.api import (
    AckPolicy,
    ConsumerConfig,
    RetentionPolicy,
    StorageType,
    StreamConfig,
)

from adapters.door import Door
from adapters.problems import Unavailable
from adapters.queues.cloud_event import CONTENT_TYPE, write_event
from adapters.queues.handler import Handled, Verdict, handle
from adapters.queues.nats_letters import NatsLetters, quiet
from adapters.queues.nats_server import private_server
from adapters.queues.options import Options

URL: Final = "nats://127.0.0.1:4222"
ACK_WAIT_SECONDS: Final = 30  # Without a word from the worker, the message is delivered again.
ALIVE_SECONDS: Final = 10  # So often the worker says that it is still at it.
POLL_SECONDS: Final = 0.05
FETCH_SECONDS: Final = 0.5
EVENTS_AT_ONCE: Final = 256
_HEADERS: Final = {"Content-Type": CONTENT_TYPE}


class NatsQueue:
    """The adapter `nats`: commands in, events and answers out."""

    API = 1

    def __init__(self, door: Door, options: Mapping[str, str]) -> None:
        """Take the door and the options; ValueError names one that there is not."""
        self.door, self.options = door, Options.read(options)

    def run(self, stop: Event) -> None:
        """Work until stop is set; Unavailable where the server cannot be reached at first."""
        with self._server() as url:
            asyncio.run(self._run(url, stop))

    @contextmanager
    def letters(self) -> Iterator[NatsLetters]:
        """Yield the dead letters."""
        letters = NatsLetters(self.options.url or URL, self.options.prefix)
        try:
            yield letters
        finally:
            letters.close()

    def _server(self) -> Any:
        if self.options.folder:
            return private_server(
                self.options.folder, urlsplit(self.options.url or URL).port or 4222
            )
        return nullcontext(self.options.url or URL)

    async def _run(self, url: str, stop: Event) -> None:
        async with AsyncExitStack() as stack:
            client = await connected(url)
            stack.push_async_callback(client.close)
            stream = client.jetstream()
            await make_streams(stream, self.options.prefix)
            await asyncio.gather(self._take(stream, stop), self._publish(stream, stop))

    async def _take(self, stream: JetStreamContext, stop: Event) -> None:
        """Take commands one at a time."""
        prefix = self.options.prefix
        config = ConsumerConfig(
            ack_policy=AckPolicy.EXPLICIT, ack_wait=ACK_WAIT_SECONDS, max_ack_pending=1
        )
        consumer = await stream.pull_subscribe(f"{prefix}.commands", "core", config=config)
        while not stop.is_set():
            try:
                (message,) = await consumer.fetch(1, FETCH_SECONDS)
                await self._take_one(stream, message, stop)
            except TimeoutError:  # None has come.
                continue
            except NatsError:  # The client connects again by itself; what was out comes again.
                await asyncio.sleep(POLL_SECONDS)

    async def _take_one(self, stream: JetStreamContext, message: Any, stop: Event) -> None:
        delivered = message.metadata.num_delivered
        work = asyncio.to_thread(
            handle, self.door, message.data, deliveries=delivered, wait=stop.wait
        )
        task = asyncio.create_task(work)
        while not (await asyncio.wait([task], timeout=ALIVE_SECONDS))[0]:
            await message.in_progress()
        handled = task.result()
        if handled.verdict is Verdict.LEFT:
            await message.nak()
            return
        number = message.metadata.sequence.stream
        await self._tell(stream, handled, message.data, number)
        await message.ack_sync()

    async def _tell(
        self, stream: JetStreamContext, handled: Handled, raw: bytes, number: int
    ) -> None:
        prefix = self.options.prefix
        if handled.verdict is Verdict.DEAD:
            headers = {"Nats-Msg-Id": f"dead:{number}", "Loanfold-Reason": _line(handled.reason)}
            await stream.publish(f"{prefix}.dead", raw, headers=headers)
        if handled.reply:
            headers = {**_HEADERS, "Nats-Msg-Id": f"answer:{number}"}
            await stream.publish(f"{prefix}.answers", handled.reply, headers=headers)

    async def _publish(self, stream: JetStreamContext, stop: Event) -> None:
        """Send recorded events in order, each again until the server has it."""
        outbox = self.door.outbox
        assert outbox is not None, "a queue sends events out"
        while not stop.is_set():
            try:
                pending = await asyncio.to_thread(outbox.pending, "nats", EVENTS_AT_ONCE)
                for outgoing in pending:
                    headers = {**_HEADERS, "Nats-Msg-Id": f"{outgoing.log}:{outgoing.index}"}
                    subject = f"{self.options.prefix}.events.{outgoing.name}"
                    await stream.publish(subject, write_event(outgoing), headers=headers)
                if pending:
                    await asyncio.to_thread(outbox.sent, "nats", pending[-1].index)
            except (NatsError, Unavailable):  # Either side comes back; nothing is lost meanwhile.
                pending = []
            if not pending:
                await asyncio.sleep(POLL_SECONDS)


async def connected(url: str) -> Client:
    """Return a client that connects again by itself; Unavailable where none answers at first."""
    try:
        # Without an end to its attempts, the client would not even say that none answers.
        first = await nats.connect(url, max_reconnect_attempts=1, error_cb=quiet)
        await first.close()
        return await nats.connect(url, max_reconnect_attempts=-1, error_cb=quiet)
    except (OSError, NatsError) as error:
        raise Unavailable(
            f"no NATS server answers at {url}: {error}; start one, or give url="
        ) from error


async def make_streams(stream: JetStreamContext, prefix: str) -> None:
    """Make the streams where they are missing; all are kept in files."""
    name = prefix.upper()
    wanted = (
        (f"{name}_COMMANDS", [f"{prefix}.commands"], RetentionPolicy.WORK_QUEUE),
        (f"{name}_EVENTS", [f"{prefix}.events.>", f"{prefix}.answers"], RetentionPolicy.LIMITS),
        (f"{name}_DEAD", [f"{prefix}.dead"], RetentionPolicy.LIMITS),
    )
    for title, subjects, retention in wanted:
        await stream.add_stream(
            StreamConfig(
                name=title, subjects=subjects, retention=retention, storage=StorageType.FILE
            )
        )


def _line(text: str) -> str:
    """Return a text as a header can carry it."""
    return text.encode("ascii", "backslashreplace").decode().replace("\r", " ").replace("\n", " ")
