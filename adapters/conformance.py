"""What every adapter must do, as tests that its author imports.

Write a test module with `from adapters.conformance import *` and a fixture `harness` that takes
the fixture `bank` and returns an object with one method:

    send(operation, raw, key) -> Kind     give a command to the adapter as its medium would:
                                          name, bytes and idempotency key; wait for the answer

The harness reaches the bank by `bank.door`, or by `bank.settings` from another process.
A medium that cannot carry a case says so: `skips = {"test_...": "why"}` on the harness.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

import pytest
from attrs import frozen

from adapters.door import BODY_MAX, Door, Kind
from adapters.settings import Settings
from adapters.system import System

OPEN: Final = {
    "log_id": "main",
    "institution": "一致性测试银行",
    "log_name": "conformance.example/audit",
    "time_zone": "Asia/Shanghai",
    "currency": "CNY",
}
CHECKLIST: Final = {
    "kind": "enterprise",
    "documents": ["business_licence"],
    "since": "2026-01-01",
    "source": "信贷政策 2026-1 号 · 𠮷",
}
SET: Final = "checklist.set"


class Harness(Protocol):
    """An adapter under test."""

    def send(self, operation: str, raw: bytes, key: str) -> Kind:
        """Give a command to the adapter as its medium would, and return how it ended."""


@frozen
class Bank:
    """A bank whose journal is open, in files of its own."""

    settings: Settings
    system: System

    @property
    def door(self) -> Door:
        """Where the adapter knocks."""
        return Door(self.system.bus("conformance"))

    @property
    def records(self) -> int:
        """How many records the journal has."""
        return self.system.core.journal.head() + 1

    @property
    def sources(self) -> Sequence[str]:
        """The sources of the checklists that were set, in the order of the journal."""
        facts = self.system.core.journal.facts(-1, self.records)
        return [fact.event.source for fact in facts if fact.name == "checklist.set"]


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    """Return a bank of its own for each test."""
    from adapters.wiring import open_system

    settings = Settings(database=str(tmp_path / "bank.db"), actor="conformance")
    with open_system(settings) as system:
        Door(system.bus("conformance")).send("log.open", _raw(OPEN), "open")
        yield Bank(settings, system)


@pytest.fixture(autouse=True)
def _may_be_skipped(request: pytest.FixtureRequest) -> None:
    if "harness" in request.fixturenames:
        skips = getattr(request.getfixturevalue("harness"), "skips", {})
        if why := skips.get(request.function.__name__):
            pytest.skip(why)


def test_a_command_is_done(harness: Harness, bank: Bank) -> None:
    """A command takes effect."""
    assert harness.send(SET, _raw(CHECKLIST), "k1") is Kind.DONE
    assert bank.sources == [CHECKLIST["source"]]


def test_a_command_that_comes_again_has_one_effect(harness: Harness, bank: Bank) -> None:
    """A medium delivers at least once; the effect stays one."""
    assert harness.send(SET, _raw(CHECKLIST), "k1") is Kind.DONE
    before = bank.records
    assert harness.send(SET, _raw(CHECKLIST), "k1") is Kind.DONE
    assert bank.records == before


def test_an_answer_that_was_lost_is_given_again(harness: Harness, bank: Bank) -> None:
    """The adapter died between the effect and the answer; the medium delivers once more."""
    assert bank.door.send(SET, _raw(CHECKLIST), "k1").kind is Kind.DONE
    before = bank.records
    assert harness.send(SET, _raw(CHECKLIST), "k1") is Kind.DONE
    assert bank.records == before


def test_a_key_stands_for_one_content(harness: Harness, bank: Bank) -> None:
    """Under one key another content is a conflict."""
    assert harness.send(SET, _raw(CHECKLIST), "k1") is Kind.DONE
    other = {**CHECKLIST, "source": "another"}
    assert harness.send(SET, _raw(other), "k1") is Kind.CONFLICT
    assert bank.sources == [CHECKLIST["source"]]


def test_a_rule_refuses(harness: Harness, bank: Bank) -> None:
    """What a rule refuses is told from what cannot be read."""
    twice = {**CHECKLIST, "documents": ["business_licence", "business_licence"]}
    _leaves_nothing(bank, lambda: harness.send(SET, _raw(twice), "k1"), Kind.REFUSED)


def test_what_was_refused_can_be_sent_corrected(harness: Harness, bank: Bank) -> None:
    """A refusal uses nothing up."""
    twice = {**CHECKLIST, "documents": ["business_licence", "business_licence"]}
    assert harness.send(SET, _raw(twice), "k1") is Kind.REFUSED
    assert harness.send(SET, _raw(CHECKLIST), "k2") is Kind.DONE


def test_no_such_command(harness: Harness, bank: Bank) -> None:
    """A name that the catalogue does not have is unknown."""
    _leaves_nothing(bank, lambda: harness.send("loan.forget", b"{}", "k1"), Kind.UNKNOWN)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"kind": NaN}',
        b'{"kind": "enterprise", "kind": "enterprise"}',
        b"[" * 1_000,
    ],
    ids=["nothing", "cut", "no-text", "no-object", "no-number", "twice", "deep"],
)
def test_what_is_not_json_is_malformed(harness: Harness, bank: Bank, raw: bytes) -> None:
    """Bytes that have no one meaning are not guessed at."""
    _leaves_nothing(bank, lambda: harness.send(SET, raw, "k1"), Kind.MALFORMED)


def test_an_unknown_field_is_malformed(harness: Harness, bank: Bank) -> None:
    """A field that would be ignored is not accepted."""
    raw = _raw({**CHECKLIST, "colour": "red"})
    _leaves_nothing(bank, lambda: harness.send(SET, raw, "k1"), Kind.MALFORMED)


def test_a_caller_cannot_sign_for_the_core(harness: Harness, bank: Bank) -> None:
    """Who acts and what day it is are not for the caller to say."""
    raw = _raw({"loan_id": "L1", "reason": "borrower_withdrew", "on": "2026-01-01"})
    forged = raw.replace(b"}", b', "today": "2020-01-01"}')
    _leaves_nothing(bank, lambda: harness.send("loan.cancel", forged, "k1"), Kind.MALFORMED)


def test_what_is_too_large_is_malformed(harness: Harness, bank: Bank) -> None:
    """A body over the limit is refused before it is read."""
    raw = _raw({**CHECKLIST, "source": "x" * BODY_MAX})
    _leaves_nothing(bank, lambda: harness.send(SET, raw, "k1"), Kind.MALFORMED)


def test_commands_take_effect_in_the_order_sent(harness: Harness, bank: Bank) -> None:
    """What is sent one after another is recorded in that order."""
    wanted = [f"policy {number}" for number in range(5)]
    for number, source in enumerate(wanted):
        assert harness.send(SET, _raw({**CHECKLIST, "source": source}), f"k{number}") is Kind.DONE
    assert bank.sources == wanted


def _raw(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def _leaves_nothing(bank: Bank, send: Callable[[], Kind], kind: Kind) -> None:
    before = bank.records
    assert send() is kind
    assert bank.records == before
