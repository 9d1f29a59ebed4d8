"""Facts as the store gives them: who sent the command is read only where somebody asks."""

from datetime import date
from typing import Any, Final

from adapters.storage.records import context_of
from adapters.storage.store import LogRow
from domain.recorded import Context, Fact


class StoredFact(Fact):
    """A fact of one row of the log."""

    __slots__ = ("_content",)
    _content: bytes

    def __init__(self, row: LogRow, event: Any, on: date) -> None:
        """Take a row with its event, and the day that it counts from."""
        index, recorded_at, stream, version, name, content = row
        _index(self, index)
        _recorded_at(self, recorded_at)
        _stream(self, stream)
        _version(self, version)
        _name(self, name)
        _event(self, event)
        _on(self, on)
        _content(self, content)

    @property
    def context(self) -> Context:
        """Who sent the command, when, and on whose authority; read when it is asked for."""
        return context_of(self._content)


# Frozen as the class is, its slots are filled by their own setters: a walk makes millions.
_SLOTS: Final[Any] = vars(Fact)
_index, _recorded_at, _stream, _version, _name, _event, _on = (
    _SLOTS[name].__set__
    for name in ("index", "recorded_at", "stream", "version", "name", "event", "on")
)
_content = vars(StoredFact)["_content"].__set__
