"""Take every real folder over, each into a journal of its own: take_over_all.py [folder].

Every comparison is printed line by line; the exit code is 1 where one differs.
"""

import subprocess
import sys

from environment import PRODUCT, ROOT, TESTS, prepare


def main() -> int:
    """Run the take-overs of the tests in the environment of the tests."""
    programs = prepare(".venv-test", [PRODUCT, TESTS])
    command = [str(programs / "python"), "-m", "tests.take_over_all", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
