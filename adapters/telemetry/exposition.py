"""A worker answers no HTTP but this: /metrics and /health, on a port of this machine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from adapters.problems import Unavailable


@contextmanager
def exposing(text: Callable[[], bytes], address: tuple[str, int]) -> Iterator[int]:
    """Answer at an address and yield the port; Unavailable where it is taken."""
    text()  # Whoever asked for metrics that are not kept is told so at once.

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = {"/metrics": text, "/health": _well}.get(self.path)
            said = found() if found else b"there is /metrics and /health\n"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: Any) -> None:
            """Say nothing of being asked."""

    try:
        server = ThreadingHTTPServer(address, Answer)
    except (OSError, OverflowError) as error:
        raise Unavailable(f"{address[0]}:{address[1]} cannot be answered at: {error}") from error
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _well() -> bytes:
    return b"ok\n"
