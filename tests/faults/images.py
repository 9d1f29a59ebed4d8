"""What a disk may hold after a loss of power, built from the writes and syncs of a real run.

A run is watched by strace.  From its calls, images of the files are built as they may be found:
all that was written, only what was synced, or what was synced and some sectors of the rest.
"""

import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final

from attrs import define, field, frozen

SECTOR: Final = 512
CALLS: Final = "pwrite64,write,fdatasync,fsync,ftruncate,unlink"
_CALL: Final = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += +(-?\d+)")
_TARGET: Final = re.compile(r"^\d+<((?:[^>\\]|\\.)*)>(?:, (.*))?$", re.DOTALL)


@frozen
class Event:
    """A call that changed a file, or an acknowledgement."""

    kind: str  # write, sync, cut, gone, ack
    path: str
    offset: int = 0
    content: bytes = b""


@define
class Disk:
    """Files by name: as they were written, and as they are on the disk for sure."""

    written: dict[str, bytearray]
    synced: dict[str, bytes]
    loose: list[Event] = field(factory=list)  # Writes that no sync has followed.

    def do(self, event: Event) -> None:
        """Carry out a call."""
        content = self.written.setdefault(event.path, bytearray())
        match event.kind:
            case "write":
                _put(content, event.offset, event.content)
                self.loose.append(event)
            case "cut":
                del content[event.offset :]
                self.loose.append(event)
            case "gone":
                self.written.pop(event.path)
                self.synced.pop(event.path, None)
                self.loose = [e for e in self.loose if e.path != event.path]
            case "sync":
                self.synced[event.path] = bytes(content)
                self.loose = [e for e in self.loose if e.path != event.path]

    def images(self, chance: random.Random) -> Iterator[dict[str, bytes]]:
        """Yield what may be found now: everything, only what is sure, and something between."""
        yield {path: bytes(content) for path, content in self.written.items()}
        yield self.synced
        torn = {path: bytearray(content) for path, content in self.synced.items()}
        for event in self.loose:
            for start in range(0, len(event.content), SECTOR):
                if chance.random() < 0.5:
                    part = event.content[start : start + SECTOR]
                    _put(torn.setdefault(event.path, bytearray()), event.offset + start, part)
        yield {path: bytes(content) for path, content in torn.items()}


@frozen
class Found:
    """What checking images came to."""

    images: int
    corrupt: int
    lossy: int  # An acknowledged command was missing.


def record(folder: Path, count: int, *mode: str) -> list[Event]:
    """Run so many commits under strace, and return what they did to the database's files."""
    trace = folder / "trace"
    command = [sys.executable, "-m", "tests.faults.commits", str(folder / "bank.db")]
    watch = ["strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}"]
    subprocess.run(
        [*watch, "-o", str(trace), *command, str(folder / "keys"), str(count), *mode],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    with trace.open() as lines:
        return [event for line in lines if (event := _event(line))]


def check(base: dict[str, bytes], events: list[Event], *, sample: int, folder: Path) -> Found:
    """Check a sample of the images that a run could have left behind."""
    chance, disk = random.Random(1), Disk({n: bytearray(c) for n, c in base.items()}, dict(base))
    moments = set(chance.sample(range(len(events)), min(sample, len(events))))
    acknowledged: list[str] = []
    verdicts = []
    for number, event in enumerate(events):
        if event.kind == "ack":
            acknowledged.append(event.path)
        else:
            disk.do(event)
        if number in moments:
            for image in disk.images(chance):
                verdicts.append(_verdict(image, acknowledged, folder))
    return Found(len(verdicts), verdicts.count("corrupt"), verdicts.count("lossy"))


def _verdict(image: dict[str, bytes], acknowledged: list[str], folder: Path) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in image.items():
        (folder / name).write_bytes(content)
    try:
        with closing(sqlite3.connect(folder / "bank.db")) as file:
            return _verdict_of(file, acknowledged)
    except sqlite3.DatabaseError:
        return "corrupt"


def _verdict_of(file: sqlite3.Connection, acknowledged: list[str]) -> str:
    if file.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        return "corrupt"
    leaves = file.execute(
        "SELECT idx, digest, state FROM leaf LEFT JOIN stored_events"
        " ON stream = originator_id AND ver = originator_version ORDER BY idx"
    ).fetchall()
    (events,) = file.execute("SELECT COUNT(*) FROM stored_events").fetchone()
    whole = [row[0] for row in leaves] == list(range(events)) and all(
        state is not None and sha256(state).digest() == digest for _, digest, state in leaves
    )
    keys = {key for (key,) in file.execute("SELECT key FROM command")}
    if not whole or len(keys) != events:
        return "corrupt"
    return "lossy" if set(acknowledged) - keys else "whole"


def _event(line: str) -> Event | None:
    """Return what a line of strace says; None for what does not touch the database."""
    match = _CALL.match(line)
    if match is None or int(match[3]) < 0:
        return None
    name, arguments = match[1], match[2]
    if name == "unlink":
        path = _text(arguments).decode()
        return Event("gone", Path(path).name) if Path(path).name.startswith("bank.db") else None
    target = _TARGET.match(arguments)
    if target is None:
        return None
    path, rest = Path(_text(f'"{target[1]}"').decode()).name, target[2] or ""
    if name == "write" and arguments.startswith("1<"):
        said = _text(rest).decode()
        return Event("ack", said.split()[1]) if said.startswith("ack") else None
    if not path.startswith("bank.db") or path.endswith(("-shm", ".keys")):
        return None
    return _change(name, path, rest)


def _change(name: str, path: str, rest: str) -> Event | None:
    match name:
        case "pwrite64":
            offset = int(rest.rsplit(", ", 1)[1])
            return Event("write", path, offset, _text(rest))
        case "ftruncate":
            return Event("cut", path, int(rest))
        case "fdatasync" | "fsync":
            return Event("sync", path)
    return None


def _text(quoted: str) -> bytes:
    """Return the bytes of the first text in hexadecimal escapes."""
    inner = quoted.split('"')[1]
    return bytes.fromhex(inner.replace("\\x", "")) if "\\x" in inner else inner.encode()


def _put(content: bytearray, offset: int, part: bytes) -> None:
    if len(content) < offset:
        content.extend(b"\0" * (offset - len(content)))
    content[offset : offset + len(part)] = part
