"""Lists over things that are few or looked for by a mark: folded a few at a time."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import reduce
from itertools import chain
from typing import Any, Final

from domain.decider import Decider
from projections.history import histories
from projections.view import NOTHING, Answer, Lines, Question, Reader

CHUNK: Final = 100  # Things that are folded together.
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
    only: Collection[str] | None = None,
) -> Answer:
    """Return a page of rows in the order of their numbers, which the table's first column holds.

    only are the numbers that are wanted, where they are few (None: all).
    """
    column, after, asked = table.by[0], question.after or "", dict(where)
    if only is None:
        found = reader.keys(table, column, where=asked, after=after, limit=SCAN_MAX + 1)
    else:
        lines = reader.lines(table, {column: only, **asked}) if only else ()
        known = {getattr(line.row, column) for line in lines}
        found = sorted(name for name in known if name > after)
    kept: list[Mapping[str, Any]] = []
    last = ""
    few = [found[at : at + CHUNK] for at in range(0, len(found[:SCAN_MAX]), CHUNK)]
    for name, row in chain.from_iterable(rows(names[:SCAN_MAX]) for names in few):
        if row is None:
            continue
        if len(kept) == question.limit:
            return Answer(rows=kept, next=last)
        kept.append(row)
        last = name
    return Answer(rows=kept, next=found[SCAN_MAX - 1] if len(found) > SCAN_MAX else None)
