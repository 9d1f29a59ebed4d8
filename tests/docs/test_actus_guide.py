"""The guide to ACTUS does what it says: its commands run, and show what it shows."""

import subprocess

from tests.docs.test_tutorial import shell, shows, steps
from tests.style.trees import ROOT

__all__ = ["shell"]


def test_the_guide_to_actus_shows_what_happens(shell, tmp_path):
    told = list(steps((ROOT / "docs/guides/actus.md").read_text(encoding="utf-8")))
    assert len(told) >= 7
    for step in told:
        done = subprocess.run(
            ["sh", "-c", step.command],
            cwd=tmp_path,
            env={**shell, "LANG": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode()
        assert shows(step.shown, said), f"$ {step.command}\n{said}"
