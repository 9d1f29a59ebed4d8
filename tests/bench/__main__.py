"""Measure the store beside its floors: python -m tests.bench [rounds] [--json FILE] [--only PART].

Parts are file, server, reading, queue, http, start, work, relations, fresh and lists; --only may be
given more than once.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.bench import (
    by_queue,
    fresh,
    lists,
    on_file,
    on_server,
    over_http,
    reading,
    relations,
    start,
    work,
)
from tests.bench.figures import Figure, as_json, table

PARTS: Final[Mapping[str, Callable[[Path, int], Iterator[Figure]]]] = {
    "file": on_file.figures,
    "server": on_server.figures,
    "reading": lambda place, rounds: reading.figures(place, 10 * rounds),
    "queue": by_queue.figures,
    "http": lambda place, rounds: over_http.figures(place, 5 * rounds),
    "start": start.figures,
    "work": lambda place, _rounds: work.figures(place),
    "relations": lambda place, _rounds: relations.figures(place),
    "fresh": lambda place, _rounds: fresh.figures(place),
    "lists": lambda place, _rounds: lists.figures(place),
}


def measure(parts: list[str], rounds: int) -> Iterator[Figure]:
    """Yield the figures of parts, saying how far it is."""
    began = time.monotonic()
    for part in parts:
        with tempfile.TemporaryDirectory(prefix="lf-") as folder:
            for figure in PARTS[part](Path(folder), rounds):
                sys.stderr.write(f"{time.monotonic() - began:4.0f} s  {figure.what}\n")
                yield figure


def main() -> None:
    """Write the table, and the JSON where a file is named."""
    asked = argparse.ArgumentParser(prog="bench", description=__doc__)
    asked.add_argument("rounds", nargs="?", type=int, default=120)
    asked.add_argument("--json", type=Path)
    asked.add_argument("--only", action="append", choices=PARTS)
    given = asked.parse_args()
    machine = {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load_before": os.getloadavg()[0],
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
    figures = list(measure(given.only or list(PARTS), given.rounds))
    sys.stdout.write(table(figures) + "\n")
    missed = [figure.what for figure in figures if figure.met is False]
    sys.stdout.write(f"\n{len(missed)} missed: {'; '.join(missed) or 'none'}\n")
    if given.json:
        given.json.write_text(as_json(figures, machine | {"load_after": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
