"""The entry: take a folder or a table over, print how it reconciles, and return the exit code."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from attrs import frozen

from adapters.bus import Bus
from adapters.problems import Unknown, Unreadable
from adapters.takeover import (
    berka,
    berka_figures,
    csv_map,
    ibrd,
    ibrd_figures,
    superlender,
    superlender_figures,
)
from adapters.takeover.calls import Item
from adapters.takeover.reading import Unclear, rows
from adapters.takeover.reconcile import Figures, account_for, compare
from adapters.takeover.sending import Progress, Sent, chunks, collect, in_bulk, send
from adapters.takeover.side_by_side import OpenBus, sent_by, worth

DIFFERS: Final = 1


@frozen(kw_only=True)
class Source:
    """A system whose files can be taken over."""

    items: Callable[[Path], Iterable[Item]]
    stated: Callable[[Mapping[str, Any]], Mapping[str, int]]  # How many of what, by its own count.
    figures: Callable[[Path, Bus], Figures]
    more: Callable[[Path, Bus, TextIO], int]  # Further lines; how many of them differ.


SOURCES: Final[Mapping[str, Source]] = {
    "berka": Source(
        items=berka.items,
        stated=berka.stated,
        figures=berka_figures.figures,
        more=berka_figures.loan_by_loan,
    ),
    "superlender": Source(
        items=superlender.items,
        stated=superlender.stated,
        figures=superlender_figures.figures,
        more=superlender_figures.books,
    ),
    "ibrd": Source(
        items=ibrd.items,
        stated=ibrd.stated,
        figures=ibrd_figures.figures,
        more=ibrd_figures.gone,
    ),
}


def no_progress(_done: int, _of: int, _what: str) -> None:
    """Say nothing."""


def take_over(
    source: str,
    folder: Path,
    bus: Bus,
    *,
    report: TextIO,
    quarantine: Path,
    progress: Progress = no_progress,
) -> int:
    """Take a folder over and reconcile it; 0 where every difference has a name, else DIFFERS.

    It may be broken off and run again: what was taken is not taken twice.  The quarantine is
    written anew by each run, a CSV row for each thing that was not taken; it names where the
    thing is and does not copy it.
    """
    if source not in SOURCES:
        raise Unknown(f"there is no source {source}; there is {', '.join(SOURCES)}")
    chosen = SOURCES[source]
    reconciliation = _reconciliation(folder)
    stated = chosen.stated(reconciliation)
    size = sum(stated.values())
    with quarantine.open("w", encoding="utf-8", newline="") as aside, in_bulk():
        tally = collect(
            (send(chunk, bus) for chunk in chunks(chosen.items(folder))),
            aside,
            lambda done: progress(done, max(done, size), source),
        )
    faults = account_for(tally, stated, report)
    try:
        faults += compare(reconciliation, chosen.figures(folder, bus), report)
        faults += chosen.more(folder, bus, report)
    except Unclear as error:
        report.write(f"the figures cannot be counted: {error.place} is unclear: {error}\n")
        faults += 1
    return DIFFERS if faults else 0


def take_over_csv(
    file: Path,
    mapping: Path,
    bus: Bus,
    *,
    report: TextIO,
    quarantine: Path,
    progress: Progress = no_progress,
    open_bus: OpenBus | None = None,
    processes: int | None = None,
) -> int:
    """Take a table over as a mapping says; 0 where every row was taken, else DIFFERS.

    Where others can open a bus of their own, several processes take it over side by side: as many
    as asked for, or as it is worth.  It may be broken off and run again.  Raises Unreadable or
    Unknown for a mapping or a table that cannot be used; then nothing was taken.
    """
    how = csv_map.read_map(mapping)
    if not file.is_file():
        raise Unknown(f"there is no table {file.name}")
    size = _rows(file, how)
    counted, many = csv_map.counted_as(how), processes or worth(size)
    parts = _alone(file, how, bus)
    if open_bus and many > 1:
        parts = sent_by(many, file, how, open_bus)
    with quarantine.open("w", encoding="utf-8", newline="") as aside, in_bulk():
        tally = collect(
            parts,
            aside,
            lambda done: progress(done, size * len(counted), file.name),
        )
    faults = account_for(tally, dict.fromkeys(counted, size), report)
    return DIFFERS if faults or tally.quarantined else 0


def _rows(file: Path, how: csv_map.CsvMap) -> int:
    try:
        return sum(1 for _ in rows(file, delimiter=how.delimiter, encoding=how.encoding))
    except (LookupError, TypeError) as error:
        raise Unreadable((f"encoding or delimiter of the mapping: {error}",)) from error


def _alone(file: Path, how: csv_map.CsvMap, bus: Bus) -> Iterator[Sent]:
    items_of = csv_map.reader_of(how)
    return (send(items_of(chunk), bus) for chunk in csv_map.chunks_of(file, how))


def _reconciliation(folder: Path) -> Mapping[str, Any]:
    path = folder / "reconciliation.json"
    if not path.is_file():
        raise Unknown(f"there is no reconciliation.json in {folder}")
    read: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read
