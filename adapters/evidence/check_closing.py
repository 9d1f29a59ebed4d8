"""Whether a part of a log lacks nothing at its end, as far as the last closing of a day goes.

A closing holds, for each branch, the digest of the list of all its streams with their last
records.  Who has the list, or all records of the branch, sees what is missing.  Of what was
recorded after the closing nothing is shown.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from adapters.evidence.check_log import Digests
from adapters.evidence.check_records import Streams, find_lines, said_by
from adapters.evidence.faults import Faulty, require
from adapters.evidence.folder import read_bounded
from adapters.evidence.heads import Head, heads_digest, heads_text, read_heads

HEADS: Final = "data/heads"
HEADS_BYTES_MAX: Final = 1 << 28
_CLOSED: Final = b'"type":"day.closed"'


class Closed(NamedTuple):
    """What a closing says of one branch."""

    place: int  # Among the branches of the closing, from 0; names the file of its list.
    branch: str | None
    streams: int
    heads: str  # Digest of the list.

    @property
    def called(self) -> str:
        """The branch in a sentence."""
        return "records without a branch" if self.branch is None else f"branch {self.branch}"


class LastClosing(NamedTuple):
    """The last closing of a day among the records of an export."""

    record: int  # Its index.
    records: int  # The log held so many.
    root: bytes
    branches: tuple[Closed, ...]


def last_closing(folder: Path) -> LastClosing | None:
    """Return the last closing among the records of an export, unchecked; None where none is."""
    found = None
    for line in find_lines(folder, _CLOSED):
        said = said_by(line.record)
        if said["type"] == "day.closed":
            found = _read(line.index, said)
    return found


def heads_path(index: int, place: int) -> str:
    """Return where the list of heads of a branch lies in an export."""
    return f"{HEADS}/{index}-{place}.txt"


def check_closing(
    folder: Path,
    closing: LastClosing,
    streams: Streams,
    *,
    digests: Digests,
    whole: Collection[str],
) -> list[str]:
    """Return one sentence for each branch, on what is shown of it.

    whole names the branches of which all streams should be here: "*" for every one, "" for the
    records without a branch.  Raises Faulty where something was withheld.
    """
    require(0 < closing.records <= closing.record, "the closing speaks of records after itself")
    _, root = next(digests.roots([closing.records]))
    require(root == closing.root, f"the closing in record {closing.record} is of another log")
    here: dict[str | None, dict[str, Head]] = {}
    for stream, head in streams.heads_until.items():
        if stream in streams.branch_of:
            here.setdefault(streams.branch_of[stream], {})[stream] = head
    return [
        _branch(
            branch,
            _listed(folder, closing, branch, here.get(branch.branch, {})),
            streams.heads_until,
            whole=not {"*", branch.branch or ""}.isdisjoint(whole),
        )
        for branch in closing.branches
    ]


def _listed(
    folder: Path, closing: LastClosing, branch: Closed, here: Mapping[str, Head]
) -> Mapping[str, Head] | None:
    """Return the heads of a branch when the day was closed; None where nothing shows them."""
    path = heads_path(closing.record, branch.place)
    if (folder / path).exists():
        text = read_bounded(folder, path, HEADS_BYTES_MAX)
        require(heads_digest(text) == branch.heads, f"{path} is not the list of the closing")
        listed = read_heads(text)
        for stream in here:
            require(stream in listed, f"{path} lacks {stream}, which {branch.called} began")
        return listed
    return here if heads_digest(heads_text(here.values())) == branch.heads else None


def _branch(
    branch: Closed, listed: Mapping[str, Head] | None, heads: Mapping[str, Head], *, whole: bool
) -> str:
    if listed is None:
        require(not whole, f"{branch.called}: its records do not come to its list in the closing")
        return f"{branch.called}: nothing shows whether its streams are whole"
    missing = 0
    for stream, head in listed.items():
        mine = heads.get(stream)
        if mine is None:
            require(not whole, f"{branch.called}: {stream} is missing, of which all should be here")
            missing += 1
        elif mine != head:
            raise Faulty(
                f"{stream} ends with version {mine.version} here, and when the day was closed with"
                f" version {head.version}: its last records were withheld"
            )
    return f"{branch.called}: {len(listed) - missing} of {branch.streams} streams, each to its end"


def _read(index: int, said: Mapping[str, Any]) -> LastClosing:
    try:
        closing = said["data"]["closing"]
        branches = enumerate(closing["branches"])
        return LastClosing(
            index,
            int(closing["records"]),
            bytes.fromhex(closing["root"].removeprefix("sha256:")),
            tuple(Closed(n, of["branch"], of["streams"], of["heads"]) for n, of in branches),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Faulty(f"the closing in record {index} cannot be read") from error
