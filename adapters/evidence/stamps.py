"""Time stamps from an authority: asked for over HTTP, checked by openssl before they are kept.

Source: RFC 3161 (requests, replies; section 3.4 for HTTP).
"""

import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from adapters.evidence.check_stamp import STAMP_BYTES_MAX, check_stamp
from adapters.evidence.faults import Faulty
from adapters.problems import Unavailable

SECONDS_MAX: Final = 20


@frozen
class Authority:
    """A time-stamping authority, and the certificates that its own are trusted by."""

    url: str
    certificates: Path

    def stamp(self, stamped: bytes) -> bytes:
        """Return a time stamp over some bytes, checked.

        Raises Unavailable where the authority is not reached, refuses, or answers what does not
        hold; then there is no time stamp, and nothing else has changed.
        """
        if not self.url.startswith(("http://", "https://")):
            raise Unavailable(f"the time-stamping authority {self.url!r} is no http address")
        if not self.certificates.is_file():
            raise Unavailable(
                f"{self.certificates} is missing: name the file of certificates that the"
                " authority's own are checked with (LOANFOLD_TSA_CA)"
            )
        reply = self._ask(_query(stamped))
        try:
            check_stamp(reply, stamped, self.certificates)
        except Faulty as error:
            raise Unavailable(
                f"{self.url} answered, but {error}: no time stamp was kept"
            ) from error
        return reply

    def _ask(self, query: bytes) -> bytes:
        request = urllib.request.Request(
            self.url, data=query, headers={"Content-Type": "application/timestamp-query"}
        )
        try:
            with urllib.request.build_opener(_Straight).open(request, timeout=SECONDS_MAX) as reply:
                content: bytes = reply.read(STAMP_BYTES_MAX + 1)
        except (OSError, urllib.error.URLError, ValueError) as error:
            raise Unavailable(
                f"the time-stamping authority {self.url} was not reached ({error}): there is no"
                " time stamp; ask again later with `loanfold log stamp`"
            ) from error
        if len(content) > STAMP_BYTES_MAX:
            raise Unavailable(f"{self.url} answered with more than a time stamp")
        return content


class _Straight(urllib.request.HTTPRedirectHandler):
    """Goes nowhere but where it was sent."""

    def redirect_request(self, *_: Any) -> None:
        """Follow no redirection."""


def _query(stamped: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "stamped").write_bytes(stamped)
        command = ["openssl", "ts", "-query", "-data", "stamped", "-sha256", "-cert", "-no_nonce"]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Unavailable(f"the program openssl is needed for time stamps ({error})") from error
    return done.stdout
