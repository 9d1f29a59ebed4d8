"""Every rule can be cited, and has been seen refusing."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.style.trees import ROOT, sources

FULL_STOPS = (".", "。")


def refusals(root: Path) -> set[str]:
    """Return the names of the rules that some test under this root expects to refuse.

    A rule that only weighs what another system stated refuses nothing; a test sees it find.
    """
    return {
        _last_name(argument)
        for source in sources(root, "tests")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in ("then_refused", "then_found")
        for argument in node.args
    }


def _last_name(node: ast.expr) -> str:
    """Return WITHIN_DUE for WITHIN_DUE and for rules.WITHIN_DUE."""
    return ast.unparse(node).split(".")[-1]


def faults(rules: Mapping[str, Any], seen: Iterable[str]) -> list[str]:
    """Return what is wrong with these rules, of which the seen ones are refused by in tests."""
    codes = Counter(rule.code for rule in rules.values())
    twice = [f"two rules have the code {code}" for code, count in codes.items() if count > 1]
    unseen = [f"no test sees {name} refuse" for name in sorted(rules.keys() - set(seen))]
    return [*twice, *unseen, *(f for name, rule in rules.items() for f in _wordings(name, rule))]


def _wordings(name: str, rule: Any) -> Iterator[str]:
    """Yield what a rule does not say of itself."""
    if not rule.code:
        yield f"{name} has no code"
    if not rule.says.endswith(FULL_STOPS):
        yield f"{name} does not say a whole sentence"
    if not rule.source:
        yield f"{name} names no source"


def test_every_rule_is_whole_and_seen_refusing():
    from domain.catalogue import RULES

    assert RULES
    found = faults(RULES, refusals(ROOT))
    assert not found, "\n".join(found)
