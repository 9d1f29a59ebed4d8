"""A wire to a PostgreSQL server that can be cut: a socket in between, on the same machine."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import define, field

from tests.server import PORT, Server


@define
class Wire:
    """Passes bytes on, until it is told to lose the next message that holds a word."""

    listening: socket.socket
    server: Server
    word: bytes = b""  # b"": nothing is lost.
    deliver: bool = True  # The message arrives, and only its answer is lost.
    cuts: int = 0
    _lock: threading.Lock = field(factory=threading.Lock)

    def lose(self, word: bytes, *, deliver: bool) -> None:
        """Cut the connection at the next message that holds a word, before or after it arrives."""
        with self._lock:
            self.word, self.deliver = word, deliver

    def serve(self) -> None:
        """Take connections until the socket is closed."""
        while True:
            try:
                client, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._pass, args=(client,), daemon=True).start()

    def _pass(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as far:
            far.connect(str(self.server.folder / f".s.PGSQL.{PORT}"))
            back = threading.Thread(target=_copy, args=(far, client), daemon=True)
            back.start()
            while content := _read(client):
                if self._loses(content):
                    client.shutdown(socket.SHUT_RDWR)  # The answer finds nobody.
                    if self.deliver:
                        far.sendall(content)
                        back.join(5)
                    return
                far.sendall(content)

    def _loses(self, content: bytes) -> bool:
        with self._lock:
            if not self.word or self.word not in content:
                return False
            self.word = b""
            self.cuts += 1
            return True


def _copy(from_: socket.socket, to: socket.socket) -> None:
    with suppress(OSError):
        while content := _read(from_):
            to.sendall(content)


def _read(from_: socket.socket) -> bytes:
    with suppress(OSError):
        return from_.recv(1 << 16)
    return b""


@contextmanager
def wire_to(server: Server, folder: Path) -> Iterator[Wire]:
    """Lay a wire whose near end is a socket in a folder."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / f".s.PGSQL.{PORT}"))
        listening.listen()
        wire = Wire(listening, server)
        threading.Thread(target=wire.serve, daemon=True).start()
        yield wire
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
