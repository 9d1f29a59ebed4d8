"""What the handler does where the store is in trouble, the program at fault, or time is up."""

import json

import pytest

from adapters.conformance import CHECKLIST, SET, Bank, bank  # noqa: F401 - a fixture.
from adapters.door import Door
from adapters.problems import Unavailable
from adapters.queues.handler import FAULTS_MAX, WAIT_LONGEST, Verdict, handle
from tests.adapters.queues.brokers import command

MESSAGE = command(SET, CHECKLIST, "k1")


class Troubled:
    """A bus that fails so many times before the real one answers."""

    def __init__(self, bus, error, times):
        self.bus, self.error, self.left = bus, error, times

    def run(self, name, fields, *, key=None, expected=None):
        if self.left:
            self.left -= 1
            raise self.error
        return self.bus.run(name, fields, key=key, expected=expected)

    def read(self, view, query, *, purpose=None):
        return self.bus.read(view, query)


class Waiting:
    """Notes how long it was asked to wait, and never waits."""

    def __init__(self):
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        return False


@pytest.fixture
def door(bank: Bank):  # noqa: F811
    def after(error: Exception, times: int) -> Door:
        bus = Troubled(bank.system.bus("conformance"), error, times)
        return Door(bus, bank.system.outbox())

    return after


def test_trouble_of_the_store_is_waited_out_ever_more_slowly(door, bank):  # noqa: F811
    waited = Waiting()
    handled = handle(door(Unavailable("the disk is full"), 12), MESSAGE, deliveries=1, wait=waited)
    assert handled.verdict is Verdict.TAKEN
    assert waited.seconds == sorted(waited.seconds)
    assert (len(waited.seconds), waited.seconds[0], waited.seconds[-1]) == (12, 0.1, WAIT_LONGEST)
    assert bank.sources == [CHECKLIST["source"]]


def test_a_worker_that_is_asked_to_end_leaves_what_it_could_not_do(door, bank):  # noqa: F811
    for error in (Unavailable("the disk is full"), RuntimeError("a fault")):
        handled = handle(door(error, 99), MESSAGE, deliveries=1, wait=lambda _: True)
        assert (handled.verdict, handled.reply) == (Verdict.LEFT, b"")
    assert bank.sources == []


def test_a_fault_of_ours_is_tried_a_few_times_and_then_set_aside(door, bank):  # noqa: F811
    waited = Waiting()
    fault = RuntimeError("张三 must not be told")
    handled = handle(door(fault, 99), MESSAGE, deliveries=1, wait=waited)
    assert (handled.verdict, len(waited.seconds)) == (Verdict.DEAD, FAULTS_MAX - 1)
    assert handled.reason == "failed: RuntimeError"
    assert "张三" not in handled.reply.decode()


def test_a_message_that_killed_its_workers_is_set_aside(door, bank):  # noqa: F811
    handled = handle(
        door(Unavailable(""), 0), MESSAGE, deliveries=FAULTS_MAX + 1, wait=lambda _: False
    )
    assert handled.verdict is Verdict.DEAD
    assert handled.reason == "malformed: the message: 5 workers ended while at it"
    assert bank.sources == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"specversion": "0.3"}, "specversion '0.3' is not 1.0"),
        ({"id": ""}, "id is no text"),
        ({"type": 7}, "type is no text"),
        ({"data": [1]}, "data is no object"),
        ({"source": None}, "source is no text"),
    ],
)
def test_what_is_no_cloud_event_is_named(door, change, says):
    message = json.dumps({**json.loads(MESSAGE), **change}).encode()
    handled = handle(door(Unavailable(""), 0), message, deliveries=1, wait=lambda _: False)
    assert (handled.verdict, says in handled.reason) == (Verdict.DEAD, True), handled.reason


def test_an_answer_names_the_rule_to_the_sender(door):
    refused = command(SET, {**CHECKLIST, "documents": ["loan_note", "loan_note"]}, "k2")
    handled = handle(door(Unavailable(""), 0), refused, deliveries=1, wait=lambda _: False)
    reply = json.loads(handled.reply)
    assert (reply["type"], reply["causationid"]) == ("loanfold.answer.refused", "k2")
    assert (reply["data"]["code"], reply["data"]["source"] != "") == ("CHKL-001", True)
