"""The guide to approvals does what it says, down to the digest that an outsider computes."""

import shlex
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

from adapters.cli.main import run
from adapters.settings import Settings
from adapters.wiring import Tools
from tests.approving import bank_with_a_report
from tests.docs.test_tutorial import shows, steps
from tests.style.trees import ROOT

GUIDE = ROOT / "docs" / "guides" / "approve.md"


class Open(Tools):
    """The tools of a system that stays open."""

    def close(self) -> None:
        """Leave it open."""


def done(command: str, folder: Path) -> str:
    """Return what a program that is not ours writes."""
    called = subprocess.run(shlex.split(command), cwd=folder, capture_output=True, check=True)
    return called.stdout.decode()


def test_the_guide_shows_what_happens(tmp_path, capsys, monkeypatch):
    told = list(steps(GUIDE.read_text(encoding="utf-8")))
    assert len(told) > 9
    with bank_with_a_report() as system:

        def opened(settings: Settings) -> Tools:
            tools = Open(settings)
            tools._system = system
            return tools

        everything = ""
        for step in told:
            line, _, given = step.command.partition(" <<'END'\n")
            line, _, file = line.replace("\\\n", " ").partition(" > ")
            if line.startswith("loanfold "):
                monkeypatch.setattr(
                    sys, "stdin", TextIOWrapper(BytesIO(given.removesuffix("END").encode()))
                )
                run(shlex.split(line)[1:], opened)
                wrote = capsys.readouterr()
                said = wrote.out + wrote.err
            else:
                said = done(line, tmp_path)
            if file:
                (tmp_path / file).write_text(said)
            everything += said
            assert shows(step.shown, "" if file else said), f"$ {line}\n{said}"
        said_by_sha256sum = done("sha256sum heads", tmp_path).split()[0]
        assert everything.count(f"digest of the file: sha256:{said_by_sha256sum}") == 1
