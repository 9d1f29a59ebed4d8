"""What the tests of take-over share: a journal of its own, and where the real folders are."""

import gzip
import io
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from adapters.settings import Settings
from adapters.system import System, SystemBus
from adapters.takeover.run import take_over
from adapters.wiring import open_system
from tests.style.trees import ROOT

BANK = {
    "log_id": "main",
    "institution": "First Bank",
    "log_name": "bank.example/audit",
    "time_zone": "Asia/Shanghai",
    "currency": "CNY",
}


def opened() -> System:
    """Return a system in memory with an open journal."""
    system = open_system(Settings(database=":memory:"))
    system.bus("teller").run("log.open", BANK)
    return system


def bus() -> SystemBus:
    """Return the bus of a fresh system."""
    return opened().bus("teller")


def real(name: str) -> Path:
    """Return a folder of real files, or skip the test where it is not there."""
    folder = Path(os.environ.get("LOANFOLD_DATA") or ROOT.parent / "shared/data") / name
    if not (folder / "reconciliation.json").is_file():
        pytest.skip(f"there are no files of {name}: LOANFOLD_DATA names where they are")
    return folder


def write(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write compressed tables into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    return folder


def taken(source: str, folder: Path, on: SystemBus, quarantine: Path) -> tuple[int, list[str]]:
    """Take a folder over; return the exit code and the lines of the report."""
    report = io.StringIO()
    code = take_over(source, folder, on, report=report, quarantine=quarantine)
    return code, report.getvalue().splitlines()
