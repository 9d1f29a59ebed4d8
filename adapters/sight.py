"""What somebody sees: nothing of the files of customers with whom they are connected.

A row stays out where one of its columns names such a file; of others, the entries of lists and
maps that do stay out.  How many stayed out is told, so that nobody takes an answer for the whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from adapters.named import stream_of
from domain.catalogue import DECIDER_OF
from domain.facts.duty import CONNECTED_SEE_NOTHING

# Columns that name a customer beside the one whom the row is about.
_CUSTOMERS: Final = frozenset(
    (
        *("other_id", "merged_into", "given_by", "guarantor_id", "borrower_id", "owner_id"),
        *("core_customer_id", "referred_by", "entrusted_by"),
    )
)
_ABOUT: Final = "about"  # Holds the number of an application or of a customer.
# Lists that are one with their row: whose figures it sums up, and what an act changed.
_SUMMED: Final = "customers"
_CHANGES: Final = "changes"

Rows = Sequence[Mapping[str, Any]]


@frozen
class Sight:
    """What one person is kept out of: streams of customers and of their groups."""

    kept_out: frozenset[str]
    customer_of: Callable[[str], str | None]  # Stream -> the customer whom it is about.

    @property
    def whole(self) -> bool:
        """Whether nothing is kept from them."""
        return not self.kept_out

    def hides(self, named: Mapping[str, Any]) -> bool:
        """Tell whether what is named, by columns or parameters, is about such a file."""
        return not self.whole and any(True for _ in self.hidden_in(named))

    def hidden_in(self, named: Mapping[str, Any]) -> Iterator[str]:
        """Yield the streams named that are about such a file."""
        return (stream for stream in _streams(named) if self._is_hidden(stream))

    def require_whole(self, what: str) -> None:
        """Raise Refused where something is kept from them: this is made whole or not at all."""
        CONNECTED_SEE_NOTHING.require(self.whole, made_whole_or_not_at_all=what)

    def seen(self, rows: Rows) -> tuple[Rows, int]:
        """Return what is seen of rows, and how many rows and entries stayed out."""
        if self.whole:
            return rows, 0
        return self._entries("", rows)

    def _entries(self, name: str, values: Sequence[Any]) -> tuple[list[Any], int]:
        """Return what is seen of the entries of a list; texts are numbers of what it is named."""
        named = f"{name.removesuffix('s')}_id"
        seen = [v for v in values if not self.hides(v if isinstance(v, Mapping) else {named: v})]
        pruned = [self._pruned(name, value) for value in seen]
        return [v for v, _ in pruned], len(values) - len(seen) + sum(count for _, count in pruned)

    def _pruned(self, name: str, value: Any) -> tuple[Any, int]:
        """Return a value without those of its entries that it may not show, and their number."""
        if isinstance(value, list | tuple):
            return self._entries(name, value)
        if not isinstance(value, Mapping):
            return value, 0
        nested = {n: v for n, v in value.items() if isinstance(v, Mapping | list | tuple) and v}
        pruned = {
            n: (None, 1) if isinstance(v, Mapping) and self.hides(v) else self._pruned(n, v)
            for n, v in nested.items()
        }
        seen = {n: v for n, (v, _) in pruned.items()}
        return {**value, **seen}, sum(count for _, count in pruned.values())

    def _is_hidden(self, stream: str) -> bool:
        return stream in self.kept_out or f"customer-{self.customer_of(stream)}" in self.kept_out


def left_out(count: int) -> str:
    """Return the sentence that tells of what stayed out of an answer."""
    rule = CONNECTED_SEE_NOTHING
    return f"{count} left out ({rule.code}): {rule.says} Source: {rule.source}"


EVERYTHING: Final = Sight(frozenset(), lambda _stream: None)


def _streams(named: Mapping[str, Any]) -> Iterator[str]:
    """Yield the streams that columns name, and those that stand in their texts."""
    yield from (f"customer-{one}" for one in _entries(named, _SUMMED))
    changes = (one for one in _entries(named, _CHANGES) if isinstance(one, Mapping))
    for change in changes:
        yield from _streams({str(change.get("field")).rpartition(".")[2]: change.get("after")})
    for name, text in named.items():
        if not isinstance(text, str):
            continue
        if name in _CUSTOMERS:
            yield f"customer-{text}"
        elif name == _ABOUT:
            yield from (f"customer-{text}", f"credit_application-{text}")
        elif stream := stream_of(name, text):
            yield stream
        if "-" in text and not text[0].isdigit():  # A day is no stream.
            words = (word.partition("@")[0] for word in text.split())
            yield from (word for word in words if word.partition("-")[0] in DECIDER_OF)


def _entries(named: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = named.get(name)
    return value if isinstance(value, list | tuple) else ()
