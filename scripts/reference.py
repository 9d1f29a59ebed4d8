"""Write the pages and promises that the catalogue says: python3 scripts/reference.py [--check]."""

import subprocess
import sys

from environment import PRODUCT, ROOT, TESTS, prepare


def main() -> int:
    """Run the writer in the environment of the tests; with --check, only say what is stale."""
    programs = prepare(".venv-test", [PRODUCT, TESTS])
    command = [str(programs / "python"), "-m", "tests.docs.reference", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
