"""A mixed load that says what it sends and what was acknowledged, and what must then hold.

The worker is a fork that writes a line before it sends a command and another after the answer.
From these lines alone it is decided, as a customer would, whether anything was lost or done twice.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from attrs import define, field

from adapters.problems import Conflict, Unavailable
from adapters.settings import Settings
from adapters.storage.verify import verify
from adapters.storage.views import ViewStore
from adapters.system import System
from adapters.wiring import open_system
from domain.rules import Refused
from projections.catalogue import VIEWS
from tests.village import AGREE, DISBURSE, OPEN, PRODUCT, ZHANG, repay

Call = tuple[str, dict[str, Any], str]
PLAIN = ("trial_balance", "ledger", "loan_register", "customers", "products", "audit_trail")


@define
class History:
    """What a client knows of its commands."""

    sent: list[str] = field(factory=list)  # Keys, in order.
    acknowledged: set[str] = field(factory=set)

    def take(self, lines: str) -> None:
        """Take in lines of a worker; one that was cut off says nothing."""
        for line in lines.split("\n")[:-1]:
            kind, _, key = line.partition(" ")
            (self.sent.append if kind == "S" else self.acknowledged.add)(key)


def calls(round_no: int) -> Iterator[list[Call]]:
    """Yield batches of commands of all sorts, for ever: most of one command, some of several."""
    yield [("product.define", {**PRODUCT, "product_id": f"P{round_no}"}, f"p{round_no}")]
    for no in range(1_000_000):
        mark = f"{round_no}.{no}"
        loan = {"loan_id": f"L{mark}", "customer_id": f"C{mark}", "product_id": f"P{round_no}"}
        document = {"kind": "passport", "number": f"E{round_no:04}{no:04}"}
        customer = {**ZHANG, "customer_id": f"C{mark}", "document": document}
        yield [("customer.register", customer, f"c{mark}")]
        agreed = ("loan.agree", {**AGREE, **loan}, f"a{mark}")
        paid = {**DISBURSE, "loan_id": f"L{mark}", "reference": f"D{mark}"}
        yield [agreed, ("loan.disburse", paid, f"d{mark}")]
        for part in range(4):
            receipt = {**repay(f"R{mark}.{part}", "10.00", "2025-01-02"), "loan_id": f"L{mark}"}
            yield [("loan.record_repayment", receipt, f"r{mark}.{part}")]


def work(settings: Settings, round_no: int, out: int) -> None:
    """Send the load of a round until killed, saying so on a pipe."""
    with open_system(settings) as system:
        bus = system.bus("zhao")
        for batch in calls(round_no):
            _send(bus, batch, out)


def _send(bus: Any, batch: list[Call], out: int) -> None:
    for _, _, key in batch:
        os.write(out, f"S {key}\n".encode())
    try:
        if len(batch) > 1:
            answers = bus.run_many(batch)
        else:
            ((name, fields, key),) = batch
            answers = [bus.run(name, fields, key=key)]
    except (Unavailable, Conflict):
        time.sleep(0.05)
        return
    for (_, _, key), answer in zip(batch, answers, strict=True):
        if not isinstance(answer, Exception):
            os.write(out, f"A {key}\n".encode())


@define
class Worker:
    """A forked worker and the pipe that it speaks on."""

    pid: int
    pipe: int

    @classmethod
    def begin(cls, settings: Settings, round_no: int) -> "Worker":
        """Fork a worker for a round."""
        ours, theirs = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(ours)
            try:
                work(settings, round_no, theirs)
            finally:
                os._exit(1)
        os.close(theirs)
        return cls(pid, ours)

    def wait_for_first(self, history: History) -> None:
        """Wait until something was acknowledged."""
        before = len(history.acknowledged)
        while len(history.acknowledged) == before:
            read = os.read(self.pipe, 1 << 16)
            assert read, "the worker ended before it was killed"
            history.take(read.decode())

    def kill(self, history: History) -> None:
        """Kill it as a loss of power would, and read what it still said."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        rest = b""
        while part := os.read(self.pipe, 1 << 16):
            rest += part
        os.close(self.pipe)
        history.take(rest.decode())


def open_log(settings: Settings) -> None:
    """Open the journal of the load."""
    with open_system(settings) as system:
        system.bus("zhao").run("log.open", OPEN, key="open")


def sleep_at_random(chance: random.Random, most: float) -> None:
    """Let a random time pass."""
    time.sleep(chance.uniform(0, most))


def faults_of(settings: Settings, history: History) -> list[str]:
    """Return what is wrong after the load: lost, done twice, changed, or not as rebuilt.

    What is in doubt is sent again first, as whoever got no answer does.
    """
    with open_system(settings) as system:
        _send_again(system, set(history.sent) - history.acknowledged)
        found = [f"{key} is lost" for key in history.acknowledged if not _kept(system, key)]
        found += _twice(system, set(history.sent))
        found += [str(fault) for fault in verify(system.core.store, system.core.scribe).faults]
        found += _views(system, settings)
    return found


def _send_again(system: System, doubtful: set[str]) -> None:
    rounds = {int(key.strip("prcad").partition(".")[0]) for key in doubtful}
    sent = (call for no in rounds for batch in islice(calls(no), 5_000) for call in batch)
    for name, fields, key in sent:
        if key in doubtful:
            with suppress(Refused):  # The loan may never have come to be.
                system.bus("zhao").run(name, fields, key=key)


def _kept(system: System, key: str) -> bool:
    return system.core.store.command(key) is not None


def _twice(system: System, sent: set[str]) -> Iterator[str]:
    """Yield keys that led to more, or to other, than their answer says."""
    recorded: dict[str, list[str]] = {}
    for fact in system.core.journal.facts(-1, 1_000_000):
        recorded.setdefault(fact.context.command_id, []).append(fact.name)
    for key, names in recorded.items():
        answer = system.core.store.command(key)
        if answer is None:
            yield f"{key} was recorded without an answer"
        elif any(names.count(name) != answer.events.count(name) for name in answer.events):
            yield f"{key} led to {names}, and says {answer.events}"
        elif key not in sent and key != "open":
            yield f"{key} was recorded and never sent"


def _views(system: System, settings: Settings) -> Iterator[str]:
    """Yield the views whose answers are not those of views built anew."""
    journal, today = system.core.journal, system.clock().date()
    anew = ViewStore(None)
    system.catch_up()
    anew.catch_up(journal)
    for name in PLAIN:
        assert name in VIEWS
        asked = (name, {"in_effect_on": "2025-06-30"}, journal, today)
        if list(system.views.rows(*asked)) != list(anew.rows(*asked)):
            yield f"the view {name} is not what it is when built anew"
    anew.close()


def say(line: str) -> None:
    """Write what a fault came to, for whoever looks at the output of the tests."""
    sys.stdout.write(f"{line}\n")


def folder_settings(folder: Path, database: str | None = None) -> Settings:
    """Return settings of a load in a folder; the database is a file of it, or a server's."""
    return Settings(
        database=database or str(folder / "bank.db"),
        keys=folder / "keys",
        views=folder / "views",
        actor="zhao",
    )
