"""Write the stand-alone verifier as one file: python3 scripts/verifier.py [FILE]."""

import subprocess
import sys

from environment import PRODUCT, ROOT, prepare


def main() -> int:
    """Assemble it in the environment of the product."""
    programs = prepare(".venv", [PRODUCT])
    command = [str(programs / "python"), "-m", "adapters.evidence.assemble", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
