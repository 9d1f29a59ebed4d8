"""Keep virtual environments that hold exactly what the locks say."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

# Said before anything newer than the running Python is reached.
if sys.version_info < (3, 11):  # noqa: UP036 - any Python may be the one that starts this.
    sys.exit("Loanfold needs Python 3.11 or later: install the package python3.11.")

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = "requirements.lock"
TESTS = "requirements-test.lock"


def prepare(folder: str, locks: Sequence[str]) -> Path:
    """Return the programs' folder of an environment that holds these locks and the project.

    An environment whose stamp is right is used as it is.  Another one is made anew: the stamp
    is written last, so an interrupted set-up is never taken for a finished one.
    """
    # Whoever starts the program hundreds of times, as the tests do, compiles it once.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    home, wanted = ROOT / folder, _stamp(locks)
    if not _is_ready(home, wanted):
        with _guarded(home):
            # Someone else may have finished while this process waited for the guard.
            if not _is_ready(home, wanted):
                _build(home, locks)
                (home / "stamp").write_text(wanted)
    return home / "bin"


def _stamp(locks: Sequence[str]) -> str:
    """Return a digest of all that a finished environment depends on."""
    digest = hashlib.sha256(f"{ROOT} {sys.version_info[:2]}".encode())
    for name in ("pyproject.toml", *locks):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _is_ready(home: Path, wanted: str) -> bool:
    """Say whether the stamp is right and the environment's Python is still there."""
    stamp = home / "stamp"
    return stamp.exists() and stamp.read_text() == wanted and (home / "bin/python").exists()


@contextmanager
def _guarded(home: Path) -> Iterator[None]:
    """Wait until no other process sets the environment up, then keep others waiting.

    The operating system lifts the guard when the process and the installers that it started
    have ended, however they end.
    """
    descriptor = os.open(home.with_name(home.name + ".guard"), os.O_RDWR | os.O_CREAT, 0o644)
    os.set_inheritable(descriptor, True)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say(f"Waiting for another process that sets up {home.name}.")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _build(home: Path, locks: Sequence[str]) -> None:
    """Make the environment from nothing."""
    if not find_spec("venv") or not (find_spec("ensurepip") or find_spec("pip")):
        sys.exit("Loanfold needs a Python that makes environments: install python3-venv.")
    started = time.monotonic()
    _say(f"Setting up {home.name}, once; this takes about half a minute.")
    shutil.rmtree(home, ignore_errors=True)
    pip = _make(home)
    for lock in locks:
        _say(f"  installing {lock}")
        _run(*pip, "install", "--require-hashes", "--only-binary=:all:", "-r", str(ROOT / lock))
    _say("  installing loanfold")
    # The build backend came with the lock, so nothing is fetched here.
    flags = ("--no-deps", "--no-index", "--no-build-isolation")
    _run(*pip, "install", *flags, "--editable", str(ROOT))
    _say(f"  ready after {time.monotonic() - started:.0f} s")


def _make(home: Path) -> list[str]:
    """Create an empty environment and return the command of a pip that installs into it."""
    python = str(home / "bin/python")
    if find_spec("ensurepip"):
        _run(sys.executable, "-m", "venv", str(home))
        return [python, "-m", "pip", "--quiet"]
    _run(sys.executable, "-m", "venv", "--without-pip", str(home))
    return [sys.executable, "-m", "pip", "--quiet", "--python", python]


def _say(line: str) -> None:
    """Report progress beside the program's own output, which may be read by another program."""
    print(line, file=sys.stderr, flush=True)


def _run(*command: str) -> None:
    """Run a step quietly; where it fails, show what it said and exit."""
    try:
        # Inheriting the guard, a step that outlives this process still keeps others waiting.
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, close_fds=False
        )
    except KeyboardInterrupt:
        sys.exit("\nThe set-up was interrupted; the next run starts it again.")
    if done.returncode:
        _say(done.stdout.decode(errors="replace"))
        sys.exit("The set-up stopped at the step above; run the same again once that is mended.")
