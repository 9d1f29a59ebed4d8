"""A desk for exports of a small bank."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.evidence.keys import Use, create_key, signing_key
from adapters.evidence.signer import Signer, create_signer
from adapters.exports.bag_tags import Seal
from adapters.exports.desk import ExportDesk
from adapters.storage.outgoing import Outgoing
from adapters.system import System
from tests.adapters.exports.lending import lend_out


def desk_of(system: System, signing: Path | None = None) -> ExportDesk:
    """Return the desk of a system, which signs with the keys in a folder."""
    core, clock = system.core, system.clock

    def today() -> date:
        at: datetime = clock()
        return core.journal.day_of(at)

    def sign() -> tuple[Signer, Seal]:
        assert signing is not None, "nothing signs here"
        return Signer(signing), Seal(signing_key(signing, Use.EXPORT))

    outgoing = Outgoing(core, system.views, today)
    return ExportDesk(outgoing, lambda *_: None, sign, system.bus("auditor").note)


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


@pytest.fixture
def signing(tmp_path: Path) -> Path:
    """Return a folder with the keys of the log and of its exports."""
    folder = tmp_path / "signing"
    create_signer(folder, "qinghe.example/audit")
    create_key(folder, Use.EXPORT, "qinghe.example/audit/export")
    return folder


@pytest.fixture
def auditing(lent: System, signing: Path) -> ExportDesk:
    """Return the desk of a bank that signs."""
    return desk_of(lent, signing)
