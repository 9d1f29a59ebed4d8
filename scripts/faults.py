"""Kill, cut and starve the stores many times: python3 scripts/faults.py [kills] [injections]."""

import subprocess
import sys

from environment import PRODUCT, ROOT, TESTS, prepare


def main() -> int:
    """Run the campaign of the tests in the environment of the tests."""
    programs = prepare(".venv-test", [PRODUCT, TESTS])
    command = [str(programs / "python"), "-m", "tests.faults.campaign", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
