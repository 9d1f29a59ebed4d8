"""Check everything that must hold: python3 scripts/test.py [--keep-going] [pytest arguments].

The checks run in the order that fails fastest, and the first failure ends the run; with
--keep-going all of them run.  All other arguments are handed to pytest.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from environment import PRODUCT, ROOT, TESTS, prepare

CHECKS = {
    "lint": ["ruff", "check"],
    "format": ["ruff", "format", "--check"],
    "types": ["mypy"],
    "layers": ["lint-imports", "--no-logo"],
}


def main() -> int:
    """Run the checks, then say how each ended and what was skipped."""
    arguments = sys.argv[1:]
    keep_going = "--keep-going" in arguments
    programs = prepare(".venv-test", [PRODUCT, TESTS])
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "tests.xml")
        rest = [word for word in arguments if word != "--keep-going"]
        tests = ["pytest", "-rs", f"--junitxml={report}", *_workers(rest), *rest]
        lines = _run_all(programs, {**CHECKS, "tests": tests}, keep_going)
        print("\n== summary", *lines, *_skips(report), sep="\n", flush=True)
    return int(any("FAILED" in line for line in lines))


def _workers(arguments: Sequence[str]) -> list[str]:
    """Return the options that spread the tests over the cores, unless the caller says how."""
    asked = any(word.startswith(("-n", "--numprocesses", "--pdb", "--dist")) for word in arguments)
    return [] if asked else ["-n", "auto", "--dist", "worksteal"]


def _run_all(programs: Path, checks: dict[str, list[str]], keep_going: bool) -> list[str]:
    """Run the checks in order and return a line on each; stop at a failure unless told not to."""
    lines = []
    for name, (program, *options) in checks.items():
        print(f"\n== {name}: {program}", flush=True)
        started = time.monotonic()
        failed = subprocess.run([str(programs / program), *options], cwd=ROOT).returncode
        line = f"{'FAILED' if failed else 'passed'}  {name}, {time.monotonic() - started:.1f} s"
        print(line, flush=True)
        lines.append(line)
        if failed and not keep_going:
            break
    return lines


def _skips(report: Path) -> list[str]:
    """Return a line for each reason that tests were skipped for; none where no test ran."""
    if not report.exists():
        return ["The tests did not run."]
    skipped = ElementTree.parse(report).iter("skipped")
    reasons = Counter(element.get("message", "no reason given") for element in skipped)
    return [f"skipped {count}: {reason}" for reason, count in sorted(reasons.items())]


if __name__ == "__main__":
    sys.exit(main())
