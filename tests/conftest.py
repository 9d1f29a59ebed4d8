"""A system in memory, a system in a file, and a clock that stands until it is set."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from adapters.settings import Settings
from adapters.system import System
from adapters.wiring import open_system
from tests.server import Server, programs, running
from tests.village import OPEN

settings.register_profile("loanfold", deadline=None, derandomize=True, max_examples=60)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "loanfold"))


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        """Stand at a morning in January 2025."""
        self.at = datetime(2025, 1, 2, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.at

    def forward(self, **spent: float) -> None:
        """Let time pass."""
        self.at += timedelta(**spent)


@pytest.fixture
def clock() -> Clock:
    """Return a clock."""
    return Clock()


@pytest.fixture
def settings_in_file(tmp_path: Path) -> Settings:
    """Return settings with a database in a folder of the test's own."""
    return Settings(database=str(tmp_path / "bank.db"), actor="zhao")


@pytest.fixture
def system(clock: Clock) -> Iterator[System]:
    """Return an opened system in memory."""
    with open_system(Settings(database=":memory:"), clock) as opened:
        opened.bus("zhao").run("log.open", OPEN)
        yield opened


@pytest.fixture
def bank(settings_in_file: Settings, clock: Clock) -> Iterator[System]:
    """Return an opened system in a file."""
    with open_system(settings_in_file, clock) as opened:
        opened.bus("zhao").run("log.open", OPEN)
        yield opened


@pytest.fixture(scope="session")
def servers() -> Iterator[Callable[[str], Server]]:
    """Return running PostgreSQL servers by where they come from; skips where there is none."""
    with ExitStack() as stack:
        started: dict[str, Server] = {}

        def server(which: str = "wheel") -> Server:
            if which not in started:
                if programs(which) is None:
                    pytest.skip(f"no PostgreSQL of {which} is installed")
                started[which] = stack.enter_context(running(which))
            return started[which]

        yield server


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Return the folder of real data; skips where it is missing."""
    return _folder("LOANFOLD_DATA", "data")


@pytest.fixture(scope="session")
def reference() -> Path:
    """Return the folder of reference figures; skips where it is missing."""
    return _folder("LOANFOLD_REFERENCE", "reference")


def _folder(variable: str, name: str) -> Path:
    beside = Path(__file__).resolve().parents[2] / "shared" / name
    folder = Path(os.environ.get(variable) or beside)
    if not folder.is_dir():
        pytest.skip(f"{variable} is not set and {name} is not beside the repository")
    return folder
