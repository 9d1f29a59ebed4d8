"""What a test does with a broker, said once for each of them."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import nats
from attrs import frozen

from adapters.queues.nats_queue import make_streams
from adapters.queues.rabbit_queue import connected


def command(operation: str, fields: dict[str, Any], key: str) -> bytes:
    """Return the message of a command."""
    head = {"specversion": "1.0", "id": key, "source": "test", "type": operation}
    return json.dumps({**head, "data": fields}, ensure_ascii=False).encode()


@frozen
class NatsBroker:
    """Streams on a NATS server."""

    url: str
    prefix: str = "loanfold"
    adapter = "nats"

    def put(self, messages: Sequence[bytes]) -> None:
        """Put messages at the end of the commands."""
        asyncio.run(self._put(messages))

    def events(self, count: int) -> list[dict[str, Any]]:
        """Return the next events that went out, in order; answers are not among them."""
        return asyncio.run(self._events(count))

    async def _put(self, messages: Sequence[bytes]) -> None:
        client = await nats.connect(self.url)
        stream = client.jetstream()
        await make_streams(stream, self.prefix)
        for message in messages:
            await stream.publish(f"{self.prefix}.commands", message)
        await client.close()

    async def _events(self, count: int) -> list[dict[str, Any]]:
        client = await nats.connect(self.url)
        listener = await client.jetstream().subscribe(f"{self.prefix}.events.>", "reader")
        found = []
        for _ in range(count):
            message = await listener.next_msg(30)
            await message.ack_sync()
            found.append(json.loads(message.data))
        await client.close()
        return found


@frozen
class RabbitBroker:
    """Queues on a RabbitMQ server."""

    url: str
    prefix: str = "loanfold"
    adapter = "rabbitmq"

    def put(self, messages: Sequence[bytes]) -> None:
        """Put messages at the end of the commands."""
        connection, channel = connected(self.url, self.prefix)
        with connection:
            for message in messages:
                channel.basic_publish("", f"{self.prefix}.commands", message)

    def events(self, count: int) -> list[dict[str, Any]]:
        """Return the next events that went out, in order; one that comes again counts once."""
        connection, channel = connected(self.url, self.prefix)
        found: dict[str, dict[str, Any]] = {}
        with connection:
            taken = channel.consume(f"{self.prefix}.events", inactivity_timeout=30)
            while len(found) < count:
                method, _, body = next(taken)
                assert method is not None, "no more events came"
                channel.basic_ack(method.delivery_tag)
                event = json.loads(body)
                found.setdefault(event["id"], event)
            channel.cancel()
        return list(found.values())
