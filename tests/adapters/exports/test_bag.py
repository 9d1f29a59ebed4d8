"""The audit export: what is in it, verified by programs that nobody here wrote."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.evidence.heads import read_heads
from adapters.evidence.signer import Signer
from adapters.evidence.verifier import main as verify
from adapters.exports.files import PART
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
    for number, line in enumerate((bag / "data" / "records.jsonl").read_bytes().splitlines()):
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


def test_a_branch_gets_its_streams_whole_and_nothing_of_others(lent, signing, tmp_path):
    other = {**{"customer_id": "C9", "kind": "natural_person", "since": "2025-01-02"}}
    stranger = {"origin": {"system": "old", "reference": "9"}, "name": "王五"}
    lent.bus("qian", "B02").run("customer.register", {**other, **stranger})
    lent.bus("zhao", "B01").run("day.close", {"day": "2025-03-01"})
    for branch in ("B01", "B02"):
        desk_of(lent, signing).audit(tmp_path / branch, AuditRequest(branch=branch))
    mine = (tmp_path / "B02" / "data" / "records.jsonl").read_text("utf-8")
    assert "customer-C9" in mine and "loan-L1" not in mine
    registers = (tmp_path / "B02" / "data" / "tables" / "loan_register.csv").read_text("utf-8")
    assert len(registers.splitlines()) == 1
    assert verify([str(tmp_path / "B02"), *keys(signing)]) == 0
    (heads,) = (tmp_path / "B02" / "data" / "heads").iterdir()
    assert list(read_heads(heads.read_bytes())) == ["customer-C9"]
    assert not (tmp_path / f"B02{PART}.views").exists()


def test_a_record_that_was_withheld_from_a_branch_is_missed(lent, signing, tmp_path, capsys):
    lent.bus("zhao", "B01").run("day.close", {"day": "2025-03-01"})
    bag = tmp_path / "bag"
    desk_of(lent, signing).audit(bag, AuditRequest(branch="B01"))
    lines = (bag / "data" / "records.jsonl").read_bytes().splitlines(keepends=True)
    last = max(n for n, line in enumerate(lines) if b'"stream":"loan-L1"' in line)
    (bag / "data" / "records.jsonl").write_bytes(b"".join(lines[:last] + lines[last + 1 :]))
    capsys.readouterr()
    assert verify([str(bag), *keys(signing)]) == 1
    assert re.search("failed +closing +.*loan-L1 .*withheld", capsys.readouterr().out)


def test_a_customer_gets_what_names_the_customer(auditing, tmp_path, signing):
    auditing.audit(tmp_path / "bag", AuditRequest(customer="C1"))
    streams = {
        json.loads(line)["record"]["stream"].partition("-")[0]: line
        for line in (tmp_path / "bag" / "data" / "records.jsonl").read_bytes().splitlines()
    }
    assert streams.keys() == {"log", "identity", "customer", "loan"}
    assert not found_in(tmp_path / "bag", "customer-C2", "loan-L2")
    assert verify([str(tmp_path / "bag"), *keys(signing)]) == 0


def test_a_period_has_its_own_records_and_balances_as_of_its_end(lent, signing, clock, tmp_path):
    first = lent.core.journal.head() + 1
    clock.forward(days=2)
    refund = {"loan_id": "L1", "receipt_no": "R2", "amount": "100.00", "value_date": "2025-03-05"}
    lent.bus("zhao").run("loan.record_repayment", refund)
    desk = desk_of(lent, signing)
    day = clock().date().isoformat()
    desk.audit(tmp_path / "bag", AuditRequest(begin=day, until=day))
    records = (tmp_path / "bag" / "data" / "records.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["index"] for line in records] == [first]
    ledger = (tmp_path / "bag" / "data" / "tables" / "ledger.csv").read_text("utf-8")
    assert {line.split(",")[0] for line in ledger.splitlines()[1:]} == {str(first)}
    register = (tmp_path / "bag" / "data" / "tables" / "loan_register.csv").read_text("utf-8")
    (loan, _) = lent.bus("zhao").read("loan_register", {}).rows
    assert f",{loan['principal'].split()[0]},CNY," in register
    assert verify([str(tmp_path / "bag"), *keys(signing)]) == 0


def test_every_checkpoint_ever_given_out_is_in_the_next_export(auditing, tmp_path, signing):
    for name in ("one", "two", "three"):
        auditing.audit(tmp_path / name, AuditRequest())
    earlier = sorted(p.name for p in (tmp_path / "three" / "data" / "prior-checkpoints").iterdir())
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


def test_without_keys_nothing_is_written(lent, tmp_path):
    with pytest.raises(Unavailable, match="keygen"):
        desk_of(lent, tmp_path / "none").audit(tmp_path / "bag", AuditRequest())
    assert not (tmp_path / "bag").exists()


@pytest.mark.parametrize("begin", ["2099-01-01", "tomorrow"])
def test_a_period_without_records_or_days_is_refused(auditing, tmp_path, begin):
    with pytest.raises(Unreadable, match="--from"):
        auditing.audit(tmp_path / "bag", AuditRequest(begin=begin))
    assert not (tmp_path / "bag").exists()
