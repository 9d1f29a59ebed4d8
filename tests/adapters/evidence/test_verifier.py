"""What the verifier says of an export, whole or in part, in the product and as one file."""

import subprocess
import sys

import pytest

from adapters.evidence.assemble import assemble
from adapters.evidence.verifier import verify
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
