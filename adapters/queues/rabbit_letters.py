"""The dead letters in RabbitMQ, for a person at a terminal."""

from collections.abc import Sequence
from typing import Final

import pika
from attrs import define, field
from pika.adapters.blocking_connection import BlockingChannel

from adapters.queues.letters import Letter

READ_MAX: Final = 10_000  # Of letters at a time.


@define
class RabbitLetters:
    """The queue of dead letters, taken out for a look and put back when the channel closes."""

    channel: BlockingChannel
    prefix: str
    _deliveries: dict[str, int] = field(factory=dict, init=False)

    def all(self) -> Sequence[Letter]:
        """Return the letters, the oldest first; each is named by its digest of place and time."""
        found: list[Letter] = []
        while len(found) < READ_MAX:
            method, properties, body = self.channel.basic_get(f"{self.prefix}.dead")
            if method is None or properties is None:
                break
            number = str(len(self._deliveries) + 1)
            self._deliveries[number] = method.delivery_tag
            reason = str((properties.headers or {}).get("loanfold-reason", ""))
            found.append(Letter(id=number, reason=reason, raw=body or b""))
        return found

    def replay(self, letter: Letter) -> None:
        """Put one at the end of the commands and take it out of here."""
        kept = pika.BasicProperties(delivery_mode=2)
        name = f"{self.prefix}.commands"
        self.channel.basic_publish("", name, letter.raw, kept, mandatory=True)
        self.drop(letter)

    def drop(self, letter: Letter) -> None:
        """Take one out for good."""
        self.channel.basic_ack(self._deliveries[letter.id])
