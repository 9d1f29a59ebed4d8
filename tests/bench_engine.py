"""Measure the loan engine beside its peers: python -m tests.bench_engine [--quick] [--json FILE].

Each part runs in a process of its own, so that its peak memory is its own.  A schedule is 360
monthly rows with dates of a loan of a million at 4.9 %; rates differ from loan to loan where many
are made.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from tests import bench_parts

QUICK, JSON = "--quick", "--json"


@frozen(kw_only=True)
class Wanted:
    """A figure that is wanted: at least, or at most, so much."""

    figure: str
    least: float | None = None
    most: float | None = None

    def verdict(self, found: Mapping[str, float]) -> str:
        """Return whether the figure is as wanted, and by how much it is missed where it is not."""
        if self.figure not in found:
            return "not measured"
        value = found[self.figure]
        if self.least is not None and value < self.least:
            return f"MISSED: {value:,.3g} of {self.least:,.3g}"
        if self.most is not None and value > self.most:
            return f"MISSED: {value:,.3g}, at most {self.most:,.3g}"
        return "met"


WANTED = (
    Wanted(figure="columns one by one, exact /s", least=8_000),
    Wanted(figure="times the fastest exact peer", least=8),
    Wanted(figure="bulk /s", least=300_000),
    Wanted(figure="as-of values of 1,000,000 loans, two cores, s", most=2),
    Wanted(figure="2,400 movements replayed and due stated, ms", most=50),
    Wanted(figure="700 days against 1, per due date crossed, us", most=100),
)
EXACT_PEERS = ("mortgagemath (exact) /s",)


def measure(*, quick: bool) -> dict[str, Any]:
    """Return figures by name, peak memory by part, and verdicts."""
    figures: dict[str, float] = {}
    memory: dict[str, float] = {}
    for name in bench_parts.PARTS:
        command = [sys.executable, "-m", "tests.bench_parts", name, *([QUICK] if quick else [])]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.stderr.write(f"{name}: {done.stderr.strip().splitlines()[-1]}\n")
            continue
        said = json.loads(done.stdout)
        memory[name] = said.pop("peak MB")
        figures |= said
    _add_ratio(figures)
    return {
        "figures": figures,
        "peak MB": memory,
        "wanted": {wanted.figure: wanted.verdict(figures) for wanted in WANTED},
    }


def _add_ratio(figures: dict[str, float]) -> None:
    peers = [figures[name] for name in EXACT_PEERS if name in figures]
    own = figures.get("columns one by one, exact /s")
    if peers and own:
        figures["times the fastest exact peer"] = own / max(peers)


def table(found: Mapping[str, Any]) -> Sequence[str]:
    """Return the figures as lines for people."""
    lines = [f"{name:52} {value:14,.2f}" for name, value in found["figures"].items()]
    lines += ["", "peak memory, MB"]
    lines += [f"  {name:50} {value:14,.0f}" for name, value in found["peak MB"].items()]
    lines += ["", "wanted"]
    return [*lines, *(f"  {name:50} {says}" for name, says in found["wanted"].items())]


def main(arguments: Sequence[str], write: Callable[[str], Any] = sys.stdout.write) -> int:
    """Measure, write the table, and JSON where a file is named; 1 where a figure is missed."""
    found = measure(quick=QUICK in arguments)
    write("\n".join(table(found)) + "\n")
    if JSON in arguments:
        path = Path(arguments[arguments.index(JSON) + 1])
        path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if all(says == "met" for says in found["wanted"].values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
