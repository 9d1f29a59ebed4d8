"""Events into records and sealed fields, and back.

Source: RFC 9901 (salted digests of disclosures, and decoys): the record holds digests only, the
disclosures lie beside it, sealed under the person's key.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Any, Final

import msgspec
from attrs import evolve, frozen
from eventsourcing.persistence import StoredEvent

from adapters.codec import make_converter
from adapters.storage.digests import canonical, digest, keyed, parse, several_salts
from adapters.storage.keys import Keys, seal, unseal
from adapters.storage.personal import PersonalField, has_personal, put_in, take_out
from adapters.storage.plain import inputs_of, plain
from adapters.storage.records import Record, read_record, with_decoys, write_record
from adapters.storage.store import LogRow, LookupRow, StreamRow, VaultRow
from adapters.storage.typed import Reader, reader
from adapters.storage.versions import VERSIONS, Versions
from domain.catalogue import DECIDER_OF, EVENT_NAMES, EVENTS, CommandSpec
from domain.fields import ERASED

REFERENCE: Final = "sealed:"


@frozen
class Entry:
    """A record with what is saved beside it."""

    stored: StoredEvent
    vault: tuple[VaultRow, ...] = ()
    lookups: tuple[LookupRow, ...] = ()


@frozen
class Disclosure:
    """A personal field as it can be shown: [salt, path, value], which a digest stands for."""

    path: str
    digest: str
    text: bytes


@frozen(kw_only=True)
class Place:
    """Where a record will stand."""

    stream: str
    version: int
    prev: str | None
    log: str
    context: dict[str, Any]


def person_of(stream: str, event: Any) -> str:
    """Return whose key seals an event: its customer_id, or the stream's own id."""
    return getattr(event, "customer_id", None) or stream.partition("-")[2]


def reference(stream: str, version: int, path: str) -> str:
    """Return how a view names a sealed field."""
    return f"{REFERENCE}{stream}@{version}#{path}"


def place_of(named: str) -> tuple[str, int, str]:
    """Return (stream, version, path) of a reference."""
    place, _, path = named.removeprefix(REFERENCE).partition("#")
    stream, _, version = place.rpartition("@")
    return stream, int(version), path


class _Readers(dict[str, Reader]):
    """Readers by the names of their events, each made when it is first asked for."""

    def __init__(self, schemas: Mapping[str, int]) -> None:
        """Read events of these schemas."""
        super().__init__()
        self._schemas = schemas

    def __missing__(self, name: str) -> Reader:
        made = self[name] = reader(EVENTS[name], name, self._schemas[name])
        return made


class Scribe:
    """Writes events as records, and reads them open (for decisions) or closed (for views)."""

    def __init__(self, keys: Keys, versions: Versions = VERSIONS) -> None:
        """Seal under these keys, and upcast by these versions."""
        self._keys = keys
        self._versions = versions
        self._current = {name: versions.current(name) for name in EVENTS}
        self._converter = make_converter(stored=True)
        self._readers = _Readers(self._current)

    def write(self, event: Any, place: Place) -> Entry:
        """Return the record of an event and its sealed fields."""
        kind: Any = type(event)
        name, written = EVENT_NAMES[kind], plain(kind)(event)
        fields = take_out(kind, written)
        person = person_of(place.stream, event) if fields else ""
        vault, digests = self._seal(fields, place, person) if fields else ((), [])
        record = Record(
            stream=place.stream,
            version=place.version,
            name=name,
            schema=self._current[name],
            data=written,
            sealed=with_decoys(digests),
            prev=place.prev,
            log=place.log,
            context=place.context,
        )
        stored = StoredEvent(place.stream, place.version, name, write_record(record))
        return Entry(stored, vault, tuple(self._look_ups(fields, person)))

    def read_open(self, stored: Sequence[StoredEvent], vault: Sequence[VaultRow]) -> list[Any]:
        """Return the events of records of a stream as read_stream does."""
        rows = [(each.originator_version, each.topic, each.state) for each in stored]
        return self.read_stream(rows, vault)

    def read_stream(self, rows: Iterable[StreamRow], vault: Sequence[VaultRow]) -> list[Any]:
        """Return the events of a stream with their personal fields, "[erased]" where gone."""
        said = self.personal(vault)

        def opened(version: int, path: str) -> str | None:
            return said.get((version, path), ERASED)

        return [self._typed(topic, content, opened, version) for version, topic, content in rows]

    def personal(self, vault: Sequence[VaultRow]) -> Mapping[tuple[int, str], str | None]:
        """Return what the sealed fields of a stream say by (version, path); erased ones not."""
        return {(row.version, path): value for row in vault for _, path, value in self._opened(row)}

    def read_references(self, rows: Iterable[LogRow]) -> list[Any]:
        """Return the events of rows of the log as read_closed does."""
        return [
            self._typed(topic, content, reference, stream, version)
            for _, _, stream, version, topic, content in rows
        ]

    def read_closed(self, record: Record) -> Any:
        """Return the event of a record with references in place of its personal fields."""
        return self._event(record, lambda path: reference(record.stream, record.version, path))

    def disclosures(self, row: VaultRow) -> Sequence[Disclosure]:
        """Return what is under a seal, each with its digest; none where the key is gone.

        Raises Unavailable where it does not open.
        """
        texts = [(path, canonical([salt, path, value])) for salt, path, value in self._opened(row)]
        return [Disclosure(path, digest(text), text) for path, text in texts]

    def _opened(self, row: VaultRow) -> Sequence[tuple[str, str, str | None]]:
        key = self._keys.key(row.person)
        if key is None:
            return ()
        said = parse(unseal(key, row.sealed, row.bound_to))
        return [said] if row.path else said

    def keyed(self, kind: str, text: str) -> str:
        """Return the keyed hash of a text under which a person or guard is found."""
        return keyed(self._keys.master.lookup, kind, text)

    def keyed_content(self, spec: CommandSpec, command: Any, actor: str) -> str:
        """Return the keyed hash of what a command asks for and of who sent it."""
        asked = inputs_of(spec.type, spec.inputs)(command)
        return self.keyed(f"command {spec.name} {actor}", canonical(asked).decode())

    def new_name(self) -> str:
        """Return a fresh random name for a stream that stands for a keyed identity."""
        return secrets.token_hex(12)

    def _typed(self, topic: str, content: bytes, says: Callable[..., Any], *place: Any) -> Any:
        """Read a record by its event's reader; by the strict converter where that cannot.

        says tells what a personal field holds, given the place and the field's path.
        """
        try:
            reader = self._readers[topic]
            found = reader.decode(content).data
            return (
                reader.make(found, partial(says, *place), "")
                if reader.personal
                else reader.make(found)
            )
        except (KeyError, ValueError, msgspec.ValidationError):  # It says what is wrong with it.
            return self._event(read_record(content), partial(says, *place))

    def _event(self, record: Record, supply: Callable[[str], str | None]) -> Any:
        kind = EVENTS[record.name]
        fields = self._versions.upcast(record.name, record.schema, record.data)
        if has_personal(kind):
            put_in(kind, fields, supply)
        return self._converter.structure(fields, kind)

    def _seal(
        self, fields: Sequence[PersonalField], place: Place, person: str
    ) -> tuple[tuple[VaultRow, ...], list[str]]:
        """Return the fields of an event under one seal, and the digests of their disclosures."""
        salts = several_salts(len(fields))
        texts = [canonical([s, f.path, f.value]) for s, f in zip(salts, fields, strict=True)]
        bare = VaultRow(place.stream, place.version, "", person, "", "")
        content, key = b"[" + b",".join(texts) + b"]", self._keys.key_or_new(person)
        sealed = evolve(bare, sealed=seal(key, content, bare.bound_to))
        return (sealed,), [digest(text) for text in texts]

    def _look_ups(self, fields: Sequence[PersonalField], person: str) -> Sequence[LookupRow]:
        return [
            LookupRow(f.find, self.keyed(f.find, folded(f.value)), person)
            for f in fields
            if f.find and f.value is not None
        ]


def folded(text: str) -> str:
    """Return a text as it is looked up: without spaces and hyphens, in one case."""
    return "".join(text.split()).replace("-", "").casefold()


@cache
def keeps_personal(category: str) -> bool:
    """Tell whether streams of a category hold personal fields."""
    kinds: tuple[Any, ...] = DECIDER_OF[category].events
    return any(has_personal(kind) for kind in kinds)
