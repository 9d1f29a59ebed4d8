"""Examples that others published or worked out, and how a figure of ours is held against them.

A topic is a function from the inputs of an example to figures by name: `TOPICS` of every
`topics_<area>.py` beside this file.  An example is reached by its topic and its inputs, never by
its id.  Figures are numbers (yuan, years, percent as the example has them), texts, or mappings
and lists of them.  A mapping may know more names than an example asks for.
"""

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

Topic = Callable[[Mapping[str, Any]], Mapping[str, Any]]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(/[0-9]+)?")


def folder() -> Path:
    """Return where the references lie."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "reference"
    return Path(os.environ.get("LOANFOLD_REFERENCE") or beside)


def examples(name: str) -> list[dict[str, Any]]:
    """Return the examples of a file; none where the file is missing."""
    file = folder() / name
    if not file.is_file():
        return []
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["examples"]
    return rows


def each(name: str) -> pytest.MarkDecorator:
    """Run a test for each example of a file, or skip it with a message where there is no file."""
    rows = [pytest.param(row, id=row["id"]) for row in examples(name)]
    why = pytest.mark.skip(reason=f"{folder() / name} is missing; set LOANFOLD_REFERENCE")
    return pytest.mark.parametrize("example", rows or [pytest.param(None, marks=why)])


def topics() -> dict[str, Topic]:
    """Return what the engine knows, of all areas."""
    known: dict[str, Topic] = {}
    for file in sorted(Path(__file__).parent.glob("topics_*.py")):
        more: dict[str, Topic] = import_module(f"tests.references.{file.stem}").TOPICS
        assert not known.keys() & more.keys(), f"{file.name} has a topic that another has"
        known |= more
    return known


def differences(
    found: Any, expected: Any, tolerance: Mapping[str, str], path: str = ""
) -> list[str]:
    """Return where figures are not the expected ones: nothing where all agree."""
    if isinstance(expected, Mapping):
        lines = []
        for name, inner in expected.items():
            try:
                own = found[name]
            except (KeyError, IndexError):
                lines.append(f"{path}{name}: not among our figures")
                continue
            lines += differences(own, inner, tolerance, f"{path}{name}.")
        return lines
    if isinstance(expected, list):
        rows = _matched(found, expected)
        if len(rows) != len(expected):
            return [f"{path}: {len(rows)} rows, expected {len(expected)}"]
        pairs = enumerate(zip(rows, expected, strict=True))
        return [
            line
            for k, (own, inner) in pairs
            for line in differences(own, inner, tolerance, f"{path}{k}.")
        ]
    return [] if _agree(found, expected, tolerance) else [f"{path} {found}, expected {expected}"]


def _matched(found: Sequence[Any], expected: list[Any]) -> list[Any]:
    """Return the rows of ours that are meant: by number, or by their place."""
    if not expected:
        return []  # Some tables state a payment and no rows.
    if all(isinstance(row, Mapping) and "n" in row for row in expected):
        by_number = {row["n"]: row for row in found}
        return [by_number[row["n"]] for row in expected if row["n"] in by_number]
    return list(found)


def _agree(found: Any, expected: Any, tolerance: Mapping[str, str]) -> bool:
    if isinstance(expected, str) and not _NUMBER.fullmatch(expected):
        return str(found) == expected
    own, other = Fraction(str(found)), Fraction(str(expected))
    most = max(
        (Fraction(text) for text in tolerance.values() if _NUMBER.fullmatch(text)), default=0
    )
    if abs(own - other) <= most:
        return True
    places = len(str(expected).partition(".")[2])  # As it is printed.
    return "/" not in str(expected) and printed(own, places) == Decimal(str(expected))


def printed(number: Fraction, places: int) -> Decimal:
    """Return a number with so many decimals, halves away from nought."""
    with localcontext(prec=60):
        exact = Decimal(number.numerator) / number.denominator
        return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
