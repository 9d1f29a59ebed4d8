"""Take every real folder over: python -m tests.take_over_all [folder]."""

import sys
import tempfile
import time
from pathlib import Path

from adapters.settings import Settings
from adapters.takeover.run import SOURCES, take_over
from adapters.wiring import open_system
from tests.adapters.take_over import BANK
from tests.style.trees import ROOT

FOLDERS = {"berka": "berka_pkdd99", "superlender": "superlender_nigeria", "ibrd": "ibrd_loans"}


def main() -> int:
    """Run each source on a database in a file, and write its report and its time."""
    place = Path(sys.argv[1]) if sys.argv[1:] else ROOT.parent / "shared/data"
    return max(_run(source, place / FOLDERS[source]) for source in SOURCES)


def _run(source: str, folder: Path) -> int:
    began = time.monotonic()
    sys.stdout.write(f"== {source}\n")
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(database=f"{scratch}/loanfold.db")
        with open_system(settings) as system:
            teller, aside = system.bus("take-over"), Path(scratch, "quarantine.csv")
            teller.run("log.open", BANK)
            code = take_over(source, folder, teller, report=sys.stdout, quarantine=aside)
    sys.stdout.write(f"{source}: exit code {code}, {time.monotonic() - began:.1f} s\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
