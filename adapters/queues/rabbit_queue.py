"""RabbitMQ: quorum queues, one active consumer that takes one message at a time.

PREFIX.commands and PREFIX.dead are queues; events go to the topic exchange PREFIX.events under
their names, and to the queue of the same name, so that none is lost before anyone listens.
Answers go to the queue PREFIX.answers.  Whoever publishes uses publisher confirms.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any, Final

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import AMQPError

from adapters.door import Door
from adapters.problems import Unavailable
from adapters.queues.cloud_event import CONTENT_TYPE, write_event
from adapters.queues.handler import Handled, Verdict, handle
from adapters.queues.options import Options
from adapters.queues.rabbit_letters import RabbitLetters

URL: Final = "amqp://guest:guest@127.0.0.1:5672/%2F"
POLL_SECONDS: Final = 0.05
AGAIN_SECONDS: Final = 1.0  # After the connection was lost.
EVENTS_AT_ONCE: Final = 256
DELIVERIES: Final = "x-delivery-count"  # Of a quorum queue: how often it was delivered before.
_KEPT: Final = pika.BasicProperties(content_type=CONTENT_TYPE, delivery_mode=2)

Work = Callable[[pika.BlockingConnection, BlockingChannel, Event], None]


class RabbitQueue:
    """The adapter `rabbitmq`: commands in, events and answers out."""

    API = 1

    def __init__(self, door: Door, options: Mapping[str, str]) -> None:
        """Take the door and the options; ValueError names one that there is not."""
        self.door, self.options = door, Options.read(options)
        if self.options.folder:
            raise ValueError("a private server is started for NATS only: start RabbitMQ, give url=")

    @property
    def url(self) -> str:
        """Where the server is."""
        return self.options.url or URL

    def run(self, stop: Event) -> None:
        """Work until stop is set; Unavailable where the server cannot be reached at first."""
        connected(self.url, self.options.prefix)[0].close()
        publisher = Thread(target=self._again, args=[self._publish, stop])
        publisher.start()
        try:
            self._again(self._take, stop)
        finally:
            stop.set()
            publisher.join()

    @contextmanager
    def letters(self) -> Iterator[RabbitLetters]:
        """Yield the dead letters."""
        connection, channel = connected(self.url, self.options.prefix)
        try:
            yield RabbitLetters(channel, self.options.prefix)
        finally:
            connection.close()

    def _again(self, work: Work, stop: Event) -> None:
        """Work on a connection, and on another where it is lost, until stop is set."""
        while not stop.is_set():
            # What was out comes again; nothing is lost.
            with suppress(AMQPError, Unavailable):
                connection, channel = connected(self.url, self.options.prefix)
                with connection:
                    work(connection, channel, stop)
            stop.wait(AGAIN_SECONDS)

    def _take(
        self, connection: pika.BlockingConnection, channel: BlockingChannel, stop: Event
    ) -> None:
        """Take commands one at a time."""
        channel.basic_qos(prefetch_count=1)

        def wait(seconds: float) -> bool:
            connection.sleep(seconds)  # It answers the server's heartbeats meanwhile.
            return stop.is_set()

        queue = f"{self.options.prefix}.commands"
        for method, properties, body in channel.consume(queue, inactivity_timeout=POLL_SECONDS):
            if method is not None and properties is not None:
                before = int((properties.headers or {}).get(DELIVERIES, 0))
                handled = handle(self.door, body, deliveries=before + 1, wait=wait)
                self._conclude(channel, handled, body, method.delivery_tag)
            if stop.is_set():
                channel.cancel()
                return

    def _conclude(
        self, channel: BlockingChannel, handled: Handled, raw: bytes, delivery: int
    ) -> None:
        prefix = self.options.prefix
        if handled.verdict is Verdict.LEFT:
            channel.basic_nack(delivery, requeue=True)
            return
        if handled.verdict is Verdict.DEAD:
            reason = {"loanfold-reason": handled.reason}
            kept = pika.BasicProperties(CONTENT_TYPE, headers=reason, delivery_mode=2)
            channel.basic_publish("", f"{prefix}.dead", raw, kept, mandatory=True)
        if handled.reply:
            channel.basic_publish("", f"{prefix}.answers", handled.reply, _KEPT, mandatory=True)
        channel.basic_ack(delivery)

    def _publish(
        self, connection: pika.BlockingConnection, channel: BlockingChannel, stop: Event
    ) -> None:
        """Send recorded events in order; each is confirmed before the next."""
        outbox, exchange = self.door.outbox, f"{self.options.prefix}.events"
        assert outbox is not None, "a queue sends events out"
        while not stop.is_set():
            pending = outbox.pending("rabbitmq", EVENTS_AT_ONCE)
            for outgoing in pending:
                channel.basic_publish(
                    exchange, outgoing.name, write_event(outgoing), _KEPT, mandatory=True
                )
            if pending:
                outbox.sent("rabbitmq", pending[-1].index)
            else:
                connection.sleep(POLL_SECONDS)


def connected(url: str, prefix: str) -> tuple[pika.BlockingConnection, BlockingChannel]:
    """Return a connection and a channel with all queues made; Unavailable where none answers."""
    try:
        connection = pika.BlockingConnection(pika.URLParameters(url))
        channel = connection.channel()
        channel.confirm_delivery()
        _declare(channel, prefix)
        return connection, channel
    except (AMQPError, OSError, ValueError) as error:
        said = str(error) or type(error).__name__
        raise Unavailable(f"no RabbitMQ server answers at {_shown(url)}: {said}") from error


def _declare(channel: BlockingChannel, prefix: str) -> None:
    kept: dict[str, Any] = {"x-queue-type": "quorum"}
    one = {**kept, "x-single-active-consumer": True}
    channel.queue_declare(f"{prefix}.commands", durable=True, arguments=one)
    for name in ("answers", "dead", "events"):
        channel.queue_declare(f"{prefix}.{name}", durable=True, arguments=kept)
    channel.exchange_declare(f"{prefix}.events", "topic", durable=True)
    channel.queue_bind(f"{prefix}.events", f"{prefix}.events", "#")


def _shown(url: str) -> str:
    """Return an address without its password."""
    return url.rpartition("@")[2]
