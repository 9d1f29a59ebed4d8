"""Bags that mean harm, or were cut short: a sentence, and nothing half-trusted."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from adapters.evidence.check_bag import PAYLOAD, TAGS
from adapters.evidence.keys import Use, create_key, signing_key
from adapters.evidence.signer import Signer, create_signer
from adapters.evidence.verifier import main as verify
from adapters.exports.bag_tags import Seal, close_bag
from adapters.exports.files import PART
from adapters.pinned import AuditRequest
from adapters.problems import Unavailable
from tests.adapters.exports.conftest import desk_of
from tests.adapters.exports.lending import lend_out


@pytest.fixture
def bag(auditing, tmp_path):
    auditing.audit(tmp_path / "bag", AuditRequest(recipient="审计署", purpose="年度审计"))
    return tmp_path / "bag"


def sealed_again(bag: Path, signing: Path) -> None:
    """Make the manifests anew and sign them, as an insider with the key of exports can."""
    for path in bag.iterdir():
        if path.is_file():
            path.unlink()
    close_bag(bag, {"Loanfold-Scope": "whole"}, Seal(signing_key(signing, Use.EXPORT)))


def said(bag: Path, signing: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Verify by the file in a bag of ours, expect a fault, and return what it says."""
    capsys.readouterr()
    keys = [f"--log-key={signing / 'log.vkey'}", f"--export-key={signing / 'export.vkey'}"]
    assert verify([str(bag), *keys]) == 1
    found = capsys.readouterr().out
    assert "IT DOES NOT HOLD" in found
    return found


def replace(path: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def spoil(bag: Path) -> None:
        content = (bag / path).read_bytes()
        assert old in content
        (bag / path).write_bytes(content.replace(old, new, 1))

    return spoil


def append(path: str, content: bytes) -> Callable[[Path], None]:
    def spoil(bag: Path) -> None:
        with (bag / path).open("ab") as file:
            file.write(content)

    return spoil


def link(bag: Path) -> None:
    (bag / "data" / "events.csv").unlink()
    (bag / "data" / "events.csv").symlink_to("/etc/hostname")


def device(bag: Path) -> None:
    os.mkfifo(bag / "data" / "pipe")


def giant(bag: Path) -> None:
    """Put a line of a gigabyte at the front, sparse on the disk."""
    with (bag / "data" / "records.jsonl").open("wb") as file:
        file.truncate(1 << 30)


def flip(path: str) -> Callable[[Path], None]:
    def spoil(bag: Path) -> None:
        content = bytearray((bag / path).read_bytes())
        content[len(content) // 2] ^= 1
        (bag / path).write_bytes(content)

    return spoil


DIGEST = hashlib.sha256(b"").hexdigest()
UNSIGNED = {
    "a path out of the folder": (
        append(PAYLOAD, f"{DIGEST}  data/../../passwd\n".encode()),
        "no path of a file in a folder",
    ),
    "an absolute path": (append(PAYLOAD, f"{DIGEST}  /etc/passwd\n".encode()), "no path of a file"),
    "a path that turns the direction": (
        append(PAYLOAD, f"{DIGEST}  data/\u202etxt.exe\n".encode()),
        "no path of a file in a folder",
    ),
    "a link": (link, "is a link"),
    "a pipe": (device, "is no plain file"),
    "a file too many": (append("data/extra", b"x"), "in no manifest"),
    "a line of a gigabyte in a manifest": (append(TAGS, b"0" * 4000), "longer than"),
}


@pytest.mark.parametrize("name", UNSIGNED)
def test_a_bag_with_what_it_should_not_hold_is_refused(bag, signing, capsys, name):
    spoil, wanted = UNSIGNED[name]
    spoil(bag)
    assert wanted in said(bag, signing, capsys)


SIGNED = {
    "a line of a gigabyte": (giant, "line 1 is longer than"),
    "a tile with a bit flipped": (flip("data/log/tile/0/000.p/{size}"), "tile/0/000"),
    "an entry with a bit flipped": (flip("data/log/tile/entries/000.p/{size}"), "entries"),
    "a cell of the table": (replace("data/events.csv", b"zhao", b"qian"), "column actor"),
    "a formula in a cell": (replace("data/events.csv", b"zhao", b"=1+1"), "column actor"),
    "a control character in a cell": (replace("data/events.csv", b"zhao", b"zh\x1bo"), "column"),
    "a record": (replace("data/records.jsonl", b"12000.00", b"12000.01"), "not the record in"),
    "a byte between records": (
        replace("data/records.jsonl", b'{"index":1,', b'{"index": 1,'),
        "not an index",
    ),
    "an index": (replace("data/records.jsonl", b'{"index":2,', b'{"index":1,'), "after index"),
    "what a sealed field says": (
        replace("data/disclosures.jsonl", "张三".encode(), "张叁".encode()),
        "not sealed with it",
    ),
    "a disclosure of no record": (
        append("data/disclosures.jsonl", b'{"index":9999,"path":"","digest":"","disclosure":""}\n'),
        "of no record here",
    ),
    "a disclosure that is no JSON": (append("data/disclosures.jsonl", b"[" * 9 + b"\n"), "read"),
    "another log's name": (
        replace("data/log/checkpoint", b"qinghe.example/audit\n", b"other.example/audit\n"),
        "qinghe.example/audit",
    ),
}


@pytest.mark.parametrize("name", SIGNED)
def test_a_bag_that_an_insider_changed_and_signed_again_is_refused(bag, signing, capsys, name):
    spoil, wanted = SIGNED[name]
    size = (bag / "data" / "log" / "checkpoint").read_text("utf-8").splitlines()[1]
    if "flipped" in name:
        path = "data/log/tile/" + ("0" if "tile" in name else "entries") + f"/000.p/{size}"
        spoil = flip(path)
    spoil(bag)
    sealed_again(bag, signing)
    assert wanted in said(bag, signing, capsys)


@pytest.mark.parametrize("option", ["--log-key", "--export-key"])
def test_a_bag_is_not_that_of_another_key(bag, signing, capsys, option):
    other = bag.parent / "other"
    create_signer(other, "qinghe.example/audit")
    create_key(other, Use.EXPORT, "qinghe.example/audit/export")
    use = option.removeprefix("--").removesuffix("-key")
    keys = {f"--{u}-key": str(signing / f"{u}.vkey") for u in ("log", "export")}
    keys[option] = str(other / f"{use}.vkey")
    assert verify([str(bag), *(f"{name}={text}" for name, text in keys.items())]) == 1
    assert "failed" in capsys.readouterr().out


def test_a_formula_in_a_name_is_text_in_every_table_of_a_bag(lent, signing, tmp_path):
    lent.bus("=cmd|' /C calc'!A0").run("checklist.set", checklist())
    desk_of(lent, signing).audit(tmp_path / "bag", AuditRequest())
    for path in (tmp_path / "bag" / "data").rglob("*.csv"):
        for line in path.read_text("utf-8").splitlines():
            assert not any(cell.lstrip('"').startswith("=") for cell in line.split(",")), path
    keys = [f"--{use}-key={signing / f'{use}.vkey'}" for use in ("log", "export")]
    assert verify([str(tmp_path / "bag"), *keys]) == 0


def checklist() -> dict[str, Any]:
    """Return a checklist, whose only text of note is who sets it."""
    return {
        "kind": "natural_person",
        "documents": ["identity_document"],
        "since": "2025-01-01",
        "source": "Credit rules 3",
    }


@pytest.mark.parametrize("room", [1, 40, 400, 900, 1300])
def test_a_full_disk_half_way_leaves_nothing_and_the_next_run_completes(
    lent, signing, tmp_path, room
):
    """The limit of a file's size stands for a disk that is full: the same error class."""
    desk = desk_of(lent, signing)
    before = lent.core.journal.head()
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room * 8, limit[1]))
        with pytest.raises(Unavailable, match="cannot be written"):
            desk.audit(tmp_path / "bag", AuditRequest())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, old)
    assert not (tmp_path / "bag").exists() and not (tmp_path / f"bag{PART}").exists()
    assert lent.core.journal.head() == before
    desk.audit(tmp_path / "bag", AuditRequest())
    keys = [f"--{use}-key={signing / f'{use}.vkey'}" for use in ("log", "export")]
    assert verify([str(tmp_path / "bag"), *keys]) == 0


def test_an_export_that_was_killed_leaves_no_bag_and_the_next_run_completes(
    bank, clock, signing, settings_in_file
):
    tmp_path = signing.parent
    clock.forward(days=60)
    lend_out(bank)
    command = (
        "import os, sys, adapters.exports.bag as bag\n"
        "bag.close_bag = lambda *_: os.kill(os.getpid(), 9)\n"
        "from adapters.cli.main import main\n"
        "main(sys.argv[1:])\n"
    )
    database = ["--database", settings_in_file.database]
    audit = [*database, "export", "audit", "--to", str(tmp_path / "bag")]
    environment = {**os.environ, "LOANFOLD_SIGNING": str(signing)}
    root = Path(__file__).parents[3]
    killed = subprocess.run(
        [sys.executable, "-c", command, *audit], cwd=root, env=environment, check=False
    )
    assert killed.returncode == -9
    assert not (tmp_path / "bag").exists() and (tmp_path / f"bag{PART}").exists()
    assert "disclosure.export_issued" not in {f.name for f in bank.core.journal.facts(-1, 999)}
    again = loanfold(audit, root, environment)
    assert again.returncode == 0, again.stderr
    assert not (tmp_path / f"bag{PART}").exists()
    verified = loanfold([*database, "export", "verify", "bag"], tmp_path, environment)
    assert verified.returncode == 0 and "IT HOLDS" in verified.stdout, verified.stderr


def loanfold(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "adapters.cli.main", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_time_stamp_that_cannot_be_had_leaves_no_export(lent, signing, tmp_path):
    def unreachable(_signature: bytes) -> bytes:
        raise Unavailable("the time-stamping authority was not reached: ask again later")

    seal = Seal(signing_key(signing, Use.EXPORT), unreachable)
    desk = evolve(desk_of(lent, signing), sign=lambda: (Signer(signing), seal))
    with pytest.raises(Unavailable, match="not reached"):
        desk.audit(tmp_path / "bag", AuditRequest())
    assert not list(tmp_path.glob("bag*"))


def test_what_cannot_be_recorded_is_not_handed_out(lent, signing, tmp_path):
    def full(_command: Any) -> None:
        raise Unavailable("the store did not take it")

    with pytest.raises(Unavailable, match="did not take it"):
        evolve(desk_of(lent, signing), record=full).audit(tmp_path / "bag", AuditRequest())
    assert not list(tmp_path.glob("bag*"))


def test_a_folder_beside_that_is_a_link_is_not_followed(auditing, tmp_path):
    target = tmp_path / "precious"
    target.mkdir()
    (target / "file").write_text("kept")
    (tmp_path / f"bag{PART}").symlink_to(target)
    with pytest.raises(Unavailable):
        auditing.audit(tmp_path / "bag", AuditRequest())
    assert (target / "file").read_text() == "kept"
    shutil.rmtree(target)
