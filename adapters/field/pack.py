"""A pack as it was taken along, what was captured in it, and what became of that."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from attrs import frozen

from adapters.codec import make_converter
from adapters.field.sealed import SealedFile
from adapters.intake import command_spec, read_command
from adapters.problems import Unknown, Unreadable
from domain.recorded import Context

ENTRY, OUTCOME, TAKEN = "entry", "outcome", "taken"


@frozen(kw_only=True)
class Taken:
    """What an officer takes along."""

    officer: str
    known: int  # Log index of the last record in it.
    customers: tuple[str, ...]
    answers: Mapping[str, Mapping[str, Any]]  # View -> customer -> the rows of the answer.


@frozen(kw_only=True)
class Entry:
    """A command that was captured."""

    no: int
    command: str
    fields: Mapping[str, Any]
    captured_at: str  # ISO 8601, by the officer's machine.

    @property
    def captured_on(self) -> str:
        """The day of capture."""
        return self.captured_at[:10]


@frozen
class Pack:
    """An open pack."""

    file: SealedFile
    taken: Taken
    entries: Sequence[Entry]
    outcomes: Mapping[int, Mapping[str, Any]]  # By entry; the last of each.

    @classmethod
    def create(cls, file: SealedFile, taken: Taken) -> "Pack":
        """Write what is taken along into a new file."""
        known = {name: getattr(taken, name) for name in Taken.__annotations__}
        file.append({TAKEN: known})
        return cls(file, taken, (), {})

    @classmethod
    def open(cls, file: SealedFile) -> "Pack":
        """Read a pack; Unreadable where it was cut short before it was whole."""
        taken, entries, outcomes = None, [], {}
        for line in file.read():
            if TAKEN in line:
                said = line[TAKEN]
                taken = Taken(**{**said, "customers": tuple(said["customers"])})
            elif ENTRY in line:
                entries.append(Entry(**line[ENTRY]))
            else:
                outcomes[line[OUTCOME]["entry_no"]] = line[OUTCOME]
        if taken is None:
            raise Unreadable((f"{file.path} was not written to its end: issue the pack again",))
        return cls(file, taken, entries, outcomes)

    @property
    def pack_id(self) -> str:
        """The number of the pack."""
        return self.file.pack_id

    def key_of(self, entry: Entry) -> str:
        """Return the idempotency key of an entry: it is recorded once, however often it is sent."""
        return f"field-{self.pack_id}-{entry.no}"

    def capture(self, command: str, fields: Mapping[str, Any], at: str) -> Entry:
        """Keep a command; Unreadable where it could not be read when the pack comes back."""
        self._check(command, fields, at)
        entry = Entry(no=len(self.entries) + 1, command=command, fields=fields, captured_at=at)
        said = {name: getattr(entry, name) for name in Entry.__annotations__}
        self.file.append({ENTRY: said})
        return entry

    def note(self, outcome: Mapping[str, Any]) -> None:
        """Keep what became of an entry."""
        self.file.append({OUTCOME: outcome})

    def _check(self, command: str, fields: Mapping[str, Any], at: str) -> None:
        spec, moment = command_spec(command), datetime.fromisoformat(at)
        context = Context(
            command_id="field", actor=self.taken.officer, at=moment, today=moment.date()
        )
        read_command(make_converter(), spec, fields, context)

    def shown(self, customer_id: str) -> Mapping[str, Any]:
        """Return what was known of a customer, by view; Unknown for one who is not in the pack."""
        if customer_id not in self.taken.customers:
            raise Unknown(f"{customer_id} is not in this pack")
        return {view: rows[customer_id] for view, rows in self.taken.answers.items()}
