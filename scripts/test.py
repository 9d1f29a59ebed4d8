"""Check everything that must hold: python3 scripts/test.py [--keep-going] [pytest arguments].

The checks run in the order that fails fastest, and the first failure ends the run; with
--keep-going all of them run.  All other arguments are handed to pytest.
"""

import ast
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
    # A test that is known to fail stands there as skipped too, by another type.
    reasons = Counter(_reason(skip) for skip in skipped if skip.get("type") != "pytest.xfail")
    lines = [f"skipped {count}: {reason}" for reason, count in sorted(reasons.items())]
    return lines or ["Nothing was skipped."]


def _reason(skip: ElementTree.Element) -> str:
    """Return why a test was skipped; of a whole file that is said in the text, as a tuple."""
    if skip.get("type"):
        return skip.get("message") or "no reason given"
    return str(ast.literal_eval(skip.text or "('', 0, 'no reason given')")[-1])


if __name__ == "__main__":
    sys.exit(main())
