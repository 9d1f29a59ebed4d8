"""Whether records are those of a log, in their streams without a gap.

A record names its stream, its version in it and the digest of the one before it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from adapters.evidence.check_log import Digests
from adapters.evidence.faults import Faulty, require
from adapters.evidence.folder import lines
from adapters.evidence.heads import Head
from adapters.evidence.lines import LINE_BYTES_MAX, Line, read_line

RECORDS: Final = "data/records.jsonl"
_TEXT: Final = (str,)
_FORM: Final[Mapping[str, tuple[type, ...]]] = {
    **dict.fromkeys(("actor", "at", "cmd", "fmt", "log", "nonce", "stream", "type"), _TEXT),
    **dict.fromkeys(("branch", "cause", "prev"), (str, type(None))),
    **dict.fromkeys(("schema", "ver"), (int,)),
    **dict.fromkeys(("approval", "policy", "sd"), (list,)),
    "data": (dict,),
}


class Streams:
    """The streams of a part of a log as far as they are here, and as they stood at one point."""

    def __init__(self, until: int = 0) -> None:
        """Note how streams stood when the log held `until` records."""
        self.heads: dict[str, Head] = {}
        self.heads_until: dict[str, Head] = {}
        self.branch_of: dict[str, str | None] = {}  # Of streams whose first record is here.
        self._until = until

    def add(self, index: int, said: Mapping[str, Any], digest: bytes) -> None:
        """Add the next record, with what it says; Faulty where it does not follow in its stream."""
        stream, version = said["stream"], said["ver"]
        before = self.heads.get(stream)
        if before is None:
            if version == 1:
                self.branch_of[stream] = said["branch"]
        elif version != before.version + 1:
            raise Faulty(
                f"it is version {version} of {stream}, and version {before.version} is the one"
                " before it here: what is between was withheld"
            )
        elif said["prev"] != f"sha256:{before.digest.hex()}":
            raise Faulty(f"it does not follow version {before.version} of {stream}")
        self.heads[stream] = Head(stream, version, digest)
        if index < self._until:
            self.heads_until[stream] = self.heads[stream]


def check_records(
    folder: Path,
    digests: Digests,
    streams: Streams,
    each: Callable[[Line, Mapping[str, Any]], None] = lambda _line, _said: None,
) -> int:
    """Check every line of the records of an export against the log; return how many there are.

    each is given every record with what it says.  Raises Faulty with the first line that is not
    what it should be.
    """
    last, number = -1, 0
    for number, content in enumerate(lines(folder, RECORDS, LINE_BYTES_MAX), start=1):
        where = f"{RECORDS} line {number}"
        try:
            line = read_line(content)
            where = f"{where} (index {line.index})"
            require(line.index > last, f"it stands after index {last}")
            require(line.index < len(digests), f"the log ends with index {len(digests) - 1}")
            require(line.digest == digests[line.index], "it is not the record in the log")
            said = said_by(line.record)
            streams.add(line.index, said, line.digest)
            each(line, said)
        except Faulty as error:
            raise Faulty(f"{where}: {error}") from error
        last = line.index
    return number


def said_by(record: bytes) -> Mapping[str, Any]:
    """Return what a record says; Faulty where it is not JSON of one meaning."""
    try:
        said = json.loads(record, object_pairs_hook=_once, parse_float=_no, parse_constant=_no)
        sound = all(type(said[name]) in shapes for name, shapes in _FORM.items())
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Faulty(f"the record cannot be read ({error})") from error
    require(sound, "the record has a field that is not of its form")
    found: Mapping[str, Any] = said
    return found


def find_lines(folder: Path, holding: bytes) -> Iterator[Line]:
    """Yield the lines of the records that hold some bytes, unchecked."""
    for content in lines(folder, RECORDS, LINE_BYTES_MAX):
        if holding in content:
            yield read_line(content)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in an object")
    return found


def _no(text: str) -> Any:
    raise ValueError(f"{text[:20]} is no whole number")
