"""Exports made to mislead, to fill memory or to reach outside: a sentence, and no trust."""

import json
import os
import shutil
from typing import Any

import pytest

from adapters.evidence.check_bag import PAYLOAD, TAGS
from adapters.evidence.check_log import check_log
from adapters.evidence.check_records import RECORDS, said_by
from adapters.evidence.check_table import EVENTS
from adapters.evidence.checkpoint import Checkpoint
from adapters.evidence.faults import Faulty
from adapters.evidence.folder import require_safe
from adapters.evidence.lines import read_line
from adapters.evidence.tiles import tile_path
from adapters.evidence.verification import FAILED, Finding, Verification
from adapters.evidence.verifier import verify
from adapters.settings import Settings
from adapters.wiring import open_system
from tests.adapters.evidence.bags import Desk, live
from tests.conftest import Clock
from tests.village import OPEN


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a bank and an export of it."""
    with open_system(Settings(database=":memory:"), Clock()) as system:
        system.bus("zhao").run("log.open", OPEN)
        desk = Desk(system, tmp_path_factory.mktemp("desk"))
        live(desk)
        desk.make_bag("bag")
        yield desk


@pytest.fixture
def bag(made, tmp_path):
    """Return a copy of the export."""
    return shutil.copytree(made.folder / "bag", tmp_path / "bag")


def failed(made, bag) -> dict[str, str]:
    """Return the checks that fail."""
    found = list(Verification(bag, made.trust()).findings())
    return {finding.check: finding.said for finding in found if finding.state == FAILED}


@pytest.mark.parametrize(
    "path",
    [
        *("../keys", "/etc/passwd", "data/../../keys", "data//x", "./data", "", "data/", "a\\b"),
        *("a\nb", "a\x00b", "a\x1b[2Jb", "data/\u202eexe", "c:x", "x" * 600, "\ud800"),
    ],
)
def test_a_path_that_leads_elsewhere_or_misleads_is_not_followed(path):
    with pytest.raises(Faulty, match="is no path of a file"):
        require_safe(path)


def test_a_manifest_that_names_a_file_outside_is_refused(made, bag):
    digest = "0" * 64
    for name in ("../outside", "data/../../outside", "/etc/passwd", "data/%0A"):
        shutil.copy(made.folder / "bag" / PAYLOAD, bag / PAYLOAD)
        with (bag / PAYLOAD).open("a") as file:
            file.write(f"{digest}  {name}\n")
        assert "is no path of a file in a folder" in failed(made, bag)["files"]


@pytest.mark.parametrize("path", [RECORDS, EVENTS, "data/log/checkpoint", "bag-info.txt", TAGS])
def test_a_link_is_not_followed(made, bag, path):
    (bag / path).unlink()
    (bag / path).symlink_to("/etc/passwd")
    found = failed(made, bag)
    assert found and all("/etc" not in said and "root:" not in said for said in found.values())
    assert any("link" in said for said in found.values())


def test_a_folder_that_is_a_link_and_a_pipe_are_seen(made, bag):
    shutil.move(bag / "data/log/tile", bag.parent / "tile")
    (bag / "data/log/tile").symlink_to(bag.parent / "tile")
    assert "link" in failed(made, bag)["files"] and "link" in failed(made, bag)["log"]
    (bag / "data/log/tile").unlink()
    shutil.move(bag.parent / "tile", bag / "data/log/tile")
    os.mkfifo(bag / "data/pipe")  # Whoever opens it waits for ever.
    assert "data/pipe is no plain file" in failed(made, bag)["files"]


def test_a_line_without_an_end_is_not_read_into_memory(made, bag):
    with (bag / RECORDS).open("ab") as file:
        file.truncate(200_000_000)  # Of zeros, and without a line feed; takes no room.
    assert "is longer than 1000000 bytes" in failed(made, bag)["records"]


def test_a_table_with_an_endless_cell_is_not_read_into_memory(made, bag):
    (bag / EVENTS).write_bytes(b"index,digest\n0," + b"x" * 3_000_000)
    assert "line 2 is longer than 1000000 bytes" in failed(made, bag)["events.csv"]
    (bag / EVENTS).write_bytes(b'index,digest\n0,"' + b"x\n" * 1_500_000)
    assert "field larger than" in failed(made, bag)["events.csv"]


@pytest.mark.parametrize(
    "damage",
    [
        ("data/log/checkpoint", b"\xff\xfe", "log", "not UTF-8"),
        ("data/log/checkpoint", b"x" * 2_000_000, "log", "longer than 1000000 bytes"),
        ("data/log/" + tile_path(-1, 0, 14), b"\x00\x00" * 238, "log", "no bundle of digests"),
        ("data/log/" + tile_path(0, 0, 14), b"", "log", "is not 448 bytes long"),
        (RECORDS, b'{"index":0}\n', "records", "line 1: a line is not an index"),
        (RECORDS, b"\xef\xbb\xbf{}\n", "records", "line 1"),
        (RECORDS, b'{"index":0', "records", "the file was cut off"),
        (EVENTS, b"", "events.csv", "no column index"),
        (EVENTS, b"index,digest\n0\n", "events.csv", "row 1 has another number of cells"),
        (EVENTS, b"index,digest\n\xff,1\n", "events.csv", "is no CSV"),
        ("bagit.txt", b"BagIt-Version: 9\n", "files", "does not declare a bag"),
        (PAYLOAD, b"zz  data/x\n", "files", "line 1 is not DIGEST  PATH"),
        (TAGS, b"\xff" * 10, "files", "the file was cut off"),
    ],
)
def test_what_is_damaged_is_named(made, bag, damage):
    path, content, check, what = damage
    (bag / path).write_bytes(content)
    assert what in failed(made, bag)[check]


def test_a_log_that_says_it_is_endless_is_not_walked(tmp_path):
    with pytest.raises(Faulty, match="is too large"):
        check_log(tmp_path, Checkpoint("log", 10**15, bytes(32)))


SOUND: dict[str, Any] = {
    **dict.fromkeys(("actor", "at", "cmd", "fmt", "log", "nonce", "stream", "type"), "x"),
    **{"branch": None, "cause": None, "prev": None, "schema": 1, "ver": 1, "data": {}},
    **{"approval": [], "policy": [], "sd": []},
}


@pytest.mark.parametrize(
    "record",
    [
        *(json.dumps({**SOUND, name: {"deep": 1}}).encode() for name in SOUND if name != "data"),
        *(json.dumps({n: SOUND[n] for n in SOUND if n != name}).encode() for name in SOUND),
        json.dumps({**SOUND, "ver": True}).encode(),
        json.dumps({**SOUND, "ver": 1.0}).encode(),
        json.dumps({**SOUND, "ver": float("nan")}).encode(),
        json.dumps(SOUND).encode()[:-1] + b',"ver":2}',
        b"[" * 100_000,
        b'"text"',
        b"\xff",
    ],
)
def test_a_record_that_is_not_of_its_form_or_means_two_things_is_refused(record):
    assert said_by(json.dumps(SOUND).encode()) == SOUND
    with pytest.raises(Faulty):
        said_by(record)


def test_what_would_steer_a_terminal_is_shown_as_an_escape():
    line = Finding("records", FAILED, "loan-\x1b[2J\u202e\ud800 清河").to_text()
    assert line.endswith(r"loan-\x1b[2J\u202e\ud800 清河")


def test_only_the_one_form_of_a_line_is_read():
    at = '"recorded_at":"2026-01-31T09:00:00.000000Z"'
    read_line(f'{{"index":1,{at},"record":{{}}}}\n'.encode())
    for text in ('{"index":01,%s,"record":{}}', '{"index":1, %s,"record":{}}', '{%s,"record":{}}'):
        with pytest.raises(Faulty):
            read_line((text % at).encode())


def test_a_log_in_the_place_of_an_export_is_none(made, tmp_path):
    log = shutil.copytree(made.folder / "bag/data/log", tmp_path / "log")
    found = failed(made, log)
    assert "bagit.txt is missing" in found["files"] and "signature" in found
    trust = made.trust(export=None, checkpoints=())
    assert not [f for f in Verification(log, trust).findings() if f.state == FAILED]


def test_a_missing_folder_is_no_export(made, tmp_path):
    said: list[str] = []
    assert verify(tmp_path / "nothing", made.trust(), said.append) == 2
    assert "is no folder" in said[0]
    (tmp_path / "empty").mkdir()
    assert verify(tmp_path / "empty", made.trust(), said.append) == 1
