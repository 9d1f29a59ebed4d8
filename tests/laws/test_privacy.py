"""What is personal stands in no record, in no fact for views, in no refusal and in no log line."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from adapters.problems import Conflict, Unreadable
from adapters.settings import Settings
from adapters.storage.personal import has_personal, put_in
from adapters.system import System
from adapters.telemetry.commands import Telemetry
from adapters.wiring import open_system
from domain.catalogue import COMMANDS, CommandSpec
from domain.drawdown import DRAWDOWN
from domain.rules import Refused
from tests.adapters.callers import fields_of
from tests.contract_papers import REQUEST, bank_with_an_approval, contracted
from tests.department import units
from tests.laws.customers import BEFORE, TOLD, officer
from tests.village import LI, OPEN, ZHANG

CANARY = "13912347391"  # A telephone number has to have the shape of one.
NAMED = {"customer_id": "C1", "file_id": "customer-C1"}
ACCEPTED = {
    "customer.register": {**LI, "address": "", "document": {"kind": "passport", "number": ""}},
    "customer.change_particulars": {
        "customer_id": "C1",
        "since": "2025-01-02",
        "others": [{"name": "village", "value": ""}],
    },
    "customer.add_document": {
        "customer_id": "C1",
        "document": {"kind": "passport", "number": ""},
        "since": "2025-01-02",
    },
    "customer.add_contact": {
        "customer_id": "C1",
        "contact_id": "K1",
        "relation": "spouse",
        "since": "2025-01-02",
    },
    "archive.file_document": {
        "file_id": "customer-C1",
        "document_id": "D1",
        "kind": "income_proof",
        "digest": "sha256:" + "0" * 64,
        "dated": "2025-01-02",
    },
    **TOLD,
    "drawdown.request": REQUEST,
}
PERSONAL = {name: spec for name, spec in COMMANDS.items() if has_personal(spec.type)}
each_command = pytest.mark.parametrize("spec", PERSONAL.values(), ids=PERSONAL)


def marked(spec: CommandSpec, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with a canary in each personal one."""
    written = deepcopy(fields)
    put_in(spec.type, written, lambda _path: CANARY)
    return written


def opened(lines: list[str]) -> System:
    """Return a system in memory that knows one customer and logs to a list."""
    system = open_system(Settings(database=":memory:"), lambda: datetime(2025, 1, 2, 1, tzinfo=UTC))
    system.bus("zhao").run("log.open", OPEN)
    system.bus("zhao").run("customer.register", ZHANG)
    for name, fields in (units()[0], *officer("qian", date(2025, 1, 2))):
        system.bus("set-up").run(name, fields)
    system.telemetry = Telemetry(log=lambda event, **said: lines.append(f"{event} {said}"))
    return system


@contextmanager
def prepared(spec: CommandSpec, lines: list[str]) -> Iterator[System]:
    """Yield a system in which what a command needs took place, and that logs to a list."""
    if spec.decider is DRAWDOWN:
        with bank_with_an_approval() as system:
            contracted(system)
            system.telemetry = Telemetry(log=lambda event, **said: lines.append(f"{event} {said}"))
            yield system
        return
    with opened(lines) as system:
        for name, fields in BEFORE.get(spec.name, ()):
            system.bus("qian").run(name, fields)
        yield system


def left_behind(system: System, lines: list[str]) -> str:
    """Return all that records, facts for views and log lines say."""
    facts = system.core.journal.facts(-1, 1000)
    streams = {fact.stream for fact in facts}
    records = [
        row.state for stream in streams for row in system.core.recorder.select_events(stream)
    ]
    return "\n".join([*map(repr, records), *map(repr, facts), *lines])


@each_command
def test_a_recorded_personal_field_stands_only_under_seal(spec):
    lines: list[str] = []
    actor = "wang" if spec.decider is DRAWDOWN else "qian"
    with prepared(spec, lines) as system:
        outcome = system.bus(actor).run(spec.name, marked(spec, ACCEPTED[spec.name]))
        assert outcome.events
        assert CANARY not in left_behind(system, lines)
        stored = system.core.recorder.select_events(outcome.stream)
        events = system.core.scribe.read_open(stored, system.core.store.vault(outcome.stream))
        assert CANARY in repr(events)
        assert lines


@each_command
@settings(max_examples=15)
@for_all(st.data())
def test_no_answer_to_any_fields_repeats_a_personal_one(spec, data):
    lines: list[str] = []
    fields = data.draw(fields_of(spec))
    named = {name: value for name, value in NAMED.items() if name in fields}
    with opened(lines) as system:
        try:
            said = repr(system.bus("qian").run(spec.name, marked(spec, {**fields, **named})))
        except Refused as refusal:
            said = f"{refusal} {refusal.facts}"
        except (Unreadable, Conflict) as error:
            said = f"{error} {error!r}"
        assert CANARY not in said + left_behind(system, lines)


@each_command
def test_fields_that_cannot_be_read_are_not_repeated(spec):
    lines: list[str] = []
    unreadable = {**marked(spec, ACCEPTED[spec.name]), "since": CANARY, "name": f"{CANARY}\n"}
    with opened(lines) as system, pytest.raises(Unreadable) as caught:
        system.bus("qian").run(spec.name, unreadable)
    assert CANARY not in str(caught.value) + "".join(lines)
