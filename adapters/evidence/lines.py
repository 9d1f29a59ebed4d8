"""A line of records.jsonl: the bytes of a record as they were hashed, and its place around them.

{"index":17,"recorded_at":"2026-01-31T09:00:00.000000Z","record":{…}}

The place is the envelope: it is not hashed, and a tree proves it.  The record is what stands
between `"record":` and the last brace, byte for byte.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from adapters.evidence.faults import Faulty

LINE_BYTES_MAX: Final = 1_000_000
_ENVELOPE: Final = re.compile(
    rb'\{"index":(0|[1-9][0-9]{0,14}),"recorded_at":"([0-9T:.Z-]{27})","record":(\{.*\})\}\n?',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A record as it travels."""

    index: int
    recorded_at: str
    record: bytes

    @property
    def digest(self) -> bytes:
        """The leaf that the record has in the log: SHA-256 of its bytes."""
        return hashlib.sha256(self.record).digest()

    def to_bytes(self) -> bytes:
        """Return the line with its line feed."""
        place = f'{{"index":{self.index},"recorded_at":"{self.recorded_at}","record":'
        return place.encode() + self.record + b"}\n"


def read_line(content: bytes) -> Line:
    """Return what a line holds; Faulty where it is not of the one form."""
    match = _ENVELOPE.fullmatch(content)
    if match is None or len(content) > LINE_BYTES_MAX:
        raise Faulty("a line is not an index, a time of recording and a record")
    return Line(int(match[1]), match[2].decode(), match[3])
