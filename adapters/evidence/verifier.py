"""Verify an audit export, or a published log, without the program that made it.

It needs Python 3.11 and one of these: the package cryptography, or the program openssl.  The keys
are those that you were given by another way than the export.

    python3 verify.py BAG --log-key log.vkey --export-key export.vkey
"""

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from adapters.evidence.faults import Faulty
from adapters.evidence.note import Key
from adapters.evidence.verification import FAILED, NOT_CHECKED, Trust, Verification, key_of

HOLDS, FAULTY, UNUSABLE = 0, 1, 2  # Exit codes.


def verify(folder: Path, trust: Trust, say: Callable[[str], object]) -> int:
    """Verify an export or a log, say what comes of each check, and return the exit code."""
    if not folder.is_dir():
        say(f"{folder} is no folder")
        return UNUSABLE
    found = []
    for finding in Verification(folder, trust).findings():
        say(finding.to_text())
        found.append(finding)
    failed = [finding.check for finding in found if finding.state == FAILED]
    if failed:
        say(f"IT DOES NOT HOLD: {', '.join(failed)}")
        return FAULTY
    left = [finding.check for finding in found if finding.state == NOT_CHECKED]
    say("IT HOLDS" + (f", as far as it was checked: without {', '.join(left)}" if left else ""))
    return HOLDS


def _key(text: str) -> Key:
    try:
        return key_of(text)
    except Faulty as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line: 0 where it holds, 1 where it does not, 2 for what is no input."""
    parser = argparse.ArgumentParser(prog="verify", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="an export (bag), or a published log")
    parser.add_argument("--log-key", type=_key, required=True, help="file or text NAME+ID+KEY")
    parser.add_argument("--export-key", type=_key, help="the key that signs exports")
    parser.add_argument("--witness", type=_key, action="append", default=[], help="its key")
    parser.add_argument("--tsa-ca", type=Path, help="certificates of the time-stamping authority")
    parser.add_argument("--checkpoint", type=Path, action="append", default=[], help="one you kept")
    parser.add_argument("--branch", action="append", default=[], help="should be whole; * for all")
    given = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # Also where the terminal knows ASCII alone.
        sys.stdout.reconfigure(errors="backslashreplace")
    trust = Trust(
        log=given.log_key,
        export=given.export_key,
        witnesses=tuple(given.witness),
        authority=given.tsa_ca,
        checkpoints=tuple(given.checkpoint),
        whole=tuple(given.branch),
    )
    return verify(given.folder, trust, lambda line: sys.stdout.write(f"{line}\n"))
