"""Which test shows which row of the feature inventory, and by which command or view.

A test says so itself: @pytest.mark.row("AP-03", shown_by="credit_application.admit").
"""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from adapters.cli.tools.index import TOOLS
from domain.catalogue import COMMANDS
from projections.catalogue import VIEWS

TESTS: Final = Path(__file__).resolve().parents[1]
GROUPS: Final = {
    "CU": "客户与客户关系 · customers",
    "MK": "营销获客 · leads and marketing",
    "PR": "产品与信贷政策 · products and policy",
    "AP": "申请受理与准入 · application and admission",
    "IV": "贷前调查 · investigation",
    "RL": "评级与授信 · rating and limits",
    "AV": "审查审批 · approval",
    "CT": "合同 · contracts",
    "CO": "担保与押品 · security",
    "DI": "放款 · disbursement",
    "RO": "岗位与责任 · posts and responsibility",
}
# Rows of the last group that the others do not stand on.
LATER: Final = ("RO-12", "RO-13")


@frozen
class Row:
    """A row of the inventory, in both languages."""

    number: str  # "AP-03".
    zh: str
    en: str


@frozen
class Mark:
    """A test that shows a row."""

    row: str
    test: str  # "tests/domain/collateral/test_taking.py::test_…".
    shown_by: tuple[str, ...]


def rows() -> Sequence[Row]:
    """Return the inventory, in its order."""
    lines = Path(__file__).with_name("inventory.tsv").read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines]


def marks(root: Path = TESTS) -> Sequence[Mark]:
    """Return what tests say they show, by file and line."""
    found: list[Mark] = []
    for path in sorted(root.rglob("test_*.py")):
        place = path.relative_to(root.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                found += _marked(f"{place}::{node.name}", node)
    return found


def _marked(test: str, node: ast.FunctionDef) -> Iterator[Mark]:
    for decorator in node.decorator_list:
        match decorator:
            case ast.Call(func=ast.Attribute(attr="row")):
                yield from _of_decorator(test, decorator)


def _of_decorator(test: str, call: ast.Call) -> Iterator[Mark]:
    shown = next((k.value for k in call.keywords if k.arg == "shown_by"), ast.Constant(""))
    by = _words(ast.literal_eval(shown))
    for said in call.args:
        numbers = ast.literal_eval(said.value if isinstance(said, ast.Starred) else said)
        text = numbers if isinstance(numbers, str) else " ".join(numbers)
        yield from (Mark(number, test, by) for number in _words(text))


def _words(text: str) -> tuple[str, ...]:
    """Return what a text lists, by commas or blanks."""
    return tuple(text.replace(",", " ").split())


def unknown(shown_by: str) -> bool:
    """Tell whether there is no such command, view or tool."""
    view = shown_by.removeprefix("views.")
    return not (shown_by in COMMANDS or (view != shown_by and view in VIEWS) or shown_by in TOOLS)


def faults(known: Sequence[Row], said: Sequence[Mark]) -> Sequence[str]:
    """Return what is wrong: rows that nothing shows, marks of nothing."""
    numbers, shown = {row.number for row in known}, {mark.row for mark in said}
    wanted = [row.number for row in known if row.number[:2] in GROUPS and row.number not in LATER]
    missing = [number for number in wanted if number not in shown]
    return [
        *(f"no test shows {number}" for number in missing),
        *(f"{m.test} marks {m.row}, which is no row" for m in said if m.row not in numbers),
        *(f"{m.test} does not say what shows {m.row}" for m in said if not m.shown_by),
        *(f"{m.test}: there is no {by}" for m in said for by in m.shown_by if unknown(by)),
    ]
