"""The tests of style can fail: each finds what is planted for it, and nothing in a clean tree."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from tests.style import test_docs, test_layers, test_rules, test_tidy

AGGREGATES = ("domain/customer", "domain/loan")
CLEAN = {
    **{f"{room}/{name}.py": '"""Say it."""' for room in AGGREGATES for name in test_tidy.SIX_FILES},
    "domain/money.py": '"""Say it.\n\nSource: a law.\n"""\nfrom attrs import frozen\n',
    "domain/catalogue.py": '"""Say it."""\nfrom domain.loan.rules import R\n',
    "domain/loan/rules.py": '"""Say it."""\nfrom ..money import Money\nfrom . import state\n',
    "domain/processes/arrears.py": '"""Say it."""\nfrom domain.loan import rules\n',
    "projections/ledger.py": '"""Say it."""\nfrom domain.loan import rules\n',
    "adapters/cli/main.py": '"""Say it."""\nimport click\nfrom adapters import wiring\n',
    "adapters/codec.py": '"""Say it."""\nimport cattrs\nimport msgspec\n',
    "adapters/wiring.py": '"""Say it."""\nimport structlog\nfrom adapters.storage import core\n',
    "scripts/environment.py": '"""Say it."""\n',
    "scripts/run.py": '"""Say it."""\nimport os\nfrom environment import prepare\n',
}
RULES_PY, LEDGER, HTTP = "domain/loan/rules.py", "projections/ledger.py", "adapters/http/app.py"
IMPORTS = [
    (RULES_PY, "from eventsourcing.domain import Aggregate", "package eventsourcing"),
    (RULES_PY, "from domain.customer.rules import R", "domain.customer.rules.R"),
    (RULES_PY, "from ..customer import rules", "domain.customer.rules"),
    (RULES_PY, "from domain import customer", "domain.customer"),
    (RULES_PY, "def f():\n    import random", "random"),
    (RULES_PY, "from projections import ledger", "projections.ledger"),
    (RULES_PY, "from tests import specs", "tests.specs"),
    ("domain/money.py", "import domain.loan.rules", "domain.loan.rules"),
    (LEDGER, "import sqlite3", "sqlite3"),
    (LEDGER, "from adapters.intake import read", "adapters.intake.read"),
    (HTTP, "from adapters.storage.core import Core", "adapters.storage.core.Core"),
    (HTTP, "from ..cli import main", "adapters.cli.main"),
    (HTTP, "import adapters.wiring", "adapters.wiring"),
    (HTTP, "from adapters.system import System", "adapters.system.System"),
    ("adapters/system.py", "from adapters.cli import main", "adapters.cli.main"),
    ("adapters/bus.py", "from adapters.storage import core", "adapters.storage.core"),
    (HTTP, "import click", "package click"),
    (HTTP, "import msgspec", "package msgspec"),
    ("adapters/intake.py", "import eventsourcing", "package eventsourcing"),
    ("adapters/storage/core.py", "from adapters.http import app", "adapters.http.app"),
    ("scripts/run.py", "import domain.money", "domain.money"),
    ("scripts/run.py", "import attrs", "package attrs"),
]
IMPURITIES = [
    (RULES_PY, "x = datetime.now()", "clock by now"),
    (RULES_PY, "x = datetime.date.today()", "clock by today"),
    (RULES_PY, "x = Field(factory=datetime.now)", "clock by now"),
    (RULES_PY, "x = moment.utcnow()", "clock by utcnow"),
    (RULES_PY, "print(1)", "calls print"),
    (RULES_PY, "x = uuid.uuid4()", "calls uuid4"),
    (RULES_PY, "x = 0.1", "the float 0.1"),
    (LEDGER, "x = float(1)", "calls float"),
    (LEDGER, "open('x')", "calls open"),
    ("domain/loan/events.py", "from __future__ import annotations", "hides the real types"),
    (HTTP, "import os\nx = os.environ['X']", "reads the environment"),
]
DEEP = "def f(x):\n if x:\n  for y in x:\n   while y:\n    if y:\n     return 1"
LONG = "def f():\n" + "    x = 1\n" * 40
ARMS = "match x:\n" + "".join(f" case {n}: pass\n" for n in range(21))
UNTIDY = [
    (RULES_PY, "x = 1\n" * 201, "more than 200"),
    ("tests/test_long.py", "x = 1\n" * 301, "more than 300"),
    (HTTP, "x = '" + "x" * 100 + "'", "more than 100"),
    (HTTP, LONG, "f has 41 lines"),
    (HTTP, DEEP, "nests 4 branches"),
    (HTTP, "def f(self, a, b, c, d, e): ...", "5 positional"),
    (HTTP, ARMS, "21 arms"),
    (HTTP, "# TO" + "DO: later", "left over"),
    (HTTP, "print(1)", "prints"),
    (HTTP, "class LoanManager: ...", "LoanManager"),
    (HTTP, "def load_data(): ...", "load_data"),
    (HTTP, "def load(*, info): ...", "info"),
    ("tests/test_x.py", "def f(a, b, c, d, e): ...", "5 positional"),
    ("adapters/loan_utils.py", "", "module's name"),
    ("domain/lead", "", "no decisions.py"),
]
UNSAID = [
    (HTTP, "x = 1", "adapters/http/app.py has no docstring"),
    (HTTP, '"""Say it"""', "no whole sentence"),
    (HTTP, '"""Say it."""\ndef f(): ...', "f has no docstring"),
    (HTTP, '"""Say it."""\nclass A:\n    """Say."""\n    def g(self): ...', "g has no docstring"),
    ("domain/loan/due.py", '"""Say it."""', "names no source"),
    ("domain/numbers.py", '"""Say it."""', "names no source"),
]
PLANTED = [
    *((test_layers.faults, *row) for row in [*IMPORTS, *IMPURITIES]),
    *((test_tidy.faults, *row) for row in UNTIDY),
    *((test_docs.faults, *row) for row in UNSAID),
]
NAMES = [f"{path}-{expected}" for _, path, _, expected in PLANTED]


@frozen
class Rule:
    """A rule as the catalogue has them."""

    code: str
    says: str
    source: str


def plant(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("faults", [test_layers.faults, test_tidy.faults, test_docs.faults])
def test_nothing_is_found_in_a_clean_tree(faults, tmp_path):
    plant(tmp_path, CLEAN)
    assert faults(tmp_path) == []


@pytest.mark.parametrize(("faults", "path", "text", "expected"), PLANTED, ids=NAMES)
def test_what_is_planted_is_found(
    *, faults: Callable[[Path], list[str]], path: str, text: str, expected: str, tmp_path: Path
):
    file = path if path.endswith(".py") else f"{path}/rules.py"
    plant(tmp_path, {**CLEAN, file: text})
    assert any(path in fault and expected in fault for fault in faults(tmp_path))


def test_finding_is_enough_only_for_a_rule_that_is_not_required(tmp_path):
    tests = "given(L).when(C).then_found(WEIGHED, rules.REQUIRED)"
    plant(tmp_path, {"tests/test_x.py": tests, RULES_PY: "rules.REQUIRED.require(x > 1)"})
    assert test_rules.refusals(tmp_path) == {"WEIGHED"}


def test_rules_without_a_word_or_a_refusal_are_found(tmp_path):
    plant(tmp_path, {"tests/test_x.py": "given(L).when(C).then_refused(rules.SEEN, amount=1)"})
    good, bare = Rule("L-1", "A sum is whole.", "Manual 1"), Rule("L-1", "A sum", "")
    seen = test_rules.refusals(tmp_path)
    assert test_rules.faults({"SEEN": good}, seen) == []
    assert test_rules.faults({"SEEN": good, "BARE": bare}, seen) == [
        "two rules have the code L-1",
        "no test sees BARE refuse",
        "BARE does not say a whole sentence",
        "BARE names no source",
    ]
