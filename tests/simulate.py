"""The laws of the bank over many more histories than a build has time for."""

import os
import subprocess
import sys

SEED, STEPS = "1", "2000"


def main(seed: str = SEED, steps: str = STEPS) -> int:
    """Run the simulation from a seed, with a number of histories for each law."""
    command = ["-m", "pytest", "tests/simulation", "-q", "-p", "no:cacheprovider"]
    limits = {**os.environ, "LOANFOLD_HISTORIES": str(int(steps))}
    return subprocess.run(
        [sys.executable, *command, f"--hypothesis-seed={int(seed)}"], env=limits
    ).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
