"""The running system as the edges see it: a bus for each actor."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Any, Final
from zoneinfo import ZoneInfo

from attrs import define, field, frozen
from cattrs import Converter

from adapters.bus import Outcome, Outgoing, Page
from adapters.codec import make_converter
from adapters.intake import command_spec, read_command
from adapters.log import Log, no_log
from adapters.problems import Unreadable, problem
from adapters.storage.core import CreditCore, Request
from adapters.storage.views import ViewStore
from adapters.storage.watched import watched_answer
from domain.api_key import API_KEY, ApiKey
from domain.catalogue import SPEC_OF
from domain.money import DEFAULT_CURRENCY
from domain.recorded import Context

KEY_LONGEST: Final = 128
# What the head office keeps for all branches.
SHARED: Final = frozenset(
    ("benchmark", "checklist", "mandate", "policy", "product", "scorecard", "staff", "unit")
)

Clock = Callable[[], datetime]
Call = tuple[str, Mapping[str, Any], str]  # Command name, fields, idempotency key.


def utc_now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


def fresh_key() -> str:
    """Return an idempotency key that nobody has used."""
    return f"cmd-{secrets.token_hex(12)}"


@define
class System:
    """A journal with its keys and views, a clock, and a log."""

    core: CreditCore
    views: ViewStore
    clock: Clock = utc_now
    log: Log = no_log
    _converter: Converter | None = field(default=None, init=False)

    def bus(
        self,
        actor: str,
        branch: str | None = None,
        purpose: str | None = None,
        policies: tuple[str, ...] = (),
    ) -> "SystemBus":
        """Return the bus of one actor, who reads personal data for a purpose.

        policies are those that let the actor in.
        """
        return SystemBus(self, actor, branch, purpose, policies)

    # What the gate asks; see adapters.access.gate.House.

    def now(self) -> tuple[datetime, date]:
        """Return the moment, and the institution's day."""
        moment = self.clock()
        return moment, self.core.journal.day_of(moment)

    def api_key(self, number: str) -> ApiKey:
        """Return a key as it stands now."""
        key: ApiKey = self.core.journal.state_of(API_KEY, number)
        return key

    def home(self, stream: str) -> str | None:
        """Return the branch whose object a stream is; None where all branches may see it."""
        if stream.partition("-")[0] in SHARED:
            return None
        return self.core.journal.home(stream)

    def bus_of(self, caller: str, branch: str | None, policies: tuple[str, ...]) -> "SystemBus":
        """Return the bus of a caller; the policies stand in every record."""
        return self.bus(caller, branch, policies=policies)

    def converter(self) -> Converter:
        """Return the converter for amounts in the institution's currency."""
        settings = self.core.journal.settings()
        if settings is None:
            return make_converter(DEFAULT_CURRENCY)
        if self._converter is None:
            self._converter = make_converter(settings.currency)
        return self._converter

    def catch_up(self) -> None:
        """Bring the views up to the journal."""
        self.views.catch_up(self.core.journal)

    def close(self) -> None:
        """Close the files."""
        self.views.close()
        self.core.store.close()
        self.core.keys.close()

    def __enter__(self) -> "System":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@frozen
class SystemBus:
    """The core on behalf of one actor; every call leaves exactly one line in the log."""

    system: System
    actor: str
    branch: str | None = None
    purpose: str | None = None  # What personal data is read for.
    policies: tuple[str, ...] = ()

    def run(
        self,
        name: str,
        fields: Mapping[str, Any],
        *,
        key: str | None = None,
        expected: int | None = None,
    ) -> Outcome:
        """Run a command; see adapters.bus.Bus."""
        began = perf_counter()
        key = fresh_key() if key is None else key
        try:
            core = self.system.core
            (outcome,) = core.placed([core.execute(self._request(name, fields, key, expected))])
        except Exception as error:
            self._say(name, key, began, error)
            raise
        self._say(name, key, began, outcome)
        return outcome

    def note(self, command: Any) -> Outcome:
        """Run a command that no edge offers: what the system records of itself."""
        began, key = perf_counter(), fresh_key()
        name = SPEC_OF[type(command)].name
        try:
            outcome = self.system.core.execute(Request(command, self._context(key)))
        except Exception as error:
            self._say(name, key, began, error)
            raise
        self._say(name, key, began, outcome)
        return outcome

    def run_many(self, calls: Sequence[Call]) -> list[Outcome | Exception]:
        """Run commands in order in one transaction; a failure stands in its place."""
        began = perf_counter()
        requests: list[Request | Exception] = []
        for name, fields, key in calls:
            try:
                requests.append(self._request(name, fields, key, None))
            except Unreadable as error:
                requests.append(error)
        good = [request for request in requests if isinstance(request, Request)]
        answers = iter(self.system.core.placed(self.system.core.execute_many(good)))
        results: list[Outcome | Exception] = [
            next(answers) if isinstance(request, Request) else request for request in requests
        ]
        for (name, _, key), result in zip(calls, results, strict=True):
            self._say(name, key, began, result)
        return results

    def read(self, view: str, query: Mapping[str, str]) -> Page:
        """Answer a view; see adapters.bus.Bus.

        Where personal data is in the answer, that it was read is recorded before it is given; where
        it cannot be, the answer comes without.
        """
        self.system.catch_up()
        journal = self.system.core.journal
        today = journal.day_of(self.system.clock())
        read = self.system.views.read
        return watched_answer(
            lambda watched: read(view, query, watched, today), journal, self.note, self.purpose
        )

    def find(self, kind: str, text: str) -> Sequence[str]:
        """Return the customers found by a "document" number, a "name" or a "phone" number."""
        return self.system.core.journal.find(kind, text)

    def _request(
        self, name: str, fields: Mapping[str, Any], key: str, expected: int | None
    ) -> Request:
        spec, context = command_spec(name), self._context(key)
        command = read_command(self.system.converter(), spec, fields, context)
        if zone := getattr(command, "time_zone", None):
            _check_zone(zone)
        return Request(command, context, expected)

    def _context(self, key: str) -> Context:
        if not (0 < len(key) <= KEY_LONGEST and key.isascii() and key.isprintable()):
            raise Unreadable(
                (f"an idempotency key is 1 to {KEY_LONGEST} visible ASCII characters",)
            )
        at = self.system.clock()
        today = self.system.core.journal.day_of(at)
        return Context(
            command_id=key,
            actor=self.actor,
            at=at,
            today=today,
            branch=self.branch,
            policy=self.policies,
        )

    def _say(self, name: str, key: str, began: float, result: Outcome | Exception) -> None:
        spent = {"milliseconds": round(1000 * (perf_counter() - began), 2)}
        line = {"command": name, "command_id": key, "actor": self.actor, **spent}
        if isinstance(result, Outcome):
            self.system.log(
                "repeated" if result.repeated else "recorded",
                stream=result.stream,
                version=result.version,
                events=len(result.events),
                **line,
            )
        else:
            known = problem(result)
            self.system.log(
                "refused" if known else "failed", code=known.code if known else "", **line
            )


@frozen
class SystemOutbox:
    """The journal as those see it who send its events elsewhere; see adapters.bus.Outbox."""

    system: System

    @property
    def log(self) -> str:
        """The journal's outside name; "" before it is open."""
        settings = self.system.core.journal.settings()
        return settings.log_name if settings else ""

    def pending(self, name: str, limit: int) -> Sequence[Outgoing]:
        """Return what comes after the place of that name, in order."""
        log, converter = self.log, self.system.converter()
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
            for fact in self.system.core.journal.facts(self._place(name), limit)
        ]

    def sent(self, name: str, index: int) -> None:
        """Keep the place: all up to this log index has arrived."""
        self.system.core.store.set_note(f"outbox:{name}", str(index))

    def waiting(self, name: str) -> int:
        """Return how many events come after the place of that name."""
        return self.system.core.journal.head() - self._place(name)

    def _place(self, name: str) -> int:
        return int(self.system.core.store.note(f"outbox:{name}") or -1)


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise Unreadable((f"no time zone is named {name} @ time_zone",)) from error


@define
class HandClock:
    """A clock that is set by hand: the demonstration lives through two years in seconds."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def set(self, at: datetime) -> None:
        """Move the clock."""
        self.at = at
