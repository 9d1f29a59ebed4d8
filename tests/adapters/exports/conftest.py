"""A desk for exports of a small bank."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.exports.desk import ExportDesk
from adapters.storage.outgoing import Outgoing
from adapters.system import System
from tests.adapters.exports.lending import lend_out


def desk_of(system: System) -> ExportDesk:
    """Return the desk of a system."""
    core, clock = system.core, system.clock

    def today() -> date:
        at: datetime = clock()
        return core.journal.day_of(at)

    return ExportDesk(Outgoing(core, system.views, today), lambda *_: None)


@pytest.fixture
def lent(system: System, clock) -> System:
    """Return a bank that has lent, in March 2025."""
    clock.forward(days=60)
    lend_out(system)
    return system


@pytest.fixture
def desk(lent: System) -> ExportDesk:
    """Return its desk."""
    return desk_of(lent)


Filed = Callable[[str], Path]


@pytest.fixture
def file_pack(desk: ExportDesk, tmp_path: Path) -> Filed:
    """Return what files a pack of EAST for February 2025."""

    def filed(name: str, **how: str) -> Path:
        asked: Any = {"in_effect_on": "2025-02-28", "known_by": None, "since": "2025-01-31"}
        desk.east(tmp_path / name, **{"encoding": "utf-8", **asked, **how})
        return tmp_path / name

    return filed
