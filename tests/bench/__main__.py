"""Measure the store beside its floors: python -m tests.bench [rounds] [--json FILE]."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import on_file, on_server, reading
from tests.bench.figures import Figure, as_json, table


def measure(rounds: int) -> Iterator[Figure]:
    """Yield all figures."""
    with tempfile.TemporaryDirectory(prefix="lf-") as folder:
        place = Path(folder)
        yield from on_file.commands(place, rounds)
        yield from on_file.batches(place, max(rounds // 40, 3))
        yield from on_server.figures(place, rounds)
        yield from reading.figures(place, 10 * rounds)


def main(arguments: list[str]) -> None:
    """Write the table, and the JSON where a file is named."""
    rounds = int(arguments[0]) if arguments and arguments[0].isdigit() else 200
    figures = list(measure(rounds))
    sys.stdout.write(table(figures) + "\n")
    if "--json" in arguments:
        Path(arguments[arguments.index("--json") + 1]).write_text(as_json(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
