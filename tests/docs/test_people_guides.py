"""The guides to the organisation, to finding customers and to bills do what they say."""

import shlex
from datetime import UTC, datetime

import pytest

from adapters.settings import Settings
from adapters.system import HandClock
from adapters.wiring import open_system
from tests.adapters.terminal import Desk, Terminal
from tests.department import OPERATOR, TODAY, set_up
from tests.docs.test_tutorial import shows, steps
from tests.style.trees import ROOT
from tests.village import LI, OPEN, PRODUCT, ZHANG

START = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("page", "staffed"), [("organisation", False), ("find_customers", True), ("bills", True)]
)
def test_a_guide_shows_what_happens(page, staffed, capsys, monkeypatch):
    with open_system(Settings(database=":memory:"), HandClock(START)) as system:
        operator = system.bus(OPERATOR)
        operator.run("log.open", OPEN)
        operator.run("customer.register", ZHANG)
        if staffed:
            set_up(operator, system.bus("zhou"), TODAY)
            operator.run("customer.register", LI)
            operator.run("product.define", PRODUCT)
        terminal = Terminal(Desk(system), capsys, monkeypatch)
        told = list(steps((ROOT / "docs" / "guides" / f"{page}.md").read_text(encoding="utf-8")))
        assert len(told) > 10
        for step in told:
            line, _, given = step.command.partition(" <<'END'\n")
            arguments = shlex.split(line.replace("\\\n", " "))[1:]
            said = terminal.type(*arguments, stdin=given.removesuffix("END"))
            assert shows(step.shown, said.out + said.err), f"$ {line}\n{said.out}{said.err}"
