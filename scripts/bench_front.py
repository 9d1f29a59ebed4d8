"""Measure the front half beside its floor: python3 scripts/bench_front.py [customers]."""

import subprocess
import sys

from environment import PRODUCT, ROOT, TESTS, prepare


def main() -> int:
    """Run the measurement of the tests in the environment of the tests."""
    programs = prepare(".venv-test", [PRODUCT, TESTS])
    command = [str(programs / "python"), "-m", "tests.bench_front", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
