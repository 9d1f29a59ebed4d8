"""The product's sources as syntax trees, for the tests that look at its style."""

import ast
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("domain", "projections", "adapters", "scripts")


@frozen
class Source:
    """One Python file."""

    path: str  # From the root, with slashes.
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """The dotted name; that of the folder for an __init__ file."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def at(self, node: ast.AST, fault: str) -> str:
        """Return the fault with the place that it was found in."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {fault}"


def sources(root: Path, *folders: str) -> Iterator[Source]:
    """Yield the Python files below some folders of a tree, in order of their paths."""
    for path in sorted(file for folder in folders for file in (root / folder).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield Source(path.relative_to(root).as_posix(), text, ast.parse(text))


def within(module: str, *prefixes: str) -> bool:
    """Say whether a dotted name is one of the prefixes or lies below one."""
    return any(f"{module}.".startswith(f"{prefix}.") for prefix in prefixes)
