"""The log from the command line: keys, publishing, proofs, witnesses and clocks."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from adapters.cli.main import run
from adapters.evidence.faults import Faulty
from adapters.evidence.keys import Use, public_key
from adapters.evidence.proof import check_proof, read_proof
from tests.adapters.evidence.authority import create_authority, reply, serving
from tests.adapters.terminal import Said
from tests.village import lend, repay

ORIGIN = "qinghe.example/audit"


@pytest.fixture
def shell(bank, capsys, monkeypatch, tmp_path):
    """Return what runs a line on a bank in a file that has lent."""
    lend(bank.bus("zhao"))
    monkeypatch.setenv("LOANFOLD_DATABASE", str(tmp_path / "bank.db"))
    monkeypatch.chdir(tmp_path)

    def typed(*arguments: Any) -> Said:
        capsys.readouterr()
        try:
            code = run([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return typed


def test_the_log_is_signed_published_and_verified(shell, bank, tmp_path):
    made = shell("log", "keygen")
    assert made.code == 0
    log_key, export_key = made.out.splitlines()
    assert log_key.startswith(f"{ORIGIN}+") and export_key.startswith(f"{ORIGIN}/export+")
    first = shell("log", "publish", "--to", "public")
    assert first.code == 0 and first.out == shell("log").out
    kept = shell("log", "checkpoint").out
    Path("kept").write_text(kept)
    bank.bus("zhao").run("loan.record_repayment", repay("R1", "100.00", "2025-01-02"))
    assert shell("log", "publish", "--to", "public").code == 0
    verified = shell("log", "verify", "public", "--log-key", log_key, "--checkpoint", "kept")
    assert verified.code == 0
    assert "passed       earlier     it extends all 1 that you kept" in verified.out
    assert shell("log", "checkpoint", first.out.partition(":")[0]).out == kept
    assert (tmp_path / "bank.db.signing" / "log.key").stat().st_mode & 0o077 == 0


def test_a_restored_backup_is_not_signed_and_the_sentence_says_what_to_do(shell, bank, tmp_path):
    shell("log", "keygen")
    shell("backup", "--to", "backup", "--keys-to", "keys")
    bank.bus("zhao").run("loan.record_repayment", repay("R1", "100.00", "2025-01-02"))
    assert shell("log", "publish", "--to", "public").code == 0
    restored = ("--database", tmp_path / "old" / "bank.db")
    assert shell(*restored, "restore", "--from", "backup", "--keys-from", "keys").code == 0
    signing = tmp_path / "old" / "bank.db.signing"
    signing.symlink_to(tmp_path / "bank.db.signing")  # The folder of keys is the same.
    refused = shell(*restored, "log", "publish", "--to", "public")
    assert refused.code == 5
    assert "Nothing was signed" in refused.err and "Bring back the newest copy" in refused.err


def test_one_record_is_proved_without_the_log(shell, bank, tmp_path):
    key = shell("log", "keygen").out.splitlines()[0]
    shell("log", "publish", "--to", "public")
    proof = shell("log", "prove", "3", "--from", "public", "--log-key", key).out.encode()
    (leaf, _), *_ = bank.core.store.records(2, 1)
    trusted = public_key(tmp_path / "bank.db.signing", Use.LOG)
    assert check_proof(read_proof(proof), leaf.digest, trusted).origin == ORIGIN
    assert read_proof(proof).to_bytes() == proof
    with pytest.raises(Faulty, match="is not that of index 3"):
        check_proof(read_proof(proof), bytes(32), trusted)
    moved = read_proof(proof)._replace(place=2)
    with pytest.raises(Faulty, match="is not that of index 2"):
        check_proof(moved, leaf.digest, trusted)
    missing = shell("log", "prove", "99999", "--from", "public", "--log-key", key)
    assert missing.code == 1 and "has none of index 99999" in missing.err
    for text in (b"", b"c2sp.org/tlog-proof@v1\nindex 01\n\n", proof.replace(b"index", b"place")):
        with pytest.raises(Faulty):
            read_proof(text)


def test_a_witness_signs_and_its_signature_is_kept_and_published(shell, tmp_path):
    log_key = shell("log", "keygen").out.splitlines()[0]
    witness = shell(
        "witness", "keygen", "--folder", "w", "--name", "witness.example/w1"
    ).out.strip()
    shell("log", "publish", "--to", "public")
    asked = shell("log", "request", "--from", "public", "--log-key", log_key)
    Path("request").write_text(asked.out)
    signed = shell("witness", "sign", "request", "--folder", "w", "--log-key", log_key)
    assert signed.code == 0 and signed.out.startswith("— witness.example/w1 ")
    Path("lines").write_text(signed.out)
    done = shell("log", "cosigned", "lines", "--witness", witness, "--to", "public")
    assert done.code == 0, done.err
    said = shell("log", "verify", "public", "--log-key", log_key, "--witness", witness)
    assert "witness.example/w1 saw the first" in said.out
    # It may also look into the published log itself.
    again = shell("witness", "sign", "public", "--folder", "w", "--log-key", log_key)
    assert again.code == 0
    nobody = shell("log", "cosigned", "request", "--witness", witness)
    assert nobody.code == 1 and "no line is signed by" in nobody.err


def test_a_checkpoint_is_stamped_and_where_the_clock_is_not_reached_it_is_said(
    shell, monkeypatch, tmp_path
):
    shell("log", "keygen")
    create_authority(tmp_path / "tsa")
    monkeypatch.setenv("LOANFOLD_TSA_CA", str(tmp_path / "tsa" / "ca.pem"))
    monkeypatch.setenv("LOANFOLD_TSA", "http://127.0.0.1:9/")
    late = shell("log", "publish", "--to", "public")
    assert late.code == 5 and "was not reached" in late.err and "loanfold log stamp" in late.err
    assert Path("public/checkpoint").exists()  # It is signed; only the time is missing.
    with serving(lambda query: reply(tmp_path / "tsa", query)) as url:
        monkeypatch.setenv("LOANFOLD_TSA", url)
        stamped = shell("log", "stamp")
    assert stamped.code == 0, stamped.err
    size = shell("log").out.partition(":")[0]
    assert (tmp_path / "bank.db.signing" / "checkpoints" / f"{size}.tsr").exists()
    monkeypatch.delenv("LOANFOLD_TSA")
    assert shell("log", "stamp").code == 2


def test_a_key_device_signs_by_its_command(shell, tmp_path):
    subprocess.run(
        "openssl genpkey -algorithm ed25519 -out device.pem &&"
        " openssl pkey -in device.pem -pubout -out public.pem",
        shell=True,
        check=True,
    )
    (tmp_path / "sign.py").write_text(
        "import subprocess, sys, pathlib\n"
        "pathlib.Path('body').write_bytes(sys.stdin.buffer.read())\n"
        "subprocess.run('openssl pkeyutl -sign -inkey device.pem -rawin -in body', shell=True)\n"
    )
    command = f"{sys.executable} sign.py"
    made = shell("log", "keygen", "--use", "log", "--command", command, "--public", "public.pem")
    assert made.code == 0, made.err
    assert shell("log", "publish", "--to", "public").code == 0
    verified = shell("log", "verify", "public", "--log-key", made.out.strip())
    assert verified.code == 0
    assert not list((tmp_path / "bank.db.signing").glob("*.key"))
    assert shell("log", "keygen", "--command", command).code == 2


@pytest.mark.parametrize(
    ("line", "code", "what"),
    [
        (["log", "publish", "--to", "public"], 5, "make a key with `loanfold log keygen`"),
        (["log", "checkpoint"], 5, "make a key"),
        (["log", "verify", "nowhere", "--log-key", "bad"], 2, "a verifier key is one line"),
        (["log", "prove", "1", "--from", "nowhere", "--log-key", "bad"], 1, "a verifier key is"),
        (["witness", "sign", "nothing", "--folder", "w", "--log-key", "bad"], 1, "verifier key"),
        (["log", "keygen", "--use", "log", "--public", "x"], 2, "--command goes with --public"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(shell, line, code, what):
    said = shell(*line)
    assert (said.code, what in said.err) == (code, True), said
    assert "Traceback" not in said.err


def test_the_key_of_another_log_signs_nothing(shell, monkeypatch, tmp_path):
    assert shell("log", "keygen", "--use", "log", "--name", "other.example/audit").code == 0
    refused = shell("log", "publish", "--to", "public")
    assert refused.code == 5 and "the key is that of the log other.example/audit" in refused.err


def test_the_root_is_still_shown_by_log_alone(shell, bank):
    size, root = bank.core.journal.root()
    assert shell("log").out == f"{size}:{root}\n"
    assert json.loads(shell("log", "--json").out) == {"size": size, "root": root}
