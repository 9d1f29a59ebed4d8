"""The guide to limits does what it says, on a bank with a rated household and a mandate."""

import shlex

import pytest

from tests import credit_file, limit_file
from tests.adapters.terminal import Desk, Terminal
from tests.docs.test_tutorial import shows, steps
from tests.style.trees import ROOT

GUIDE = ROOT / "docs" / "guides" / "limits.md"


@pytest.fixture
def terminal(capsys, monkeypatch):
    """A terminal on a bank whose household C2 may get a limit, and that knows its neighbour."""
    with credit_file.bank_with_an_application() as system:
        limit_file.may_grant(system)
        system.bus("wang").run("customer.register", limit_file.NEIGHBOUR)
        yield Terminal(Desk(system), capsys, monkeypatch)


def test_the_guide_shows_what_happens(terminal):
    told = list(steps(GUIDE.read_text(encoding="utf-8")))
    assert len(told) > 8
    for step in told:
        said = terminal.type(*shlex.split(step.command)[1:])
        assert shows(step.shown, said.out + said.err), f"$ {step.command}\n{said.out}{said.err}"
