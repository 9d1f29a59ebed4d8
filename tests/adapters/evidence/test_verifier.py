"""What the verifier says of an export, whole or in part, in the product and as one file."""

import subprocess
import sys

import pytest

from adapters.evidence.assemble import assemble
from adapters.evidence.check_bag import SIGNATURE, STAMP
from adapters.evidence.signer import Signer
from adapters.evidence.verifier import verify
from adapters.evidence.witness import Witness, create_witness, request_since
from tests.adapters.evidence.authority import authority
from tests.adapters.evidence.bags import Desk, live


@pytest.fixture
def desk(system, tmp_path):
    made = Desk(system, tmp_path)
    live(made)
    return made


def test_a_whole_export_holds(desk):
    said: list[str] = []
    assert verify(desk.make_bag("bag"), desk.trust(), said.append) == 0, "\n".join(said)
    assert said[-1] == "IT HOLDS, as far as it was checked: without time stamp, witness"


def test_as_one_file_with_the_standard_library_and_openssl_it_says_the_same(desk, tmp_path):
    bag = desk.make_bag("bag")
    said: list[str] = []
    verify(bag, desk.trust(), said.append)
    (tmp_path / "verify.py").write_text(assemble())
    keys = desk.keys
    command = [
        "verify.py",
        bag,
        "--log-key",
        keys / "log.vkey",
        "--export-key",
        keys / "export.vkey",
    ]
    done = subprocess.run(
        [sys.executable, "-S", "-I", *command, "--checkpoint", desk.kept],  # -S: no package.
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == said


def test_time_stamps_are_checked_with_the_certificates_of_their_authority(desk, tmp_path):
    with authority(tmp_path / "tsa") as clock:
        signer = Signer(desk.keys)
        for size in signer.given():
            signer.keep_stamp(size, clock.stamp(signer.stamped(size)))
        bag = desk.make_bag("bag")
        (bag / STAMP).write_bytes(clock.stamp((bag / SIGNATURE).read_bytes()))
    trust = desk.trust(authority=clock.certificates)
    said: list[str] = []
    assert verify(bag, trust, said.append) == 0, "\n".join(said)
    assert "the export was signed before" in said[2] and "records were there before" in said[2]
    first = next(iter(signer.stamps().values()))
    (bag / STAMP).write_bytes(first.read_bytes())
    assert verify(bag, trust, said.append) == 1
    assert said[-1] == "IT DOES NOT HOLD: time stamp"


def test_a_witness_is_asked_for_by_its_key(desk, tmp_path):
    key = create_witness(tmp_path / "w", "auditor.example/w1")
    checkpoint, signer = desk.publish(), Signer(desk.keys)
    asked = request_since(desk.folder / "log", 0, signer.open(checkpoint.size)[1], checkpoint.size)
    signer.add(checkpoint.size, Witness(tmp_path / "w").cosign(asked, signer.key, 1_764_072_000))
    other = create_witness(tmp_path / "x", "other.example/w1")
    bag = desk.make_bag("bag")
    said: list[str] = []
    assert verify(bag, desk.trust(witnesses=(other,)), said.append) == 1
    assert verify(bag, desk.trust(witnesses=(key,)), said.append) == 0, "\n".join(said)
    assert any("auditor.example/w1 saw the first" in line for line in said)
