"""The audit export: what is in it, verified by programs that nobody here wrote."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from adapters.evidence.keys import Use, signing_key
from adapters.evidence.signer import Signer
from adapters.evidence.verifier import main as verify
from adapters.exports.bag_tags import Seal
from adapters.pinned import AuditRequest
from adapters.problems import Unavailable, Unreadable
from tests.adapters.evidence.authority import authority
from tests.adapters.exports.conftest import desk_of
from tests.village import NUMBERS

AUDIT = AuditRequest(recipient="审计署", purpose="年度审计")


@pytest.fixture
def bag(auditing, lent, tmp_path):
    """Return a whole export, after a day was closed."""
    lent.bus("zhao", "B01").run("day.close", {"day": "2025-03-01"})
    auditing.audit(tmp_path / "bag", AUDIT)
    return tmp_path / "bag"


def keys(signing: Path) -> list[str]:
    return ["--log-key", str(signing / "log.vkey"), "--export-key", str(signing / "export.vkey")]


def program(name: str, package: str) -> str:
    """Return where a program is; skips where it is missing."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is missing: install {package}")
    return found


def commands_of(bag: Path) -> list[str]:
    """Return the commands that the README of a bag shows, in order."""
    shown = re.findall(r"^\$ (.+)$", (bag / "data" / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(shown) == 11
    return shown


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("python3", "Python"),
        ("bagit.py", "bagit"),
        ("sha256sum", "coreutils"),
        ("openssl", "openssl"),
        ("ssh-keygen", "openssh-client"),
        ("frictionless", "frictionless"),
        ("duckdb", "duckdb"),
    ],
)
def test_the_commands_that_the_readme_shows_verify_it(bag, signing, name, package):
    """Each runs as it is shown, with the public keys beside the bag."""
    if name == "duckdb":
        pytest.importorskip("duckdb", reason="needs duckdb")
    else:
        program(name, package)
    folder = bag.parent
    for place in (*signing.glob("*.vkey"), *signing.glob("*.pem")):
        shutil.copy(place, folder)
    text = (bag / "data" / "README.md").read_text("utf-8")
    (folder / "allowed_signers").write_text(re.findall(r"```text\n(.+\n)```", text)[0])
    shown = [c for c in commands_of(bag) if name in c and "openssl ts" not in c]
    assert shown
    for command in shown:
        done = run(prepared(command, bag), folder)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def prepared(command: str, bag: Path) -> str:
    """Return a command with the two that it needs before it."""
    if "-in body" not in command:
        return command
    before = [c for c in commands_of(bag) if c.startswith("sed ")]
    return " && ".join([*before, command])


def test_the_verifier_in_the_bag_says_what_ours_says(bag, signing, capsys):
    ours = verify([str(bag), *keys(signing)])
    said = capsys.readouterr().out
    alone = [sys.executable, "-I", str(bag / "data" / "verify.py"), str(bag), *keys(signing)]
    done = subprocess.run(alone, capture_output=True, text=True, check=False)
    assert (ours, done.returncode) == (0, 0)
    assert said == done.stdout
    assert "IT HOLDS" in said and "failed" not in said


def test_the_ledger_balances_for_hledger(bag):
    done = subprocess.run(
        [program("hledger", "hledger"), "-f", str(bag / "data" / "ledger.hledger"), "check"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_ledger_is_read_by_beancount(bag):
    loader = pytest.importorskip("beancount.loader", reason="needs beancount")
    entries, errors, _ = loader.load_file(str(bag / "data" / "ledger.beancount"))
    assert entries and not errors


def test_the_index_stands_around_a_record_and_never_in_its_bytes(bag):
    lines = (bag / "data" / "records.jsonl").read_bytes().splitlines()
    assert lines
    for number, line in enumerate(lines):
        assert json.loads(line)["index"] == number
        assert "index" not in json.loads(line)["record"]


def test_an_export_is_recorded_with_whom_it_is_for_and_what_it_holds(bag, lent):
    (fact,) = [f for f in lent.core.journal.facts(-1, 999) if f.name == "disclosure.export_issued"]
    issued = fact.event
    assert (issued.recipient, issued.purpose, issued.personal) == ("审计署", "年度审计", True)
    assert (fact.context.actor, issued.size) == ("auditor", fact.index)
    done = run("sha256sum tagmanifest-sha256.txt", bag)
    assert issued.manifest == f"sha256:{done.stdout.split()[0]}"


def test_personal_data_leaves_for_a_named_recipient_and_purpose_only(auditing, tmp_path):
    unnamed = auditing.audit(tmp_path / "a", AuditRequest())
    assert "withheld" in " ".join(unnamed.remarks)
    redacted = AuditRequest(recipient="审计署", purpose="年度审计", redact=True)
    auditing.audit(tmp_path / "b", redacted)
    for name in ("a", "b"):
        assert not (tmp_path / name / "data" / "disclosures.jsonl").exists()
        assert not found_in(tmp_path / name, "张三", NUMBERS[0], "13800138000")


def found_in(folder: Path, *texts: str) -> list[str]:
    """Return the files below a folder that hold one of some texts, Parquet read open."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow")
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            said = path.read_bytes()
            if path.suffix == ".parquet":
                said += str(parquet.read_table(path).to_pylist()).encode()
            found += [str(path) for text in texts if text.encode() in said]
    return found


def test_what_sealed_fields_say_is_tied_to_the_records(bag):
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    query = """
        SELECT count(*), count(*) FILTER (WHERE contains(r.record.sd, d.digest)
                                            AND 'sha256:' || sha256(d.disclosure) = d.digest)
        FROM read_json('disclosures.jsonl') d JOIN read_json('records.jsonl') r USING ("index")
    """.replace("'disclosures", f"'{bag}/data/disclosures").replace(
        "'records", f"'{bag}/data/records"
    )
    total, tied = duckdb.execute(query).fetchone()
    assert total == tied > 0


def test_every_checkpoint_ever_given_out_is_in_the_next_export(auditing, tmp_path, signing):
    for name in ("one", "two", "three"):
        auditing.audit(tmp_path / name, AuditRequest())
    folder = tmp_path / "three" / "data" / "prior-checkpoints"
    earlier = sorted(p.name for p in folder.iterdir())
    first, second = (tmp_path / n / "data" / "log" / "checkpoint" for n in ("one", "two"))
    assert earlier == sorted(p.read_text().splitlines()[1] for p in (first, second))
    kept = ["--checkpoint", str(first), "--checkpoint", str(second)]
    assert verify([str(tmp_path / "three"), *keys(signing), *kept]) == 0


def test_the_time_of_an_earlier_checkpoint_travels_with_it(auditing, tmp_path, signing, capsys):
    auditing.audit(tmp_path / "one", AuditRequest())
    signer = Signer(signing)
    (size,) = signer.given()
    with authority(tmp_path / "tsa") as clock:
        signer.keep_stamp(size, clock.stamp(signer.stamped(size)))
    auditing.audit(tmp_path / "two", AuditRequest())
    trusted = ["--tsa-ca", str(clock.certificates)]
    assert verify([str(tmp_path / "two"), *keys(signing), *trusted]) == 0
    assert f"{size} records were there before" in capsys.readouterr().out


def test_the_time_stamp_of_an_earlier_checkpoint_goes_with_it(auditing, tmp_path, signing):
    auditing.audit(tmp_path / "one", AuditRequest())
    (size,) = Signer(signing).given()
    Signer(signing).keep_stamp(size, b"a stamp")
    auditing.audit(tmp_path / "two", AuditRequest())
    earlier = tmp_path / "two" / "data" / "prior-checkpoints"
    assert (earlier / f"{size}.tsr").read_bytes() == b"a stamp"
    assert verify([str(tmp_path / "two"), *keys(signing)]) == 0


def test_without_keys_nothing_is_written(lent, tmp_path):
    with pytest.raises(Unavailable, match="keygen"):
        desk_of(lent, tmp_path / "none").audit(tmp_path / "bag", AuditRequest())
    assert not (tmp_path / "bag").exists()


@pytest.mark.parametrize("begin", ["2099-01-01", "tomorrow"])
def test_a_period_without_records_or_days_is_refused(auditing, tmp_path, begin):
    with pytest.raises(Unreadable, match="--from"):
        auditing.audit(tmp_path / "bag", AuditRequest(begin=begin))
    assert not (tmp_path / "bag").exists()


def test_a_time_stamp_over_the_signature_is_verified_by_openssl(lent, signing, tmp_path):
    program("openssl", "openssl")
    with authority(tmp_path / "tsa") as clock:
        seal = Seal(signing_key(signing, Use.EXPORT), clock.stamp)
        desk = evolve(desk_of(lent, signing), sign=lambda: (Signer(signing), seal))
        report = desk.audit(tmp_path / "bag", AUDIT)
    assert not any("time stamp" in remark for remark in report.remarks)
    shutil.copy(clock.certificates, tmp_path / "tsa-ca.pem")
    (shown,) = [c for c in commands_of(tmp_path / "bag") if c.startswith("openssl ts")]
    assert run(shown, tmp_path).returncode == 0
    given = [str(tmp_path / "bag"), *keys(signing), "--tsa-ca", str(tmp_path / "tsa-ca.pem")]
    assert verify(given) == 0
    forged = tmp_path / "bag" / "tagmanifest-sha256.txt.ed25519"
    forged.write_bytes(bytes(64))
    assert verify(given) == 1


def test_without_the_library_of_parquet_tables_are_csv(auditing, tmp_path, monkeypatch):
    for module in ("bag_payload", "desk"):
        monkeypatch.setattr(f"adapters.exports.{module}.has_parquet", lambda: False)
    report = auditing.audit(tmp_path / "bag", AuditRequest())
    assert any("install loanfold[tables]" in remark for remark in report.remarks)
    tables = [path.suffix for path in (tmp_path / "bag" / "data" / "tables").iterdir()]
    assert set(tables) == {".csv"}
