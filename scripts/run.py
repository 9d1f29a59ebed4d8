"""Set Loanfold up where needed, then run it: python3 scripts/run.py [arguments]."""

import os
import sys

from environment import PRODUCT, prepare


def main() -> None:
    """Become the loanfold program, with the given arguments or else the demonstration."""
    program = str(prepare(".venv", [PRODUCT]) / "loanfold")
    os.execv(program, [program, *(sys.argv[1:] or ["demo"])])


if __name__ == "__main__":
    main()
