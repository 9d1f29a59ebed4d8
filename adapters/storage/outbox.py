"""The journal as those see it who send its events elsewhere."""

from collections.abc import Callable, Collection, Mapping, Sequence

from attrs import frozen
from cattrs import Converter

from adapters.bus import Outgoing
from adapters.storage.core import CreditCore


@frozen
class StoreOutbox:
    """The events that come after a place, which each reader keeps by its name; see bus.Outbox."""

    core: CreditCore
    converter: Callable[[], Converter]

    @property
    def log(self) -> str:
        """The journal's outside name; "" before it is open."""
        settings = self.core.journal.settings()
        return settings.log_name if settings else ""

    def pending(self, name: str, limit: int) -> Sequence[Outgoing]:
        """Return what comes after the place of that name, in order."""
        log, converter = self.log, self.converter()
        return [
            Outgoing(
                index=fact.index,
                log=log,
                stream=fact.stream,
                version=fact.version,
                name=fact.name,
                recorded_at=fact.recorded_at,
                command_id=fact.context.command_id,
                fields=converter.unstructure(fact.event),
            )
            for fact in self.core.journal.facts(self._place(name), limit)
        ]

    def sent(self, name: str, index: int) -> None:
        """Keep the place: all up to this log index has arrived."""
        self.core.store.set_note(f"outbox:{name}", str(index))

    def waiting(self, name: str) -> int:
        """Return how many events come after the place of that name."""
        return self.core.journal.head() - self._place(name)

    def behind(self, names: Collection[str]) -> Mapping[str, int]:
        """Return how many events wait for each of these that has sent any."""
        used = [name for name in names if self.core.store.note(f"outbox:{name}") is not None]
        return {name: self.waiting(name) for name in used}

    def _place(self, name: str) -> int:
        return int(self.core.store.note(f"outbox:{name}") or -1)
