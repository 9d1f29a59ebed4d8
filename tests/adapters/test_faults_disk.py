"""What a disk may do to the file of the journal: loss of power, no room, a failing call."""

import shutil

import pytest

from adapters.settings import Settings
from tests.faults.images import check, record
from tests.faults.injections import KINDS, inject
from tests.faults.kills import kill_writers
from tests.faults.load import folder_settings, open_log, say

COMMITS = 12

traced = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.fixture
def base(tmp_path):
    """Return the folder of a bank whose files are closed."""
    folder = tmp_path / "base"
    folder.mkdir()
    open_log(Settings(database=str(folder / "bank.db"), keys=folder / "keys"))
    return folder


def test_a_writer_killed_at_random_moments_loses_nothing(tmp_path):
    told = kill_writers(folder_settings(tmp_path), 10)
    say(told.line("SQLite, writer killed"))
    assert told.faults == []
    assert told.acknowledged >= told.times == 10


@traced
@pytest.mark.parametrize(("mode", "loses"), [((), False), (("NORMAL",), True)])
def test_no_loss_of_power_takes_what_was_acknowledged_but_without_waiting_it_does(
    base, tmp_path, mode, loses
):
    files = {"bank.db": (base / "bank.db").read_bytes()}
    events = record(base, COMMITS, *mode)
    assert sum(event.kind == "ack" for event in events) == COMMITS
    found = check(files, events, sample=60, folder=tmp_path / "image")
    say(f"{mode or 'FULL'}: {found}")
    assert (found.corrupt, found.lossy > 0) == (0, loses)
    assert found.images >= 90


@traced
@pytest.mark.parametrize("kind", KINDS)
def test_a_call_that_fails_loses_nothing(base, tmp_path, kind):
    told = inject(base, tmp_path / "copy", f"{kind}:when=4", commits=5)
    assert (told.felt, told.faults) == (True, [])
