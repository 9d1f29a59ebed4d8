"""Real brokers for tests, each on loopback and in a folder of its own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pika
import pytest

RABBIT = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
START_SECONDS = 60


def free_port():
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def rabbit(folder: Path) -> Iterator[str]:
    """Run a RabbitMQ server of its own and yield its address; skip where it is not installed."""
    if not RABBIT.exists():
        pytest.skip("rabbitmq-server is not installed")
    port, dist, mapper = free_port(), free_port(), free_port()
    env = _environment(folder, port, dist, mapper)
    with open(folder / "server.log", "wb") as log:
        server = subprocess.Popen([str(RABBIT)], env=env, stdout=log, stderr=log)
    try:
        url = f"amqp://guest:guest@127.0.0.1:{port}/%2F"
        _await(url, server)
        yield url
    finally:
        server.terminate()
        server.wait()
        subprocess.run([shutil.which("epmd") or "epmd", "-port", str(mapper), "-kill"], env=env)


def _environment(folder: Path, port: int, dist: int, mapper: int) -> dict[str, str]:
    for name in ("home", "data", "logs"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "plugins").write_text("[].")
    (folder / "rabbit.conf").write_text(f"listeners.tcp.1 = 127.0.0.1:{port}\n")
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "RABBITMQ_NODENAME": f"loanfold{port}@localhost",
        "RABBITMQ_MNESIA_BASE": str(folder / "data"),
        "RABBITMQ_LOG_BASE": str(folder / "logs"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbit.conf"),
        "RABBITMQ_CONF_ENV_FILE": "/dev/null",
        "RABBITMQ_PID_FILE": str(folder / "pid"),
        "RABBITMQ_DIST_PORT": str(dist),
        "ERL_EPMD_PORT": str(mapper),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
    }


def _await(url: str, server: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends and server.poll() is None:
        try:
            pika.BlockingConnection(pika.URLParameters(url)).close()
            return
        except (pika.exceptions.AMQPError, OSError):
            time.sleep(0.2)
    pytest.fail("RabbitMQ did not start")
