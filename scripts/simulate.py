"""Let the bank live through random histories at length: python3 scripts/simulate.py [seed steps].

Without arguments the seed is 1 and each law sees 2000 histories.
"""

import subprocess
import sys

from environment import PRODUCT, ROOT, TESTS, prepare


def main() -> int:
    """Run the simulation of the tests in the environment of the tests."""
    programs = prepare(".venv-test", [PRODUCT, TESTS])
    command = [str(programs / "python"), "-m", "tests.simulate", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
