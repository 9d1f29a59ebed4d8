"""A field pack as known so far."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.field_pack.commands import EntryOutcome, EntryResult
from domain.field_pack.events import EntrySettled, FieldPackIssued, FieldPackSynced, PackEvent


@frozen(kw_only=True)
class Pack:
    """Who took it along, and what became of its entries."""

    issued: FieldPackIssued
    results: Mapping[int, EntryResult] = attrs.field(factory=dict)  # By number, the last of each.
    settled: Mapping[int, EntrySettled] = attrs.field(factory=dict)

    @property
    def open(self) -> tuple[int, ...]:
        """The entries that are neither recorded nor settled."""
        return tuple(
            no
            for no, result in self.results.items()
            if result.outcome is not EntryOutcome.RECORDED and no not in self.settled
        )


State = Pack | None  # None before it is issued.


def evolve(state: State, event: PackEvent) -> State:
    """Return the pack after an event."""
    if isinstance(event, FieldPackIssued):
        return Pack(issued=event)
    assert state is not None
    match event:
        case FieldPackSynced():
            news = {result.entry_no: result for result in event.results}
            return attrs.evolve(state, results={**state.results, **news})
        case EntrySettled():
            return attrs.evolve(state, settled={**state.settled, event.entry_no: event})
    assert_never(event)
