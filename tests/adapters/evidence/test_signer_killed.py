"""What a signer said is remembered, whenever its process is killed."""

import os
import signal
import subprocess
import sys

import pytest

from adapters.evidence.checkpoint import open_checkpoint
from adapters.evidence.log import publish
from adapters.evidence.signer import Signer
from tests.adapters.evidence.growing import Growing, new_signer
from tests.style.trees import ROOT

SCRIPT = """
import sys
from pathlib import Path
from adapters.evidence.log import publish
from adapters.evidence.signer import Signer
from tests.adapters.evidence.growing import Growing

folder, journal = Path(sys.argv[1]), Growing()
for size in range(1, 100_000):
    publish(journal.grow(size), folder / "log", Signer(folder / "keys"))
    print(size, flush=True)
"""


@pytest.mark.parametrize("said", [1, 7, 40])
def test_every_checkpoint_that_was_given_out_is_remembered(tmp_path, said):
    signer = new_signer(tmp_path / "keys")
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert process.stdout is not None
    told = [int(process.stdout.readline()) for _ in range(said)]
    process.send_signal(signal.SIGKILL)
    told += [int(line) for line in process.stdout.read().splitlines()]
    process.wait()
    process.stdout.close()
    assert set(told) <= set(signer.given())
    assert signer.last().size >= told[-1]
    shown = open_checkpoint((tmp_path / "log" / "checkpoint").read_bytes(), signer.key)
    assert told[-1] <= shown.size <= signer.last().size
    size = signer.last().size + 1  # And it goes on from there.
    assert publish(Growing().grow(size), tmp_path / "log", Signer(tmp_path / "keys")).size == size
