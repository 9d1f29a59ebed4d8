"""Where an adapter knocks: raw bytes in, one of eight answers out.  It never fails."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import asdict, frozen

from adapters.bus import Bus, Outbox
from adapters.codec import write_moment
from adapters.json_text import read_object
from adapters.problems import Unreadable, problem
from adapters.telemetry.commands import QUIET, Sent, Telemetry

BODY_MAX: Final = 1 << 20  # Bytes of one command.


Credentials = tuple[str | None, str | None]  # "Bearer …", and the branch acted for.
NOBODY: Final[Credentials] = (None, None)
# Return the bus of whoever sends these credentials, for the branch acted for.
Entrance = Callable[[str | None, str | None], Bus]


class Kind(StrEnum):
    """How a command ended; nothing was recorded but where it is done."""

    DONE = "done"  # Recorded now or before under the same key, or there was nothing to do.
    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    FORBIDDEN = "forbidden"  # Who asks is not known, or may not.
    REFUSED = "refused"  # By a rule, which the answer names.
    CONFLICT = "conflict"
    UNAVAILABLE = "unavailable"  # The one kind that is worth sending again as it is.
    FAILED = "failed"  # The program is at fault.


# HTTP status of a problem -> what it is to an adapter.
_KINDS: Final[Mapping[int, Kind]] = {
    400: Kind.MALFORMED,
    401: Kind.FORBIDDEN,
    403: Kind.FORBIDDEN,
    404: Kind.UNKNOWN,
    409: Kind.CONFLICT,
    412: Kind.CONFLICT,
    422: Kind.REFUSED,
    429: Kind.UNAVAILABLE,
    503: Kind.UNAVAILABLE,
}


@frozen
class Answer:
    """How a command ended, and what to tell the caller, as JSON values."""

    kind: Kind
    body: Mapping[str, Any]


@frozen
class Door:
    """A bus for adapters that know bytes only, and the events that go out."""

    bus: Bus
    outbox: Outbox | None = None  # None where nothing goes out.
    entrance: Entrance | None = None  # None where the medium itself is trusted.
    telemetry: Telemetry = QUIET

    @property
    def log(self) -> str:
        """The journal's outside name."""
        return self.outbox.log if self.outbox else ""

    def send(
        self, operation: str, raw: bytes, key: str | None = None, by: Credentials = NOBODY
    ) -> Answer:
        """Run the command of that name with the JSON object in raw.

        key is the idempotency key: give the medium's own id of the message, so that a message
        that comes again has no second effect and the first answer.
        """
        try:
            if len(raw) > BODY_MAX:
                raise Unreadable((f"the body: {len(raw)} bytes, at most {BODY_MAX} are read",))
            fields = read_object(raw, "the body")
        except Unreadable as error:
            return self.turned_away(operation, key, error)
        return self.run(operation, fields, key, by)

    def run(
        self,
        operation: str,
        fields: Mapping[str, Any],
        key: str | None = None,
        by: Credentials = NOBODY,
    ) -> Answer:
        """Run the command of that name with fields that were read already.

        by are the credentials and the branch that a message came with.
        """
        try:
            bus = self.bus if self.entrance is None else self.entrance(*by)
        except Exception as error:
            return self.turned_away(operation, key, error)
        try:
            outcome = bus.run(operation, fields, key=key)
        except Exception as error:
            return failure(error)
        at = outcome.recorded_at
        said = {**asdict(outcome), "recorded_at": None if at is None else write_moment(at)}
        return Answer(Kind.DONE, said)

    def turned_away(self, operation: str, key: str | None, error: Exception) -> Answer:
        """Tell of a command that never reached the core, and return the answer to it."""
        self.telemetry.ended(Sent(name=operation, key=key or ""), error)
        return failure(error)


def failure(error: Exception) -> Answer:
    """Return the answer to an error; of a fault of ours it says nothing that may be personal."""
    known = problem(error)
    if known is None:
        return Answer(Kind.FAILED, {"code": "failed", "title": type(error).__name__})
    said = asdict(known, filter=lambda field, _: field.name not in ("status", "exit"))
    return Answer(_KINDS[known.status], said)
