"""The guide to policy, applications and admission does what it says."""

import shlex

import pytest

from tests.adapters.officers import open_bank
from tests.adapters.terminal import Desk, Terminal
from tests.docs.test_tutorial import shows, steps
from tests.style.trees import ROOT

GUIDE = ROOT / "docs" / "guides" / "apply.md"
bank = pytest.fixture(open_bank)


def test_the_guide_shows_what_happens(bank, capsys, monkeypatch):
    terminal = Terminal(Desk(bank), capsys, monkeypatch)
    told = list(steps(GUIDE.read_text(encoding="utf-8")))
    assert len(told) > 15
    for step in told:
        line, _, given = step.command.partition(" <<'END'\n")
        arguments = shlex.split(line.replace("\\\n", " "))[1:]
        said = terminal.type(*arguments, stdin=given.removesuffix("END"))
        assert shows(step.shown, said.out + said.err), f"$ {line}\n{said.out}{said.err}"
