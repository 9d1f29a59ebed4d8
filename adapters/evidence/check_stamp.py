"""Whether a time stamp holds, by the program openssl.

Source: RFC 3161 (time stamps).
"""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from adapters.evidence.faults import Faulty, require

SECONDS_MAX: Final = 60
STAMP_BYTES_MAX: Final = 1 << 20
_TIME: Final = re.compile(r"^Time stamp: (.+)$", re.MULTILINE)


def check_stamp(stamp: bytes, stamped: bytes, authority: Path) -> str:
    """Return the time of a time stamp over some bytes, as openssl says it.

    authority is a file of certificates that are trusted to have issued the authority's own.
    Raises Faulty where the stamp is not one over these bytes, or not that authority's.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "stamp").write_bytes(stamp)
        (folder / "stamped").write_bytes(stamped)
        command = ["openssl", "ts", "-verify", "-in", "stamp", "-data", "stamped"]
        said = _run([*command, "-CAfile", str(authority.absolute())], folder)
        require(said.returncode == 0, f"the time stamp does not hold: {_reason(said.stderr)}")
        shown = _run(["openssl", "ts", "-reply", "-in", "stamp", "-text"], folder)
    match = _TIME.search(shown.stdout.decode(errors="replace"))
    require(match is not None, "the time stamp says no time")
    return match[1].strip() if match else ""


def _run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(
            command, cwd=folder, capture_output=True, timeout=SECONDS_MAX, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Faulty(f"the program openssl cannot be used ({error})") from error


def _reason(said: bytes) -> str:
    """Return the last reason that openssl gives, out of its line of codes."""
    reasons = re.findall(r":([a-z][^:]+):(?:\.\./)*crypto/", said.decode(errors="replace"))
    return str(reasons[-1]) if reasons else "openssl refuses it"
