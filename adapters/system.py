"""The running system as the edges see it: a bus for each actor."""

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Any, Final

from attrs import define, field, frozen

from adapters.bus import AT_ONCE, Found, Outcome, Page, Turn
from adapters.codec import StrictConverter, make_converter
from adapters.intake import check_zone, command_spec, read_command
from adapters.problems import Unavailable, Unreadable
from adapters.sight import Sight
from adapters.storage.answers import Request
from adapters.storage.core import CreditCore
from adapters.storage.outbox import StoreOutbox
from adapters.storage.sights import Sights
from adapters.storage.views import ViewStore
from adapters.storage.watched import refused_reading, watched_answer
from adapters.telemetry.commands import KEY_LONGEST, QUIET, Sent, Telemetry
from domain.api_key import API_KEY, ApiKey
from domain.catalogue import SPEC_OF
from domain.facts.duty import CONNECTED_SEE_NOTHING
from domain.log import LOG
from domain.log.decisions import NAME
from domain.money import DEFAULT_CURRENCY
from domain.recorded import Context

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
    """A journal with its keys and views, a clock, and what is told of its commands."""

    core: CreditCore
    views: ViewStore
    clock: Clock = utc_now
    telemetry: Telemetry = QUIET
    plugins: tuple[str, ...] = ()  # By others, that it stands on.
    _converter: StrictConverter | None = field(default=None, init=False)
    _sights: Sights = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin to keep what each person sees."""
        self._sights = Sights(self.core.journal, self.views)

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

    def sight(self, actor: str) -> Sight:
        """Return what an actor sees today: not the files of who they are connected with."""
        return self._sights.of(actor, lambda: self.now()[1])

    def bus_of(self, caller: str, branch: str | None, policies: tuple[str, ...]) -> "SystemBus":
        """Return the bus of a caller; the policies stand in every record."""
        return self.bus(caller, branch, policies=policies)

    def turned_away(self, sent: Sent, error: Exception) -> None:
        """Tell of a command that a caller may not send."""
        self.telemetry.ended(sent, error)

    def converter(self) -> StrictConverter:
        """Return the converter for amounts in the institution's currency."""
        settings = self.core.journal.settings()
        if settings is None:
            return make_converter(DEFAULT_CURRENCY)
        if self._converter is None:
            self._converter = make_converter(settings.currency)
        return self._converter

    def noted(self, plugins: Collection[str]) -> bool:
        """Tell whether the journal's last note of plugins names these."""
        if not plugins:
            return True
        noted = self.core.journal.state_of(LOG, NAME).noted
        return noted is not None and set(plugins) <= set(noted.plugins)

    def outbox(self) -> StoreOutbox:
        """Return the journal as those see it who send its events elsewhere."""
        return StoreOutbox(self.core, self.converter)

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
        key, core = fresh_key() if key is None else key, self.system.core

        def act() -> Outcome:
            (outcome,) = core.placed([core.execute(self._request(name, fields, key, expected))])
            return outcome

        return self.system.telemetry.run(self._sent(name, key), act)

    def note(self, command: Any) -> Outcome:
        """Run a command that no edge offers: what the system records of itself."""
        key, core = fresh_key(), self.system.core
        sent = self._sent(SPEC_OF[type(command)].name, key)
        return self.system.telemetry.run(
            sent, lambda: core.execute(Request(command, self._context(key)))
        )

    def run_many(self, calls: Sequence[Call], turn: Turn = AT_ONCE) -> list[Outcome | Exception]:
        """Run commands in order in one transaction; a failure stands in its place.

        Others that run at the same time save in their turn, and these in theirs.
        """
        began = perf_counter()
        requests: list[Request | Exception] = []
        for name, fields, key in calls:
            try:
                requests.append(self._request(name, fields, key, None))
            except Unreadable as error:
                requests.append(error)
        results: list[Outcome | Exception] = []
        try:
            results = self._executed(requests, turn)
        except Exception as error:
            results = [error] * len(calls)
            raise
        finally:
            for (name, _, key), result in zip(calls, results, strict=False):
                self.system.telemetry.ended(self._sent(name, key), result, began)
        return results

    def _executed(
        self, requests: Sequence[Request | Exception], turn: Turn
    ) -> list[Outcome | Exception]:
        core = self.system.core
        good = [request for request in requests if isinstance(request, Request)]
        answers = iter(core.placed(core.execute_many(good, turn)))
        return [next(answers) if isinstance(request, Request) else request for request in requests]

    def read(self, view: str, query: Mapping[str, str], *, purpose: str | None = None) -> Page:
        """Answer a view; see adapters.bus.Bus.

        Where personal data is in the answer, that it was read is recorded before it is given; where
        it cannot be, the answer comes without.  A view that opens by purpose is asked for it.
        Raises Refused, on record too, where the query names what is out of the actor's sight.
        """
        self.system.catch_up()
        journal, sight = self.system.core.journal, self.sight()
        self._require_in_sight(view, query, sight)
        today = journal.day_of(self.system.clock())
        read = self.system.views.read
        return watched_answer(
            lambda watched: read(view, query, watched, today, sight=sight),
            journal,
            self.note,
            query.get("purpose") or purpose or self.purpose,
        )

    def sight(self) -> Sight:
        """Return what the actor sees today."""
        return self.system.sight(self.actor)

    def _require_in_sight(self, source: str, named: Mapping[str, str], sight: Sight) -> None:
        """Raise Refused, and record it, where something named is out of sight."""
        if not sight.hides(named):
            return
        with suppress(Unavailable):  # Who may not write is refused all the same.
            self.note(refused_reading(source, sight.hidden_in(named)))
        CONNECTED_SEE_NOTHING.require(False, asked=source, actor=self.actor)

    def find(self, kind: str, text: str) -> Found:
        """Return the customers found by a "document" number, a "name" or a "phone" number.

        Raises Refused, on record too, where all of them are out of the actor's sight.
        """
        sight, found = self.sight(), self.system.core.journal.find(kind, text)
        seen = [customer for customer in found if not sight.hides({"customer_id": customer})]
        if found and not seen:
            self._require_in_sight("find", {"customer_id": found[0]}, sight)
        return Found(seen, len(found) - len(seen))

    def _sent(self, name: str, key: str) -> Sent:
        return Sent(name=name, key=key, actor=self.actor)

    def _request(
        self, name: str, fields: Mapping[str, Any], key: str, expected: int | None
    ) -> Request:
        spec, context = command_spec(name), self._context(key)
        command = read_command(self.system.converter(), spec, fields, context)
        if zone := getattr(command, "time_zone", None):
            check_zone(zone)
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


@define
class HandClock:
    """A clock that is set by hand: the demonstration lives through two years in seconds."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def set(self, at: datetime) -> None:
        """Move the clock."""
        self.at = at
