"""The trace that a command came with: who calls us says of which of its steps ours is a part.

Source: W3C Trace Context, Level 1, section 3; CloudEvents extension Distributed Tracing 1.0.2.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

HEADERS: Final = ("traceparent", "tracestate")
STATE_LONGEST: Final = 512
# Version ff, and ids that are all zeros, are invalid.
_PARENT: Final = re.compile(
    r"(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
)
_NONE: Final[Mapping[str, str]] = {}
_current: Final[ContextVar[Mapping[str, str]]] = ContextVar("trace", default=_NONE)


@contextmanager
def part_of(said: Mapping[str, str]) -> Iterator[None]:
    """Let what is done within be a part of the trace that these headers name.

    What is malformed is no trace, and no reason to refuse a command.
    """
    before = _current.set(_valid(said))
    try:
        yield
    finally:
        _current.reset(before)


def current() -> Mapping[str, str]:
    """Return the headers of the trace that this is a part of; none where it is of none."""
    return _current.get()


def trace_id() -> str:
    """Return the id of the trace that this is a part of; "" where it is of none."""
    return _current.get().get("traceparent", "")[3:35]


def _valid(said: Mapping[str, str]) -> Mapping[str, str]:
    parent, state = (said.get(name, "") for name in HEADERS)
    if not _PARENT.fullmatch(parent):
        return _NONE
    kept = {"traceparent": parent}
    return {**kept, "tracestate": state} if 0 < len(state) <= STATE_LONGEST else kept
