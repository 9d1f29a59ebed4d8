"""The loop that runs every command: load, fold, decide, append, and try again on conflict."""

import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

import attrs
from eventsourcing.application import Application
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Mapper,
    PersistenceError,
)
from eventsourcing.utils import Environment, EnvType

from adapters.bus import AT_ONCE, Outcome, Turn
from adapters.problems import Conflict, Stale, Unavailable
from adapters.storage.answers import Answer, FirstAnswers, Request, outcome_of
from adapters.storage.attempt import Attempt, Stream, names
from adapters.storage.closing import close_up
from adapters.storage.digests import digest
from adapters.storage.journal import Journal
from adapters.storage.key_care import complete_erasures, require_its_keys
from adapters.storage.keys import Keys
from adapters.storage.mapper import EventMapper
from adapters.storage.records import write_context
from adapters.storage.scribe import Scribe, keeps_personal
from adapters.storage.store import CommandRow, Side, Store
from adapters.storage.warm import WarmStreams
from domain.catalogue import SPEC_OF
from domain.decider import Decider
from domain.facts.involved import Involved
from domain.facts.related import Related
from domain.log.commands import OpenLog
from domain.log.rules import LOG_IS_OPEN
from domain.rules import Refused

ATTEMPTS_MAX: Final = 12

Decided = tuple[Attempt, list[Answer | None]]  # None for an answer that saving gives.
T = TypeVar("T", bound=Answer)


class CreditCore(Application[str]):
    """The only writer of events."""

    name = "credit"

    def __init__(self, store: Store, keys: Keys) -> None:
        """Run on a store with its keys, and complete erasures that were cut short.

        Raises Unavailable where the keys are not those that the store was written with.
        """
        self.store, self.keys, self.scribe = store, keys, Scribe(keys)
        self.journal = Journal(store, self.scribe)
        self._first = FirstAnswers(store, self.scribe)
        self._warm = WarmStreams()
        # Who hangs together with a customer on a day; who wires the graph of relations sets it.
        self.related: Callable[[str, date], Related | None] = lambda _customer, _day: None
        # What names a customer; who wires the views sets it.  Without it nobody is erased.
        self.involved: Callable[[str], Involved | None] = lambda _customer: None
        super().__init__()
        require_its_keys(store, keys)
        with suppress(Unavailable):  # Another process reads; the erasure is completed later.
            complete_erasures(self.store, self.keys)

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Take settings from the caller alone; the library would mix in os.environ."""
        return Environment(name, dict(env or {}))

    def construct_mapper(self) -> Mapper[str]:
        """Map by the catalogue of events."""
        return EventMapper(transcoder=self.construct_transcoder())

    def construct_recorder(self) -> ApplicationRecorder:
        """Record in the store."""
        return self.store.recorder()

    def execute(self, request: Request) -> Outcome:
        """Decide a command on its stream as it now is, and record all that follows.

        A key that was used before gets its first answer, also where that was lost on its way.
        Raises Refused where a rule forbids it, Stale for another version than expected, Conflict
        where the key was used for other content or others kept writing for ATTEMPTS_MAX
        attempts, Unavailable where the store fails.  Then nothing was recorded.
        """
        for attempt in range(ATTEMPTS_MAX):
            try:
                (answer,) = self._run([request], again=attempt > 0)
            except IntegrityError:
                self._warm.clear()
                time.sleep(random.uniform(0, 0.002 * 2**attempt))
                continue
            if isinstance(answer, Exception):
                raise answer
            return answer
        raise Conflict(f"others kept writing for {ATTEMPTS_MAX} attempts: send it again")

    def execute_many(self, requests: Sequence[Request], turn: Turn = AT_ONCE) -> list[Answer]:
        """Run commands in order and save what follows in one transaction.

        Each gets its own answer: a refusal is returned in its place and the others go on.  Where
        several prepare at the same time, each saves within its turn; what no longer holds by then
        is decided again.
        """
        decided = self._decided_if_free(requests)
        with turn:
            return (
                self._saved_if_free(decided, requests)
                or self._saved_if_free(self._decided_if_free(requests, again=True), requests)
                or [self._one(request) for request in requests]  # Each may try again.
            )

    def _one(self, request: Request) -> Answer:
        try:
            return self.execute(request)
        except (Refused, Stale, Conflict) as error:
            return error

    def placed(self, answers: Sequence[T]) -> list[T]:
        """Return answers with their places in the log, where a server had yet to give them."""
        waiting = [
            a.command_id for a in answers if isinstance(a, Outcome) and a.events and a.index is None
        ]
        places = self.store.placed(waiting) if waiting else {}
        return [
            attrs.evolve(a, index=places[a.command_id][0], recorded_at=places[a.command_id][1])
            if isinstance(a, Outcome) and a.command_id in places
            else a
            for a in answers
        ]

    def _run(self, requests: Sequence[Request], *, again: bool = False) -> list[Answer]:
        return self._saved(*self._decided(requests, again=again), requests)

    def _decided(self, requests: Sequence[Request], *, again: bool = False) -> Decided:
        """Decide requests, each on what the ones before it led to.

        again looks under the keys before anything is decided: someone else wrote meanwhile, and
        it may have been the same command.
        """
        settings = self.journal.settings()
        batch = Attempt(
            load=self._load,
            guard_stream=self.store.guard,
            scribe=self.scribe,
            log=settings.log_name if settings else "",
            close_up=partial(close_up, self.store, self.journal),
            involved=self.involved,
        )
        if len(requests) == 1:
            return batch, [self._decide(requests[0], batch, again=again)]
        unwritten = self._unwritten(requests)
        batch.streams.update(unwritten)
        batch.read.update(dict.fromkeys(unwritten, 0))
        named = (getattr(request.command, "customer_id", None) for request in requests)
        with self.keys.together({customer for customer in named if customer}):
            return batch, [self._decide(request, batch, again=again) for request in requests]

    def _decided_if_free(
        self, requests: Sequence[Request], *, again: bool = False
    ) -> Decided | None:
        """Return what was decided; None where another process made a key of the same person."""
        with suppress(IntegrityError):
            return self._decided(requests, again=again)
        return None

    def _saved_if_free(
        self, decided: Decided | None, requests: Sequence[Request]
    ) -> list[Answer] | None:
        """Save what was decided; None where it no longer holds, for someone else wrote meanwhile.

        That a refusal holds is asked for here; whether the rest does, shows when it is saved.
        """
        if decided is None or (
            len(decided[0].rows) < len(requests)
            and self.store.went_on(tuple(decided[0].read.items()))
        ):
            return None
        try:
            return self._saved(*decided, requests)
        except IntegrityError:
            self._warm.clear()
            return None

    def _saved(
        self, batch: Attempt, answers: Sequence[Answer | None], requests: Sequence[Request]
    ) -> list[Answer]:
        """Save what was decided in one transaction, and return all answers."""
        saved = iter(self._save(batch, requests) if batch.rows else ())
        return [answer or outcome_of(next(saved)) for answer in answers]

    def _decide(self, request: Request, batch: Attempt, *, again: bool) -> Answer | None:
        """Return a first answer or a refusal, or add to the batch what would be recorded.

        That a key was used before shows when the answer is saved under it, so it is only looked
        for where nothing would be recorded, or where saving has failed once.
        """
        content = self._first.content(request)
        try:
            answered = self._first.answer(request, content) if again else None
            if answered:
                return answered
            trial, row = self._try(request, content, batch)
        except (Refused, Stale, Conflict) as error:
            return self._first.answer_or(error, request, content)
        if not trial.entries and (first := self._first.answer_or(None, request, content)):
            return first
        batch.take(trial, row)
        return None

    def _try(self, request: Request, content: str, batch: Attempt) -> tuple[Attempt, CommandRow]:
        """Return what a command would lead to, on what the batch has led to, and its answer."""
        context = request.context
        trial = batch.trial(
            write_context(context), lambda customer: self.related(customer, context.today)
        )
        LOG_IS_OPEN.require(bool(batch.log) or isinstance(request.command, OpenLog))
        stream, events = trial.decide(request.command, request.expected)
        last = len(batch.entries) + len(trial.entries) - 1 if trial.entries else None
        version = trial.streams[stream].version
        return trial, CommandRow(
            context.command_id, content, stream, version, names(events), last, None
        )

    def _save(self, batch: Attempt, requests: Sequence[Request]) -> Sequence[CommandRow]:
        """Save a batch in one transaction, and return its answers as saved."""
        side = Side(
            now=max(request.context.at for request in requests),
            commands=tuple(batch.rows),
            vault=tuple(row for e in batch.entries for row in e.vault),
            lookups=tuple(row for e in batch.entries for row in e.lookups),
            guards=tuple(batch.guards.values()),
            erased=tuple(batch.erased),
            read=batch.relied_on(),
        )
        try:
            saved = self._append(batch, side)
        except IntegrityError:
            raise
        except PersistenceError as error:
            saved = self._after_lost_answer(batch, error)
        self._warm.keep(batch.streams)
        if batch.erased:
            self._warm.clear()
            complete_erasures(self.store, self.keys)
        return saved

    def _append(self, batch: Attempt, side: Side) -> Sequence[CommandRow]:
        if batch.entries:
            return self.store.append([entry.stored for entry in batch.entries], side)
        self.store.save_commands(side.commands)
        return side.commands

    def _after_lost_answer(self, batch: Attempt, error: PersistenceError) -> list[CommandRow]:
        """Return the answers where the commit happened although the word of it was lost."""
        self._warm.clear()
        with suppress(PersistenceError, Unavailable):
            saved = [row for asked in batch.rows if (row := self.store.command(asked.key))]
            if len(saved) == len(batch.rows):
                return saved
        raise Unavailable(
            f"the store did not take it ({error}): make room or mend the disk, and send it again"
            " with the same key"
        ) from error

    def _unwritten(self, requests: Sequence[Request]) -> dict[str, Stream]:
        """Return the streams of commands that nobody has written yet, asked for at once."""
        asked: dict[str, Decider[Any, Any, Any]] = {}
        for request in requests:
            decider = SPEC_OF[type(request.command)].decider
            if not decider.keyed_for:
                asked[decider.stream(request.command)] = decider
        cold = [stream for stream in asked if self._warm.get(stream) is None]
        written = self.store.written(cold)
        return {s: Stream(0, None, asked[s].initial) for s in cold if s not in written}

    def _load(self, stream: str, decider: Decider[Any, Any, Any]) -> Stream:
        """Return a stream as it now is, reading only what the cache does not know."""
        at = self._warm.get(stream) or Stream(0, None, decider.initial)
        rows = self.store.stream(stream, at.version)
        if not rows:
            return at
        vault = self.store.vault(stream) if keeps_personal(decider.category) else ()
        state = decider.initial if at.version == 0 else at.state
        for event in self.scribe.read_stream(rows, vault):
            state = decider.evolve(state, event)
        version, _, content = rows[-1]
        return Stream(version, digest(content), state)
