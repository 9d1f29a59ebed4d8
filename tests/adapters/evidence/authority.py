"""A time-stamping authority on this machine: openssl behind a small server."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

from adapters.evidence.stamps import Authority

SETTINGS = """
[tsa]
default_tsa = here
[here]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
"""
PURPOSE = "extendedKeyUsage=critical,timeStamping"


def create_authority(folder: Path, days: int = 30) -> None:
    """Make an authority with a certificate of its own; ca.pem is what others trust."""
    folder.mkdir(parents=True)
    (folder / "tsa.cnf").write_text(SETTINGS)
    (folder / "serial").write_text("01\n")
    (folder / "purpose").write_text(PURPOSE)
    new = "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
    _run(f"{new} -x509 -subj /CN=Clock-CA -keyout ca.key -out ca.pem -days 365", folder)
    _run(f"{new} -subj /CN=Clock -keyout tsa.key -out tsa.csr", folder)
    sign = "openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -extfile purpose -out tsa.pem"
    _run(f"{sign} -days {days} -CAcreateserial", folder)


def reply(folder: Path, query: bytes) -> bytes:
    """Return the authority's reply to a request."""
    (folder / "query").write_bytes(query)
    made = "openssl ts -reply -config tsa.cnf -queryfile query -signer tsa.pem -inkey tsa.key"
    _run(f"{made} -chain ca.pem -out reply", folder)
    return (folder / "reply").read_bytes()


@contextmanager
def serving(answer: Callable[[bytes], bytes], status: int = 200) -> Iterator[str]:
    """Serve an authority on loopback, and give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def authority(folder: Path) -> Iterator[Authority]:
    """Make and serve an authority."""
    create_authority(folder)
    with serving(lambda query: reply(folder, query)) as url:
        yield Authority(url, folder / "ca.pem")


def _run(command: str, folder: Path) -> None:
    subprocess.run(command.split(), cwd=folder, capture_output=True, check=True)
