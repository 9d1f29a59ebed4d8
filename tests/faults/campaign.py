"""All faults, many times: python -m tests.faults.campaign [kills] [injections]."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from adapters.settings import Settings
from tests.faults.images import check, record
from tests.faults.injections import KINDS, inject
from tests.faults.kills import kill_servers, kill_writers
from tests.faults.load import folder_settings, open_log
from tests.server import running

COMMITS, SAMPLE = 60, 1_000


def campaign(kills: int, injections: int) -> Iterator[str]:
    """Yield a line a fault, as each is done."""
    with tempfile.TemporaryDirectory(prefix="lf-") as folder:
        place = Path(folder)
        yield kill_writers(_new(place, "file"), kills).line("SQLite, writer killed")
        with running() as server:
            yield kill_servers(server, _folder(place, "server"), kills).line(
                "PostgreSQL, server killed under two writers, who are killed too"
            )
        yield from _power(place)
        yield _calls(place, injections)


def _power(place: Path) -> Iterator[str]:
    for mode in ((), ("NORMAL",), ("OFF",)):
        base = _bank(place, f"power{''.join(mode)}")
        files = {"bank.db": (base / "bank.db").read_bytes()}
        found = check(files, record(base, COMMITS, *mode), sample=SAMPLE, folder=place / "image")
        yield (
            f"SQLite, loss of power, synchronous {mode[0] if mode else 'FULL'}: {COMMITS} commits,"
            f" {found.images} images, {found.corrupt} corrupt, {found.lossy} without an"
            " acknowledged command"
        )


def _calls(place: Path, injections: int) -> str:
    base = _bank(place, "calls")
    told = [
        inject(
            base, place / "copy", f"{KINDS[no % len(KINDS)]}:when={1 + no // len(KINDS)}", commits=6
        )
        for no in range(injections)
    ]
    wrong = [fault for one in told for fault in one.faults]
    return (
        f"SQLite, one failing call: {injections} runs, {sum(one.felt for one in told)} felt it:"
        f" {'; '.join(wrong[:3]) or 'nothing lost, nothing twice'}"
    )


def _bank(place: Path, name: str) -> Path:
    open_log(_new(place, name))
    return place / name


def _new(place: Path, name: str) -> Settings:
    return folder_settings(_folder(place, name))


def _folder(place: Path, name: str) -> Path:
    (place / name).mkdir()
    return place / name


if __name__ == "__main__":
    amounts = [int(text) for text in sys.argv[1:]]
    for line in campaign(*(amounts or [200]), *([170] if len(amounts) < 2 else [])):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
