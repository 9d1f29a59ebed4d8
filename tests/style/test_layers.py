"""Who may import whom, and what a pure function may not touch."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.style.trees import PRODUCT, ROOT, Source, sources, within

# Layer -> our own code that it may import.
LAYERS = {
    "domain": ("domain",),
    "projections": ("domain", "projections"),
    "adapters": ("domain", "projections", "adapters"),
    "scripts": ("adapters.settings", "adapters.wiring"),
}
# The parts of domain/ that may see every aggregate.
WHOLE = ("domain.catalogue", "domain.processes")
# Rooms of adapters/ that are closed to all but themselves.
EDGES = ("adapters.cli", "adapters.exports", "adapters.http", "adapters.takeover")
ROOMS = (*EDGES, "adapters.storage", "adapters.system", "adapters.wiring")
# Who enters closed rooms all the same.  The command line is where the console script starts, so
# its main asks the wiring for a running system, as the scripts do.
KEYS = {
    "adapters.wiring": ROOMS,
    "adapters.system": ("adapters.storage",),
    "adapters.cli.main": ("adapters.wiring",),
    "scripts": ("adapters.wiring",),
}
# Room -> packages that it may import, beside those of the room around it.
PACKAGES = {
    "domain": {"attr", "attrs"},
    "projections": {"attr", "attrs"},
    "adapters": {"attr", "attrs"},
    "adapters.codec": {"cattrs", "msgspec"},
    "adapters.describe": {"cattrs", "msgspec"},
    "adapters.intake": {"cattrs", "msgspec"},
    "adapters.problems": {"cattrs", "msgspec"},
    "adapters.log": {"structlog"},
    "adapters.storage": {"cattrs", "cryptography", "eventsourcing", "msgspec", "sqlite3"},
    "adapters.system": {"cattrs"},
    "adapters.http": {"starlette", "structlog", "uvicorn"},
    "adapters.cli": {"click", "rich", "structlog"},
    "adapters.exports": {"structlog"},
    "adapters.takeover": {"structlog"},
}
PURE = ("domain", "projections")
PURE_LIBRARY = set(
    "abc bisect calendar collections contextlib copy dataclasses datetime decimal enum fractions "
    "functools graphlib hashlib heapq itertools math operator re string textwrap types typing "
    "unicodedata".split()
)
OWN = {*LAYERS, "tests"}
IMPURE_CALLS = {"print", "open", "input", "eval", "exec", "float", "uuid4", "__import__"}


def faults(root: Path) -> list[str]:
    """Return what the product under this root imports or does against the table."""
    found = []
    for source in sources(root, *PRODUCT):
        for node in ast.walk(source.tree):
            for target in _targets(source, node):
                found += [source.at(node, fault) for fault in _import_faults(root, source, target)]
            found += [source.at(node, fault) for fault in _impurities(source, node)]
    return found


def _targets(source: Source, node: ast.AST) -> Iterator[str]:
    """Yield the full dotted names that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        package = source.module.split(".")
        if not source.path.endswith("__init__.py"):
            package.pop()
        around = package[: len(package) - node.level + 1] if node.level else []
        start = ".".join([*around, *filter(None, [node.module])])
        yield from (f"{start}.{alias.name}" for alias in node.names)


def _import_faults(root: Path, source: Source, target: str) -> Iterator[str]:
    """Yield what is wrong with one import: at most one sentence."""
    module, top = source.module, target.split(".")[0]
    if top in OWN:
        if not _may_see(root, module, target):
            yield f"may not import {target}"
    elif top in sys.stdlib_module_names and top != "sqlite3":
        if within(module, *PURE) and top not in PURE_LIBRARY | {"__future__"}:
            yield f"imports {target}, which is not known to be pure"
    elif (root / "scripts" / f"{top}.py").exists() and within(module, "scripts"):
        return
    elif module != "adapters.wiring" and top not in _packages(module):
        yield f"may not use the package {top}"


def _may_see(root: Path, module: str, target: str) -> bool:
    """Say whether the table lets a module import this code of ours."""
    if not within(target, *LAYERS[module.split(".")[0]]):
        return False
    if within(module, "domain"):
        room = ".".join(target.split(".")[:2])
        closed = (root / room.replace(".", "/")).is_dir()
        return not closed or within(module, room, *WHOLE)
    keys = [key for holder, rooms in KEYS.items() if within(module, holder) for key in rooms]
    return all(within(module, room) or room in keys for room in ROOMS if within(target, room))


def _packages(module: str) -> set[str]:
    """Return the packages that a module may use."""
    return {name for room, names in PACKAGES.items() if within(module, room) for name in names}


def _impurities(source: Source, node: ast.AST) -> Iterator[str]:
    """Yield what would make a result depend on more than the arguments, or lose a fen."""
    match node:
        case ast.Attribute(value=ast.Name("os"), attr="environ" | "getenv"):
            if within(source.module, "adapters") and source.module != "adapters.settings":
                yield "reads the environment, which only the settings do"
        case ast.ImportFrom(module="__future__"):
            if within(source.module, "domain"):
                yield "hides the real types of fields from those who derive from them"
        case _ if not within(source.module, *PURE):
            return
        case ast.Constant(value=float()):
            yield f"has the float {node.value!r}"
        case ast.Call(func=ast.Name(name) | ast.Attribute(attr=name)) if name in IMPURE_CALLS:
            yield f"calls {name}"
        case ast.Attribute(attr="now" | "utcnow" | "today") if _is_calendar(node.value):
            yield f"reads the clock by {node.attr}"


def _is_calendar(node: ast.AST) -> bool:
    """Say whether an expression is date or datetime, the class or the module."""
    return isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node).split(".")[-1] in (
        "date",
        "datetime",
    )


def test_everything_imports_only_what_its_layer_may():
    found = faults(ROOT)
    assert not found, "\n".join(found)
