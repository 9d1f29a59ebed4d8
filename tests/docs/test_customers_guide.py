"""The guide to customers does what it says: its commands run, and show what it shows."""

import subprocess

from tests.docs.test_tutorial import shell, shows, steps
from tests.style.trees import ROOT

__all__ = ["shell"]


def test_the_guide_to_customers_shows_what_happens(shell, tmp_path):
    told = list(steps((ROOT / "docs/guides/customers.md").read_text(encoding="utf-8")))
    assert len(told) > 8
    for step in told:
        done = subprocess.run(
            ["sh", "-c", step.command],
            cwd=tmp_path,
            env={**shell, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            check=False,
        )
        said = done.stdout.decode() + done.stderr.decode()
        assert shows(step.shown, said), f"$ {step.command}\n{said}"
