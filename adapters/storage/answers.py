"""What is answered to a command that was sent before under the same key: its first answer."""

from typing import Any

from attrs import frozen

from adapters.bus import Outcome
from adapters.problems import Conflict, Stale
from adapters.storage.scribe import Scribe
from adapters.storage.store import CommandRow, Store
from domain.catalogue import SPEC_OF
from domain.recorded import Context
from domain.rules import Refused


@frozen
class Request:
    """A command with its context, and the version that its sender saw (None: any)."""

    command: Any
    context: Context
    expected: int | None = None


Answer = Outcome | Refused | Stale | Conflict


@frozen
class FirstAnswers:
    """The answers that a store keeps under idempotency keys."""

    store: Store
    scribe: Scribe

    def content(self, request: Request) -> str:
        """Return the keyed hash of who asks for what; the plain content may be personal."""
        spec = SPEC_OF[type(request.command)]
        return self.scribe.keyed_content(spec, request.command, request.context.actor)

    def answer(self, request: Request, content: str) -> Outcome | None:
        """Return the first answer under the key; Conflict where it was used for other content."""
        row = self.store.command(request.context.command_id)
        if row is None:
            return None
        if row.content != content:
            raise Conflict(f"the key {row.key} was used for another command: take a fresh key")
        return outcome_of(row, repeated=True)

    def answer_or(
        self, error: Refused | Stale | Conflict | None, request: Request, content: str
    ) -> Answer | None:
        """Return the first answer under the key where there is one, else what came of it now."""
        try:
            return self.answer(request, content) or error
        except Conflict as conflict:
            return conflict


def outcome_of(row: CommandRow, *, repeated: bool = False) -> Outcome:
    """Return what the caller is told of a kept answer."""
    return Outcome(
        command_id=row.key,
        stream=row.stream,
        version=row.version,
        events=row.events,
        index=row.index,
        recorded_at=row.recorded_at,
        repeated=repeated,
    )
