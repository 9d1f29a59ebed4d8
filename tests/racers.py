"""Drawdowns that race for the headroom of limits, each racer with a system of its own."""

from collections.abc import Sequence
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Final

from attrs import frozen

from adapters.problems import Conflict
from adapters.settings import Settings
from adapters.storage.answers import Request
from adapters.storage.records import write_context
from adapters.storage.scribe import Place
from adapters.storage.store import Side
from adapters.system import System, fresh_key
from adapters.wiring import open_system
from domain.facility import FACILITY
from domain.facility.events import FacilityGranted
from domain.facility.rules import WITHIN_HEADROOM
from domain.facility.state import Granted
from domain.money import Money
from domain.recorded import Context
from domain.rules import Refused
from domain.ties import ReleaseHeadroom, ReserveHeadroom, RestoreHeadroom, UseHeadroom
from tests.domain.facility.limits import TODAY

RACERS: Final = 8
NOON: Final = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
REFUSED: Final = WITHIN_HEADROOM.code


@frozen
class Race:
    """Who draws how much how often, and by which settings the system is opened."""

    settings: Settings
    rounds: int
    amount: Money


def grant(system: System, **limits: FacilityGranted) -> None:
    """Record limits as granted, by number, with "_" for "-"."""
    core = system.core
    settings = core.journal.settings()
    assert settings is not None
    context = write_context(_context(fresh_key()))
    places = {f"facility-{name.replace('_', '-')}": event for name, event in limits.items()}
    entries = [
        core.scribe.write(
            event,
            Place(stream=stream, version=1, prev=None, log=settings.log_name, context=context),
        )
        for stream, event in places.items()
    ]
    core.store.append([entry.stored for entry in entries], Side(now=NOON))


def _context(key: str) -> Context:
    return Context(command_id=key, actor="zhou", at=NOON, today=TODAY)


def state_of(system: System, facility_id: str) -> Granted:
    """Return a limit as it stands."""
    state = system.core.journal.state_of(FACILITY, facility_id)
    assert isinstance(state, Granted)
    return state


def sent(system: System, command: Any) -> str:
    """Send a command until nobody is in the way; say "done", or the code of the rule."""
    request = Request(command, _context(fresh_key()))
    while True:
        try:
            system.core.execute(request)
            return "done"
        except Conflict:
            continue
        except Refused as refusal:
            return refusal.rule.code


def draw(system: System, facility_id: str, name: str, amount: Money) -> str:
    """Reserve and use for one approval, as an approval and its payment do."""
    asked = ReserveHeadroom(
        facility_id=facility_id, application_id=f"A-{name}", amount=amount, today=TODAY
    )
    if (answer := sent(system, asked)) != "done":
        return answer
    used = UseHeadroom(
        facility_id=facility_id,
        application_id=f"A-{name}",
        loan_id=f"L-{name}",
        amount=amount,
        today=TODAY,
    )
    return sent(system, used)


def racer(race: Race, number: int, told: Any) -> None:
    """Draw, pay a third of it back, and let some approvals lapse; tell how each draw ended."""
    answers = []
    with open_system(race.settings) as system:
        for turn in range(race.rounds):
            name, facility_id = f"{number}-{turn}", f"C{number}"
            answers.append(draw(system, facility_id, name, race.amount))
            if answers[-1] == "done" and turn % 3 == 1:
                back = RestoreHeadroom(
                    facility_id=facility_id, loan_id=f"L-{name}", amount=race.amount
                )
                answers.append(f"back {sent(system, back)}")
            if turn % 4 == 2:
                lapsed = ReleaseHeadroom(facility_id=facility_id, application_id=f"A-{name}")
                answers.append(f"lapsed {sent(system, lapsed)}")
    told.put(answers)


def run(race: Race, *, processes: bool) -> Sequence[str]:
    """Let all racers run at once, and return how each of their draws ended."""
    context = get_context("forkserver")  # The program is imported once for all racers.
    context.set_forkserver_preload(["tests.racers"])
    told = context.Queue()
    running: list[BaseProcess | Thread] = [
        context.Process(target=racer, args=(race, n, told))
        if processes
        else Thread(target=racer, args=(race, n, told))
        for n in range(1, RACERS + 1)
    ]
    for one in running:
        one.start()
    answers = [answer for _ in running for answer in told.get(timeout=300)]
    for one in running:
        one.join()
    return answers
