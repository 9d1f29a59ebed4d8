"""Sizes, names and the shape of the tree."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.style.trees import PRODUCT, ROOT, Source, sources, within

LINES_OF_FUNCTION = 40
LINES_OF_FILE = 300
LINES_OF_PURE_FILE = 200
COLUMNS = 100
POSITIONAL = 4
NESTED = 3
ARMS = 20
SIX_FILES = ("__init__", "commands", "events", "state", "rules", "decisions")
EMPTY_NAMES = {"base", "data", "helper", "helpers", "info", "manager", "managers", "util", "utils"}
# What is directly in domain/ is shared; a folder there is an aggregate, but for these.
BETWEEN = "processes"
SHARED = ("calendar", "facts", "ties")
PRINTERS = ("adapters.cli", "adapters.exports", "scripts")
# The brackets keep this line from finding itself.
LEFT_OVER = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X)\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef
BRANCHES = ast.If | ast.For | ast.AsyncFor | ast.While | ast.Try | ast.TryStar | ast.Match


def faults(root: Path) -> list[str]:
    """Return what is untidy in the product and the tests under this root."""
    found = list(_shape(root))
    for source in sources(root, *PRODUCT, "tests"):
        found += _file_faults(source)
        for node in ast.walk(source.tree):
            found += [source.at(node, fault) for fault in _node_faults(source, node)]
    return found


def _shape(root: Path) -> Iterator[str]:
    """Yield the files that an aggregate of the domain lacks."""
    for folder in sorted((root / "domain").iterdir()):
        if folder.name not in (BETWEEN, *SHARED) and any(folder.glob("*.py")):
            lacking = [name for name in SIX_FILES if not (folder / f"{name}.py").exists()]
            yield from (f"domain/{folder.name}: has no {name}.py" for name in lacking)


def _file_faults(source: Source) -> Iterator[str]:
    """Yield what is wrong with a file as a text."""
    lines = source.text.splitlines()
    pure = within(source.module, "domain", "projections")
    limit = LINES_OF_PURE_FILE if pure else LINES_OF_FILE
    if len(lines) > limit:
        yield f"{source.path}: {len(lines)} lines, more than {limit}"
    if _is_empty(source.module.split(".")[-1]):
        yield f"{source.path}: a module's name says nothing"
    for number, line in enumerate(lines, start=1):
        if len(line) > COLUMNS:
            yield f"{source.path}:{number}: {len(line)} columns, more than {COLUMNS}"
        if LEFT_OVER.search(line):
            yield f"{source.path}:{number}: something is left over"


def _is_empty(name: str) -> bool:
    """Say whether the last word of a name could be said of anything."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_")[-1] in EMPTY_NAMES


def _node_faults(source: Source, node: ast.AST) -> Iterator[str]:
    """Yield what is wrong with one class, function, match or call."""
    match node:
        case ast.ClassDef() if _is_empty(node.name):
            yield f"the name {node.name} says nothing"
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from _function_faults(source, node)
        case ast.Match() if len(node.cases) > ARMS:
            yield f"{len(node.cases)} arms in one match, more than {ARMS}"
        case ast.Call(func=ast.Name("print")) if not within(source.module, *PRINTERS):
            yield "prints, which only the edges for people do"


def _function_faults(source: Source, node: Function) -> Iterator[str]:
    """Yield where a function is too long, too deep, takes too much or has an empty name."""
    if (lines := _length(node)) > LINES_OF_FUNCTION:
        yield f"{node.name} has {lines} lines, more than {LINES_OF_FUNCTION}"
    if (depth := max(map(_depth, node.body))) > NESTED:
        yield f"{node.name} nests {depth} branches, more than {NESTED}"
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    # In tests, names are sentences, which may end in any word, and fixtures of other packages.
    if not within(source.module, "tests"):
        named = [node.name, *names, *(argument.arg for argument in node.args.kwonlyargs)]
        yield from (f"the name {name} says nothing" for name in named if _is_empty(name))
    taken = len([name for name in names if name not in ("self", "cls")])
    if taken > POSITIONAL:
        yield f"{node.name} takes {taken} positional parameters, more than {POSITIONAL}"


def _length(node: Function) -> int:
    """Return the lines of a function, its docstring not counted."""
    first, lines = node.body[0], (node.end_lineno or 0) - node.lineno + 1
    if ast.get_docstring(node) is None:
        return lines
    return lines - ((first.end_lineno or 0) - first.lineno + 1)


def _depth(node: ast.AST) -> int:
    """Return how many branches are nested here; an elif is no deeper than its if."""
    if isinstance(node, Function | ast.ClassDef | ast.Lambda):
        return 0
    here = int(isinstance(node, BRANCHES))
    if isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        return max(_depth(node.orelse[0]), here + max(map(_depth, node.body)))
    return here + max(map(_depth, ast.iter_child_nodes(node)), default=0)


def test_everything_is_small_named_and_in_its_place():
    found = faults(ROOT)
    assert not found, "\n".join(found)
