"""The guide to investigating and rating does what it says, on a bank with an application."""

import shlex

import pytest

from tests import credit_file
from tests.adapters.terminal import Desk, Terminal
from tests.docs.test_tutorial import shows, steps
from tests.style.trees import ROOT

GUIDE = ROOT / "docs" / "guides" / "investigate.md"


@pytest.fixture
def terminal(capsys, monkeypatch):
    """A terminal on a bank with a household whose application was admitted."""
    with credit_file.bank_with_an_application() as system:
        yield Terminal(Desk(system), capsys, monkeypatch)


def test_the_guide_shows_what_happens(terminal):
    told = list(steps(GUIDE.read_text(encoding="utf-8")))
    assert len(told) > 10
    for step in told:
        line, _, given = step.command.partition(" <<'END'\n")
        arguments = shlex.split(line.replace("\\\n", " "))[1:]
        said = terminal.type(*arguments, stdin=given.removesuffix("END"))
        assert shows(step.shown, said.out + said.err), f"$ {line}\n{said.out}{said.err}"
