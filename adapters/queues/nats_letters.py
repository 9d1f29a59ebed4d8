"""The dead letters in NATS, for a person at a terminal."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

import nats
from attrs import define, field
from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.js.errors import NotFoundError

from adapters.problems import Unavailable
from adapters.queues.letters import Letter

T = TypeVar("T")


async def quiet(_error: Exception) -> None:
    """Say nothing of a connection that comes and goes."""


@define
class NatsLetters:
    """The stream of dead letters; each is named by its number in it."""

    url: str
    prefix: str
    _loop: asyncio.AbstractEventLoop = field(factory=asyncio.new_event_loop, init=False)
    _client: Client | None = field(default=None, init=False)

    def all(self) -> Sequence[Letter]:
        """Return the letters, the oldest first."""
        return self._do(self._all())

    def replay(self, letter: Letter) -> None:
        """Put one at the end of the commands and take it out of here."""
        self._do(self._replay(letter))

    def drop(self, letter: Letter) -> None:
        """Take one out for good."""
        self._do(self._drop(letter))

    def close(self) -> None:
        """Close the connection."""
        if self._client is not None:
            self._loop.run_until_complete(self._client.close())
        self._loop.close()

    @property
    def _stream(self) -> str:
        return f"{self.prefix.upper()}_DEAD"

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        try:
            return self._loop.run_until_complete(work)
        except NotFoundError:
            raise Unavailable(f"{self.url} has no dead letters of {self.prefix!r}") from None
        except (OSError, NatsError) as error:
            raise Unavailable(f"no NATS server answers at {self.url}: {error}") from error

    async def _jetstream(self) -> Any:
        if self._client is None:
            self._client = await nats.connect(self.url, max_reconnect_attempts=1, error_cb=quiet)
        return self._client.jetstream()

    async def _all(self) -> Sequence[Letter]:
        stream = await self._jetstream()
        state = (await stream.stream_info(self._stream)).state
        found = []
        for number in range(state.first_seq, state.last_seq + 1):
            try:
                kept = await stream.get_msg(self._stream, number)
            except NotFoundError:  # Taken out earlier.
                continue
            reason = (kept.headers or {}).get("Loanfold-Reason", "")
            found.append(Letter(id=str(number), reason=reason, raw=kept.data or b""))
        return found

    async def _replay(self, letter: Letter) -> None:
        stream = await self._jetstream()
        headers = {"Nats-Msg-Id": f"replay:{letter.id}"}
        await stream.publish(f"{self.prefix}.commands", letter.raw, headers=headers)
        await self._drop(letter)

    async def _drop(self, letter: Letter) -> None:
        stream = await self._jetstream()
        await stream.delete_msg(self._stream, int(letter.id))
