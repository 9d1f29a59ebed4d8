"""Exports that were made by earlier versions, and never again: every later one verifies them."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from adapters.evidence.lines import read_line
from adapters.evidence.verifier import main as verify
from adapters.storage.keys import Keys
from adapters.storage.records import read_record
from adapters.storage.scribe import Scribe

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.zip"))
PARTS = ("files", "signature", "log", "earlier", "records", "events.csv", "disclosures", "closing")


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def golden(request, tmp_path):
    """Return a folder with the export, its public keys, and a checkpoint that was kept."""
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(tmp_path)
    return tmp_path


def options(folder: Path) -> list[str]:
    keys = [f"--{use}-key={folder / 'signing' / f'{use}.vkey'}" for use in ("log", "export")]
    return [str(folder / "bag"), *keys, f"--checkpoint={folder / 'kept'}"]


def test_there_is_one_for_each_format():
    assert [path.stem for path in GOLDEN] == ["1"]


def test_this_version_verifies_it(golden, capsys):
    assert verify(options(golden)) == 0
    said = capsys.readouterr().out
    for part in PARTS:
        assert any(line.startswith("passed") and part in line for line in said.splitlines()), part


def test_the_verifier_that_it_carries_verifies_it(golden):
    alone = [sys.executable, "-I", str(golden / "bag" / "data" / "verify.py"), *options(golden)]
    done = subprocess.run(alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_its_records_are_still_read_as_events(golden):
    scribe = Scribe(Keys(None))
    records = (golden / "bag" / "data" / "records.jsonl").read_bytes().splitlines(keepends=True)
    events = [scribe.read_closed(read_record(read_line(line).record)) for line in records]
    assert {"LogOpened", "LoanDisbursed", "DayClosed", "ExportIssued"} <= {
        type(event).__name__ for event in events
    }


@pytest.mark.parametrize("path", ["data/records.jsonl", "data/log/checkpoint", "bag-info.txt"])
def test_with_one_byte_changed_it_does_not_hold(golden, path):
    content = bytearray((golden / "bag" / path).read_bytes())
    content[len(content) // 2] ^= 1
    (golden / "bag" / path).write_bytes(content)
    assert verify(options(golden)) == 1
