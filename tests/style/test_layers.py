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
# Folders of domain/ that are shared, as its files are; plans of repayment are calculations.
SHARED = ("domain.calendar", "domain.facts", "domain.loan.plan", "domain.ties")
# Rooms of adapters/ that are closed to all but themselves.
EDGES = tuple(f"adapters.{room}" for room in ("cli", "exports", "http", "queues", "takeover"))
ROOMS = (
    *EDGES,
    *(f"adapters.{room}" for room in ("keeping", "services", "storage", "system", "wiring")),
)
# Who enters closed rooms all the same.  The command line is where the console script starts, so
# its main asks the wiring for a running system, as the scripts do.
KEYS = {
    "adapters.wiring": ROOMS,
    "adapters.keeping": ("adapters.storage", "adapters.system"),
    "adapters.services": ("adapters.http", "adapters.system"),
    "adapters.system": ("adapters.storage",),
    "adapters.cli.main": ("adapters.wiring",),
    "scripts": ("adapters.wiring",),
    # The suite for those who write adapters tries them on a system of its own.
    "adapters.conformance": ("adapters.system", "adapters.wiring"),
}
# Folder -> packages that the files directly in it may import, and its rooms may not.
ON_TOP = {"adapters": {"cattrs", "msgspec"}}
# Room -> packages that it may import, beside those of the room around it.
PACKAGES = {
    "domain": {"attr", "attrs"},
    "projections": {"attr", "attrs"},
    "adapters": {"attr", "attrs"},
    "adapters.bulk": {"numba", "numpy", "pyarrow"},
    "adapters.calculations": {"pyarrow"},
    "adapters.actus": {"msgspec"},
    "adapters.calendars": {"chinese_calendar"},
    "adapters.conformance": {"pytest"},
    "adapters.log": {"structlog"},
    "adapters.evidence": {"cryptography"},
    "adapters.field": {"cryptography"},
    "adapters.storage": {"cattrs", "cryptography", "eventsourcing", "msgspec", "sqlite3"},
    "adapters.storage.conformance": {"pytest"},
    "adapters.storage.segments": {"pyarrow"},
    "adapters.storage.segment_views": {"duckdb"},
    **{
        f"adapters.storage.postgres{part}": {"psycopg"}
        for part in ("", "_owner", "_pool", "_schema", "_write")
    },
    "adapters.graph": {"rustworkx"},
    "adapters.http": {"starlette", "structlog", "uvicorn"},
    "adapters.cli": {"click", "rich", "structlog"},
    "adapters.exports": {"pyarrow", "structlog"},
    "adapters.takeover": {"structlog"},
    "adapters.queues": {"nats", "pika"},
    "adapters.telemetry.metrics": {"prometheus_client"},
    "adapters.telemetry.spans": {"opentelemetry"},
    "adapters.access.cedar": {"cedarpy"},
    "adapters.access.tokens": {"jwt"},
}
PURE = ("domain", "projections")
PURE_LIBRARY = {
    *("__future__", "abc", "bisect", "calendar", "collections", "contextlib", "copy"),
    *("dataclasses", "datetime", "decimal", "enum", "fractions", "functools", "graphlib"),
    *("hashlib", "heapq", "itertools", "math", "operator", "re", "string", "textwrap"),
    *("types", "typing", "unicodedata"),
}
# Files whose classes are read by their types: by the codec, the tests and the derived edges.
CONTRACTS = ("commands", "events", "values")
OWN = {*LAYERS, "tests"}
IMPURE_CALLS = {"print", "open", "input", "eval", "exec", "float", "uuid4", "__import__"}
CLOCKS = {"now", "today", "utcnow"}


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
        if within(module, *PURE) and top not in PURE_LIBRARY:
            yield f"imports {target}, which is not known to be pure"
    elif (root / "scripts" / f"{top}.py").exists() and within(module, "scripts"):
        return
    elif module != "adapters.wiring" and top not in _packages(source):
        yield f"may not use the package {top}"


def _may_see(root: Path, module: str, target: str) -> bool:
    """Say whether the table lets a module import this code of ours."""
    if not within(target, *LAYERS[module.split(".")[0]]):
        return False
    if within(module, "domain"):
        room = ".".join(target.split(".")[:2])
        if within(target, *SHARED):
            return True
        closed = (root / room.replace(".", "/")).is_dir()
        return not closed or within(module, room, *WHOLE)
    keys = [key for holder, rooms in KEYS.items() if within(module, holder) for key in rooms]
    return all(within(module, room) or room in keys for room in ROOMS if within(target, room))


def _packages(source: Source) -> set[str]:
    """Return the packages that a file may use."""
    rooms = [names for room, names in PACKAGES.items() if within(source.module, room)]
    return set().union(*rooms, ON_TOP.get(source.path.rpartition("/")[0], set()))


def _impurities(source: Source, node: ast.AST) -> Iterator[str]:
    """Yield what would make a result depend on more than the arguments, or lose a fen."""
    match node:
        case ast.Attribute(value=ast.Name("os"), attr="environ" | "getenv"):
            if within(source.module, "adapters") and source.module != "adapters.settings":
                yield "reads the environment, which only the settings do"
        case ast.ImportFrom(module="__future__"):
            if within(source.module, "domain") and source.module.split(".")[-1] in CONTRACTS:
                yield "hides the real types of fields from those who derive from them"
        case _ if not within(source.module, *PURE):
            return
        case ast.Constant(value=float()):
            yield f"has the float {node.value!r}"
        case ast.Call(func=ast.Name(name)) if name in IMPURE_CALLS:
            yield f"calls {name}"
        case ast.Call(func=ast.Attribute(attr="uuid4")):
            yield "calls uuid4"
        case ast.Attribute(attr=name, value=ast.Name(owner) | ast.Attribute(attr=owner)) if (
            name in CLOCKS and owner in ("date", "datetime")
        ):
            yield f"reads the clock by {name}"
        case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
            yield f"reads the clock by {name}"


def test_everything_imports_only_what_its_layer_may():
    found = faults(ROOT)
    assert not found, "\n".join(found)
