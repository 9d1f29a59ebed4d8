"""Every public thing says what it is, and every calculation where it comes from."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.style.trees import PRODUCT, ROOT, Source, sources, within

CALCULATIONS = {
    *("due", "interest", "money", "numbers", "rate", "retention", "schedule"),
    *("cycle", "day_count", "months", "settlement", "shift", "working_days"),
}
FULL_STOPS = (".", "。")

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | Definition


def faults(root: Path) -> list[str]:
    """Return the public things under this root that do not say what they are."""
    return [fault for source in sources(root, *PRODUCT) for fault in _faults(source)]


def _faults(source: Source) -> Iterator[str]:
    for name, node in _public(source.path, source.tree):
        lines = (ast.get_docstring(node, clean=False) or "").splitlines()
        if not lines:
            yield source.at(node, f"{name} has no docstring")
        elif not lines[0].rstrip().endswith(FULL_STOPS):
            yield source.at(node, f"the docstring of {name} begins with no whole sentence")
    if _calculates(source) and not _cites(source.text):
        yield f"{source.path}: calculates and names no source"


def _public(name: str, node: Documented) -> Iterator[tuple[str, Documented]]:
    """Yield a node and what is public in it; what is inside a function is not."""
    yield name, node
    if isinstance(node, ast.Module | ast.ClassDef):
        for child in node.body:
            if isinstance(child, Definition) and not _is_private(child):
                yield from _public(child.name, child)


def _is_private(node: Definition) -> bool:
    """Say whether a definition is hidden, or goes on with another: an overload or a setter."""
    endings = {ast.unparse(decorator).split(".")[-1] for decorator in node.decorator_list}
    return node.name.startswith("_") or not endings.isdisjoint({"overload", "setter"})


def _calculates(source: Source) -> bool:
    """Say whether a file of the domain is one that calculates."""
    name = source.path.rsplit("/", 1)[-1].removesuffix(".py")
    return within(source.module, "domain") and name in CALCULATIONS


def _cites(text: str) -> bool:
    return any(line.strip(" #\"'").startswith("Source:") for line in text.splitlines())


def test_every_public_thing_says_what_it_is():
    found = faults(ROOT)
    assert not found, "\n".join(found)
