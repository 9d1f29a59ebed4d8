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

    A rule that only weighs what another system stated may refuse nothing: there it is enough
    that a test sees it find.  A rule that the domain requires must be seen refusing.
    """
    refused = {_last_name(call.args[0]) for call in _calls(root, "tests", "then_refused")}
    found = {_last_name(rule) for call in _calls(root, "tests", "then_found") for rule in call.args}
    required = {_last_name(call.func) for call in _calls(root, "domain", "require")}
    return refused | (found - required)


def _calls(root: Path, folder: str, method: str) -> Iterator[ast.Call]:
    """Yield the calls of a method below a folder; func is what it is called on."""
    for source in sources(root, folder):
        for node in ast.walk(source.tree):
            match node:
                case ast.Call(func=ast.Attribute(attr=name, value=owner)) if name == method:
                    yield ast.Call(func=owner, args=node.args, keywords=node.keywords)


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
