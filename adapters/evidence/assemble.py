"""The stand-alone verifier: one file put together from the modules that verify.

They use the standard library, and one signature library or the program openssl.  What they import
from each other stands above it in the file, so those imports are left out.
"""

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Final

_PACKAGE: Final = "adapters.evidence"
MODULES: Final = (
    *("faults", "tree", "ed25519", "note", "checkpoint", "folder", "tiles", "heads", "lines"),
    *("check_log", "check_bag", "check_records", "check_closing", "cells", "check_table"),
    *("check_disclosures", "check_stamp"),
    *("verification", "verifier"),
)


def assemble() -> str:
    """Return the text of the file; AssertionError where two modules use one name."""
    trees = {name: ast.parse(_source(name)) for name in MODULES}
    names = Counter(name for tree in trees.values() for name in _defined(tree))
    assert max(names.values()) == 1, [name for name, count in names.items() if count > 1]
    parts = [
        "#!/usr/bin/env python3",
        f'"""{ast.get_docstring(trees[MODULES[-1]])}\n"""',
        "\n".join(_imports(trees.values())),
        *(_part(name, trees[name]) for name in MODULES),
        'if __name__ == "__main__":\n    sys.exit(main())\n',
    ]
    return "\n\n\n".join(parts)


def _source(name: str) -> str:
    return (resources.files(_PACKAGE) / f"{name}.py").read_text(encoding="utf-8")


def _defined(tree: ast.Module) -> set[str]:
    """Return the names that a module makes."""
    found = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            found |= {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
    return found


def _imports(trees: Iterable[ast.Module]) -> Iterator[str]:
    """Yield what the modules import from outside, each module once."""
    whole, named = set(), defaultdict[str, set[str]](set)
    for node in (node for tree in trees for node in tree.body):
        if isinstance(node, ast.Import):
            whole |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not str(node.module).startswith(_PACKAGE):
            named[str(node.module)] |= {alias.name for alias in node.names}
    yield from (f"import {name}" for name in sorted(whole))
    yield from (
        f"from {module} import {', '.join(sorted(named[module]))}" for module in sorted(named)
    )


def _part(name: str, tree: ast.Module) -> str:
    """Return what a module holds after its docstring and its imports, as it is written."""
    above = [n.end_lineno or 0 for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
    docstring = tree.body[0].end_lineno or 0
    body = "\n".join(_source(name).splitlines()[max([docstring, *above]) :]).strip()
    says = (ast.get_docstring(tree) or "").splitlines()[0]
    rule = "# " + "-" * 98
    return f"{rule}\n# {name}: {says}\n{rule}\n\n{body}"


def main() -> None:
    """Write the file to the path that is given, or to the output."""
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(assemble(), encoding="utf-8")
    else:
        sys.stdout.write(assemble())


if __name__ == "__main__":
    main()
