"""Write the locks anew from pyproject.toml: python3 scripts/lock.py [--upgrade].

The pins that are there stay where they still fit; --upgrade takes the newest of everything.
The locks hold names, versions and hashes only: wherever the packages are fetched from, they are
the same.  The others follow the pins of the product, so they install side by side.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = ("--extra=access", "--extra=build", "--extra=graph", "--extra=metrics", "--extra=tables")
PRODUCT = (*EXTRAS, "--output-file=requirements.lock")
# What an institution adds to it: queues, a server database, segments, columns of many loans.
SERVER = (
    *("--extra=bulk", "--extra=nats", "--extra=postgres", "--extra=rabbitmq", "--extra=segments"),
    *("--constraint=requirements.lock", "--output-file=requirements-server.lock"),
)
TESTS = (
    *("--extra=dev", "--constraint=requirements.lock", "--constraint=requirements-server.lock"),
    "--output-file=requirements-test.lock",
)
BARE = ("--no-header", "--no-annotate")  # Addresses are left out unless asked for.
HOW = ("--universal", "--generate-hashes", "--only-binary=:all:", *BARE)


def main() -> None:
    """Resolve with a uv of its own, so that none needs to be installed."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
        uv = [python, "-m", "uv", "pip", "compile", "--quiet", "pyproject.toml", *HOW]
        for lock in (PRODUCT, SERVER, TESTS):
            subprocess.run([*uv, *lock, *sys.argv[1:]], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
