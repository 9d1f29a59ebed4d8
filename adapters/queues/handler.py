"""What every queue does with a message: one effect, an answer, and a verdict for the broker.

A worker takes messages one at a time.  What cannot be done now is tried again in place, ever
more slowly, so that what comes after it in the queue never overtakes it.
"""

from collections.abc import Callable
from enum import StrEnum
from time import perf_counter
from typing import Final

from attrs import frozen

from adapters.door import BODY_MAX, Answer, Door, Kind, failure
from adapters.problems import Unreadable
from adapters.queues.cloud_event import Message, read_command, write_answer
from adapters.telemetry.commands import KEY_LONGEST
from adapters.telemetry.parent import part_of

FAULTS_MAX: Final = 5  # So often a fault of ours is tried again, and a killed worker's message.
WAIT_FIRST, WAIT_LONGEST = 0.1, 30.0  # Seconds.

_ENDING: Final = Answer(Kind.UNAVAILABLE, {"code": "ending", "title": "The worker ends."})

Wait = Callable[[float], bool]  # Wait so many seconds; True where the worker is asked to end.


class Verdict(StrEnum):
    """What becomes of a message."""

    TAKEN = "taken"  # Acknowledge it; the answer goes out.
    DEAD = "dead"  # Set it aside with the reason; the answer goes out.
    LEFT = "left"  # Leave it in the queue: the worker ends before it could be done.


@frozen
class Handled:
    """A message after it was handled."""

    verdict: Verdict
    answer: Answer
    reply: bytes  # The answer as a message; b"" where nobody is told.

    @property
    def reason(self) -> str:
        """Why it is dead, in one line."""
        said = self.answer.body
        return f"{self.answer.kind}: {said.get('detail') or said.get('title', '')}"


def handle(door: Door, raw: bytes, *, deliveries: int, wait: Wait) -> Handled:
    """Run the command in a message until it is done, dead, or the worker is asked to end.

    deliveries is how often the broker has delivered it, this time included: a message that
    killed its worker FAULTS_MAX times is dead.
    """
    began = perf_counter()
    message, answer = _tried(door, raw, deliveries=deliveries, wait=wait)
    handled = _handled(door, message, answer)
    door.telemetry.delivered(
        began,
        message_id=message.id if len(message.id) <= KEY_LONGEST else "",
        deliveries=deliveries,
        verdict=str(handled.verdict),
        kind=str(answer.kind),
        code=str(answer.body.get("code", "")),
    )
    return handled


def _tried(door: Door, raw: bytes, *, deliveries: int, wait: Wait) -> tuple[Message, Answer]:
    """Return the message, empty where it cannot be read, and how its command ended."""
    try:
        message = _read(raw)
        if deliveries > FAULTS_MAX:
            raise Unreadable((f"the message: {deliveries - 1} workers ended while at it",))
    except Unreadable as error:
        return Message("", "", "", {}), failure(error)
    with part_of(message.trace):
        return message, _persist(door, message, wait)


def _read(raw: bytes) -> Message:
    if len(raw) > BODY_MAX:
        raise Unreadable((f"the message: {len(raw)} bytes, at most {BODY_MAX} are read",))
    return read_command(raw)


def _persist(door: Door, message: Message, wait: Wait) -> Answer:
    """Try again what may pass: the store's trouble without end, a fault of ours a few times."""
    faults, pause = 0, WAIT_FIRST
    while True:
        answer = door.run(message.operation, message.fields, message.id, message.by)
        faults += answer.kind is Kind.FAILED
        passing = answer.kind is Kind.UNAVAILABLE or (
            answer.kind is Kind.FAILED and faults < FAULTS_MAX
        )
        if not passing:
            return answer
        if wait(pause):
            return _ENDING
        pause = min(2 * pause, WAIT_LONGEST)


def _handled(door: Door, message: Message, answer: Answer) -> Handled:
    if answer.kind is Kind.UNAVAILABLE:
        return Handled(Verdict.LEFT, answer, b"")
    verdict = Verdict.TAKEN if answer.kind is Kind.DONE else Verdict.DEAD
    reply = write_answer(message.id, door.log, answer) if message.id else b""
    return Handled(verdict, answer, reply)
