"""The rows of an answer with what is sealed opened: in one batch, at the end, never stored."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.storage.scribe import REFERENCE
from adapters.storage.view_feed import Journal
from projections.sealed import FirstOf, Later


def opened(rows: Sequence[Mapping[str, Any]], journal: Journal) -> Sequence[Mapping[str, Any]]:
    """Return rows of an answer with the values of the references in them."""
    references = set(_references(rows))
    if not references:
        return rows
    says = journal.open_refs(references)
    result: Sequence[Mapping[str, Any]] = _replaced(rows, says)
    return result


def _references(value: Any) -> Iterator[str]:
    match value:
        case str() if value.startswith(REFERENCE):
            yield value
        case Mapping():
            for inner in value.values():
                yield from _references(inner)
        case list() | tuple():
            for inner in value:
                yield from _references(inner)
        case FirstOf() | Later():
            yield from _references(value.references)


def _replaced(value: Any, says: Mapping[str, str | None]) -> Any:
    match value:
        case str() if value.startswith(REFERENCE):
            return says[value]
        case Mapping():
            return {name: _replaced(inner, says) for name, inner in value.items()}
        case list() | tuple():
            return [_replaced(inner, says) for inner in value]
        case FirstOf():
            values = (_replaced(reference, says) for reference in value.references)
            return next((found for found in values if found is not None), None)
        case Later():
            return value.make({reference: says[reference] for reference in value.references})
    return value
