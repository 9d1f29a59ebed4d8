"""Figures beside their floors, as a table for people and as JSON."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter

from attrs import asdict, frozen

HEADINGS = ("what", "ours", "floor", "x floor", "library", "x library", "wanted", "")


@frozen(kw_only=True)
class Figure:
    """One measured figure; times are seconds for each thing done."""

    what: str
    ours: float
    floor: float | None = None  # The same SQL and bytes, with the same durability, and no domain.
    library: float | None = None  # The library's own application at the same work.
    wanted: str = ""  # As in "<= 1.6 x floor".
    unit: str = "us"  # us: microseconds each; /s: things a second.

    @property
    def of_floor(self) -> float | None:
        """How many times the floor's time ours takes."""
        return None if self.floor is None else self.ours / self.floor

    @property
    def of_library(self) -> float | None:
        """How many times as quick as the library ours is."""
        return None if self.library is None else self.library / self.ours

    @property
    def met(self) -> bool | None:
        """Whether what is wanted holds; None where nothing is."""
        if not self.wanted:
            return None
        sign, number, *of = self.wanted.split()
        above = self.ours - (self.floor or 0.0)
        value = {
            "x floor": self.of_floor,
            "x library": self.of_library,
            "/s": 1 / self.ours,
            "ms": self.ours * 1e3,
            "ms above": above * 1e3,
            "us above": above * 1e6,
        }[" ".join(of)]
        assert value is not None
        return value <= float(number) if sign == "<=" else value >= float(number)


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table in Markdown."""
    rows: list[tuple[str, ...]] = [HEADINGS]
    rows += [_row(figure) for figure in figures]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def as_json(figures: Iterable[Figure], machine: Mapping[str, object]) -> str:
    """Return the figures as JSON, with their ratios and what they were measured on."""
    rows = [
        {**asdict(f), "of_floor": f.of_floor, "of_library": f.of_library, "met": f.met}
        for f in figures
    ]
    return json.dumps({"machine": machine, "figures": rows}, indent=1)


def _row(figure: Figure) -> tuple[str, ...]:
    said = {None: "", True: "met", False: "MISSED"}[figure.met]
    return (
        figure.what,
        *(_said(value, figure.unit) for value in (figure.ours, figure.floor)),
        "" if figure.of_floor is None else f"{figure.of_floor:.2f}",
        _said(figure.library, figure.unit),
        "" if figure.of_library is None else f"{figure.of_library:.1f}",
        figure.wanted,
        said,
    )


def _said(seconds: float | None, unit: str) -> str:
    if seconds is None:
        return ""
    return f"{1 / seconds:,.0f} /s" if unit == "/s" else f"{seconds * 1e6:,.1f} us"


def flush() -> None:
    """Give the disk what others have left for it: the first to wait would pay."""
    with tempfile.NamedTemporaryFile() as scratch:
        scratch.write(b"x")
        scratch.flush()
        os.fsync(scratch.fileno())


def interleaved(
    ways: Sequence[Callable[[int], object]], rounds: int, clock: Callable[[], float] = perf_counter
) -> list[float]:
    """Return the seconds of each way, done in turns so that noise falls on all alike.

    It is the quarter below which the quickest lie: on a shared machine the middle is the others'.

    Before each, the disk is given what others have left for it: the first to wait would pay.
    """
    spent: list[list[float]] = [[] for _ in ways]
    for number in range(rounds):
        pairs = list(zip(ways, spent, strict=True))
        first = number % len(pairs)  # Who comes after whom must not matter.
        for way, times in pairs[first:] + pairs[:first]:
            flush()
            began = clock()
            way(number)
            times.append(clock() - began)
    return [sorted(times)[len(times) // 4] for times in spent]
