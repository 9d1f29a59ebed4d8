"""Write what the catalogue says: python -m tests.docs.reference [--check].

The pages of docs/reference and the glossary are made anew; the promises in tests/contracts only
grow.  With --check nothing is written, and the exit code is 1 where something is stale.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.contracts.promises import PROMISES, grown, to_text
from tests.docs.pages import PAGES

ROOT = Path(__file__).resolve().parents[2]


def wanted(root: Path) -> Mapping[Path, str]:
    """Return what every generated file must hold."""
    pages = {root / path: make() for path, make in PAGES.items()}
    promises = {root / path: to_text(grown(root / path, make())) for path, make in PROMISES.items()}
    return {**pages, **promises}


def stale(root: Path) -> Sequence[Path]:
    """Return the generated files that do not hold what they must."""
    return [
        path
        for path, text in wanted(root).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write what is stale, or only name it."""
    found, check = stale(ROOT), "--check" in sys.argv[1:]
    for path in found:
        name = path.relative_to(ROOT).as_posix()
        sys.stdout.write(f"{name} is stale\n" if check else f"{name} written\n")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted(ROOT)[path], encoding="utf-8")
    return int(check and bool(found))


if __name__ == "__main__":
    sys.exit(main())
