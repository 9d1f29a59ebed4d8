"""One system call that fails, at each place in turn: no room, a broken disk, or the end."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from attrs import frozen

from adapters.settings import Settings
from adapters.storage.verify import verify
from adapters.wiring import open_system

KINDS: Final = (
    "pwrite64:error=ENOSPC",
    "pwrite64:error=EIO",
    "pwrite64:signal=KILL",
    "fdatasync:error=EIO",
    "fdatasync:signal=KILL",
)


@frozen
class Injected:
    """What a failing call came to."""

    felt: bool  # A command was refused, or the process ended.
    faults: list[str]


def inject(base: Path, folder: Path, fault: str, *, commits: int) -> Injected:
    """Run commits with one fault on a copy of a bank; return what is wrong afterwards.

    fault is one of KINDS with the number of the call: "pwrite64:error=EIO:when=3".
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    call = fault.partition(":")[0]
    hinder = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    command = [sys.executable, "-m", "tests.faults.commits", str(folder / "bank.db")]
    done = subprocess.run(
        [*hinder, "-e", f"inject={fault}", *command, str(folder / "keys"), str(commits)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
        text=True,
    )
    acknowledged = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("ack")]
    settings = Settings(database=str(folder / "bank.db"), keys=folder / "keys", views=folder / "v")
    with open_system(settings) as system:
        lost = [k for k in acknowledged if system.core.store.command(k) is None]
        faults = verify(system.core.store, system.core.scribe).faults
    wrong = [*(f"{fault}: {key} is lost" for key in lost), *(f"{fault}: {f}" for f in faults)]
    return Injected(len(acknowledged) < commits, wrong)
