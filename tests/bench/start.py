"""How long the processor works until help is shown, beside a Python that does nothing."""

import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.figures import Figure

TIMES = 7


def figures(_folder: Path, _rounds: int) -> Iterator[Figure]:
    """Yield the command line's help."""
    yield Figure(
        what="CLI, --help: processor",
        ours=_spent([sys.executable, "-m", "adapters.cli.main", "--help"]),
        floor=_spent([sys.executable, "-c", "pass"]),
        wanted="<= 120 ms",
    )


def _spent(command: Sequence[str]) -> float:
    """Return the least of several runs: whoever else is at work only adds to it."""
    found = []
    for _ in range(TIMES):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)
