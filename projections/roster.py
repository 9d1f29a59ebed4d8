"""Lists over things that are few or looked for by a mark: folded a few at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, Final

from domain.decider import Decider
from projections.history import histories
from projections.view import NOTHING, Answer, Lines, Question, Reader

SCAN_MAX: Final = 1_000  # Things that one page looks at; `next` says whether there are more.

Rows = Iterable[tuple[str, Mapping[str, Any] | None]]  # By number; None: not asked for.


def known(
    reader: Reader, decider: Decider[Any, Any, Any], names: Sequence[str]
) -> Mapping[str, Any]:
    """Return all that is known of each, whatever day it counts from, in the order given."""
    streams = {name: f"{decider.category}-{name}" for name in names}
    found = histories(reader, list(streams.values()))
    return {
        name: reduce(decider.evolve, (line.row.event for line in found[stream]), decider.initial)
        for name, stream in streams.items()
    }


def roster(
    reader: Reader,
    question: Question,
    table: Lines[Any],
    rows: Callable[[Sequence[str]], Rows],
    *,
    where: Mapping[str, str] = NOTHING,
) -> Answer:
    """Return a page of rows in the order of their numbers, which the table's first column holds."""
    after = question.after or ""
    found = reader.keys(table, table.by[0], where=where, after=after, limit=SCAN_MAX + 1)
    kept: list[Mapping[str, Any]] = []
    last = ""
    for name, row in rows(found[:SCAN_MAX]):
        if row is None:
            continue
        if len(kept) == question.limit:
            return Answer(rows=kept, next=last)
        kept.append(row)
        last = name
    return Answer(rows=kept, next=found[SCAN_MAX - 1] if len(found) > SCAN_MAX else None)
