"""A mapping that grows entry by entry and is never changed: each state of it stays as it was.

What is known of a loan is such a mapping.  Copied whole for every event, a long history would cost
its square; here an event copies a few late entries, and the rest is shared.
"""

from collections.abc import Iterator, Mapping, ValuesView
from itertools import chain
from types import MappingProxyType
from typing import Final, TypeVar

LATE_MAX: Final = 32

K = TypeVar("K")
V = TypeVar("V")


class Grown(Mapping[K, V]):
    """Entries in the order in which their keys first came, as in a dict."""

    __slots__ = ("_early", "_late", "_replaces")

    def __init__(self, entries: Mapping[K, V] = MappingProxyType({})) -> None:
        """Hold these entries."""
        self._early: dict[K, V] = dict(entries)
        self._late: dict[K, V] = {}
        self._replaces = False  # A late entry stands in place of an early one.

    def plus(self, new: Mapping[K, V]) -> "Grown[K, V]":
        """Return a mapping with these entries besides, or in place of those of the same key."""
        late = {**self._late, **new}
        if len(late) > LATE_MAX:
            return Grown({**self._early, **late})
        more: Grown[K, V] = Grown.__new__(Grown)
        more._early, more._late = self._early, late
        more._replaces = self._replaces or not self._early.keys().isdisjoint(new)
        return more

    def __getitem__(self, key: K) -> V:
        return self._late[key] if key in self._late else self._early[key]

    def __iter__(self) -> Iterator[K]:
        if not self._replaces:
            return chain(self._early, self._late)
        return chain(self._early, (key for key in self._late if key not in self._early))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"Grown({dict(self.items())!r})"

    def values(self) -> ValuesView[V]:
        """Return the values in order; whoever looks for an early one walks no further."""
        return _Values(self)

    def each(self) -> Iterator[V]:
        """Yield the values in order."""
        if not self._replaces:
            return chain(self._early.values(), self._late.values())
        return (self[key] for key in self)


class _Values(ValuesView[V]):
    _mapping: Grown[object, V]

    def __iter__(self) -> Iterator[V]:
        return self._mapping.each()
