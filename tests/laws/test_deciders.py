"""What holds for every decider of the catalogue, over generated commands and histories."""

from typing import Any

import attrs
import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from adapters.codec import make_converter, read
from adapters.problems import Conflict, Unreadable
from adapters.storage.keys import Keys
from adapters.storage.scribe import Place, Scribe
from adapters.system import System
from domain.catalogue import COMMANDS, EVENT_NAMES, CommandSpec
from domain.rules import Refused
from tests.adapters.callers import fields_of
from tests.laws.histories import histories, play

each_command = pytest.mark.parametrize("spec", COMMANDS.values(), ids=COMMANDS)
CONVERTER = make_converter()
STAMPS = {"actor": "zhao", "today": "2026-06-30"}


def command_of(spec: CommandSpec, fields: dict[str, Any]) -> Any:
    """Return a command with its stamped fields filled; nothing is found elsewhere."""
    stamps = {name: STAMPS[part] for name, part in spec.stamps.items()}
    return read(CONVERTER, {**fields, **stamps, **dict.fromkeys(spec.look_ups)}, spec.type)


def outcome(spec: CommandSpec, command: Any, state: Any) -> tuple[Any, ...] | str:
    """Return the events, or the code of the rule that refused."""
    try:
        return tuple(spec.decider.decide(command, state))
    except Refused as refusal:
        return refusal.rule.code


@each_command
@settings(max_examples=15)
@for_all(st.data())
def test_a_command_sent_twice_does_what_it_does_once(spec, data):
    command, state = command_of(spec, data.draw(fields_of(spec))), spec.decider.initial
    first = outcome(spec, command, state)
    assert first == outcome(spec, command, state)
    if isinstance(first, tuple):
        assert {type(event) for event in first} <= set(spec.decider.events)
        for event in first:
            state = spec.decider.evolve(state, event)
        assert outcome(spec, command, state) == () or isinstance(outcome(spec, command, state), str)


@settings(max_examples=12)
@for_all(histories)
def test_an_act_sent_again_with_a_fresh_key_does_nothing_more(history):
    with play(()) as system:
        for name, fields in history:
            bus = system.bus("zhao")
            try:
                bus.run(name, fields)
                head = system.core.journal.head()
                assert bus.run(name, fields).events == ()
            except (Refused, Conflict, Unreadable):
                head = system.core.journal.head()
            assert system.core.journal.head() == head


@each_command
@settings(max_examples=15)
@for_all(st.data())
def test_a_command_survives_the_way_out_and_in(spec, data):
    command = command_of(spec, data.draw(fields_of(spec)))
    assert CONVERTER.structure(CONVERTER.unstructure(command), spec.type) == command


def facts_of(system: System) -> list[Any]:
    """Return all facts of a journal."""
    return list(system.core.journal.facts(-1, 10_000))


@settings(max_examples=12)
@for_all(histories)
def test_every_event_survives_its_record_and_its_state_is_what_a_replay_gives(history):
    with play(history) as system:
        core, scribe = system.core, Scribe(Keys(None))
        streams = {fact.stream for fact in facts_of(system)}
        for stream in streams:
            stored = core.recorder.select_events(stream)
            events = core.scribe.read_open(stored, core.store.vault(stream))
            for version, event in enumerate(events, 1):
                place = Place(stream=stream, version=version, prev=None, log="x", context=CONTEXT)
                entry = scribe.write(event, place)
                assert scribe.read_open([entry.stored], entry.vault) == [event]
                assert EVENT_NAMES[type(event)] == stored[version - 1].topic


@settings(max_examples=12)
@for_all(histories)
def test_what_is_read_closed_and_then_opened_is_what_is_read_open(history):
    with play(history) as system:
        core = system.core
        for fact in facts_of(system):
            stored = core.recorder.select_events(fact.stream, gt=fact.version - 1, limit=1)
            (event,) = core.scribe.read_open(stored, core.store.vault(fact.stream))
            assert _opened(fact.event, core.journal) == event


def _opened(value: Any, journal: Any) -> Any:
    """Return a value with its references replaced by what they say."""
    if isinstance(value, str) and value.startswith("sealed:"):
        return journal.open_refs([value])[value]
    if isinstance(value, tuple):
        return tuple(_opened(item, journal) for item in value)
    if attrs.has(type(value)):
        names = [f.name for f in attrs.fields(type(value))]
        return attrs.evolve(value, **{n: _opened(getattr(value, n), journal) for n in names})
    return value


CONTEXT = {
    "actor": "zhao",
    "approval": (),
    "at": "2026-01-01T00:00:00.000000Z",
    "branch": None,
    "cause": None,
    "cmd": "c",
    "policy": (),
}
