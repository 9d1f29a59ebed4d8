"""A filed pack made again: as known then, which must be the same bytes; and as known now.

Every cell that is another now is named with the records that made it so; they are found as the
lineage of the cell is.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from adapters.exports.east import Filing, file_digest, return_table
from adapters.exports.files import digest_of
from adapters.exports.lineage import Asked, lineage
from adapters.exports.source import Source
from adapters.exports.table import Table, cell
from adapters.pinned import Dates
from adapters.problems import Unreadable
from adapters.report import Progress
from projections.returns.east import EAST
from projections.returns.shape import ReturnTable

GONE: Final = (
    "no record made since changes it: personal data was erased, or this program computes it"
    " differently"
)
Cells = Mapping[str, str]  # Field -> cell.


@frozen(kw_only=True)
class Difference:
    """A cell, or (column "") a row, that is not what was filed."""

    table: str
    row: str
    column: str
    filed: str
    now: str
    records: tuple[int, ...]  # That made it so.
    why: str


@frozen(kw_only=True)
class Comparison:
    """A filed pack beside what would be filed now."""

    filing: Filing
    same: tuple[str, ...]  # Tables that are the same, byte for byte, as known then.
    changed: tuple[str, ...]  # Those that are not.
    differences: tuple[Difference, ...]  # From what was filed to what is known now.


def compare(
    source: Source, filed: Path, now: Dates, progress: Progress = lambda *_: None
) -> Comparison:
    """Compare a pack in a folder with the books; now says by which record they are known."""
    filing = Filing.read(filed)
    then = source.dates(filing.in_effect_on, str(filing.known_by))
    same: list[str] = []
    changed: list[str] = []
    found: list[Difference] = []
    for done, table in enumerate(EAST.values(), start=1):
        made = return_table(table, source, then, filing.since)
        path = filed / f"{made.name}.csv"
        if not path.is_file():
            raise Unreadable((f"{filed} is not whole: {path.name} is missing",))
        is_same = file_digest(made, filing.encoding) == digest_of(path).sha256
        (same if is_same else changed).append(table.number)
        if table.supply:
            now_known = evolve(then, known_by=now.known_by)
            found += _differences(source, table, filing, path=path, now=now_known)
        progress("tables", done, len(EAST))
    return Comparison(
        filing=filing, same=tuple(same), changed=tuple(changed), differences=tuple(found)
    )


def _differences(
    source: Source, table: ReturnTable, filing: Filing, *, path: Path, now: Dates
) -> Iterator[Difference]:
    """Yield what is another: rows that came or went, then cells, in the order of the filed rows."""
    with path.open(encoding=filing.encoding, newline="") as file:
        filed = {row[table.row_key]: row for row in csv.DictReader(file)}
    current = _rows(table, return_table(table, source, now, filing.since))
    query = {} if filing.since is None else {"since": filing.since}
    for key in (*filed, *(key for key in current if key not in filed)):
        wanted = Asked(view=table.view(), query={**query, "row": key}, key=table.row_key, row=key)
        before, after = filed.get(key), current.get(key)
        for column, old, new in _changes(table, before, after):
            named = column or table.row_key
            steps = lineage(source, wanted, named, now, after=filing.known_by)
            made = [step.event for step in steps if step.changed]
            yield Difference(
                table=table.number,
                row=key,
                column=column,
                filed=old,
                now=new,
                records=tuple(event.index for event in made),
                why="; ".join(f"{e.event} of {e.stream} by {e.actor}" for e in made)
                or _erased(steps)
                or GONE,
            )


def _erased(steps: Any) -> str:
    found = [step.event for step in steps if step.event.event == "customer.erased"]
    return "; ".join(f"{e.event} of {e.stream} by {e.actor}, record {e.index}" for e in found)


def _rows(table: ReturnTable, made: Table) -> dict[str, Cells]:
    names, kinds = zip(*((f.name, f.kind) for f in made.fields), strict=True)
    rows = (dict(zip(names, map(cell, row, kinds), strict=True)) for row in made.rows())
    return {row[table.row_key]: row for row in rows}


def _changes(
    table: ReturnTable, before: Cells | None, after: Cells | None
) -> Iterator[tuple[str, str, str]]:
    """Yield column, cell as filed and cell now; a row that came or went has no column."""
    if before is None or after is None:
        yield "", "a row" if before else "", "a row" if after else ""
        return
    for each in table.fields:
        if before[each.code] != after[each.code]:
            yield each.code, before[each.code], after[each.code]
