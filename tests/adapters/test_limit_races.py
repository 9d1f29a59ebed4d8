"""Drawdowns that race for headroom: it is never given twice, and none of it is lost."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from adapters.settings import Settings
from adapters.wiring import open_system
from domain.facility import FACILITY
from tests.domain.facility.limits import GROUP_LIMIT, UNDER_GROUP, granted, yuan
from tests.racers import RACERS, REFUSED, Race, grant, run, state_of
from tests.village import OPEN

AMOUNT = yuan(30_000)
STORES = ("sqlite, threads", "sqlite, processes", "postgresql, eight processes")


def prepared(store: str, servers, folder: Path, limit) -> Settings:
    """Return settings of a bank in which eight customers share the limit of a group."""
    server = store.startswith("postgresql")
    settings = Settings(
        database=servers("wheel").database() if server else str(folder / "bank.db"),
        keys=folder / "keys",
        views=folder / "views",
    )
    own = granted(evolve(UNDER_GROUP, limit=yuan(300_000)))
    group = evolve(granted(GROUP_LIMIT), limit=limit)
    with open_system(settings) as system:
        system.bus("zhou").run("log.open", OPEN)
        members = {f"C{n}": evolve(own, customer_id=f"C{n}") for n in range(1, RACERS + 1)}
        grant(system, G1=group, **members)
    return settings


@pytest.mark.row("RL-06", "RL-10", shown_by="facility.grant_group_limit")
@pytest.mark.parametrize("store", STORES)
def test_two_who_race_for_the_last_yuan_get_one_payment_and_one_refusal(store, servers, tmp_path):
    settings = prepared(store, servers, tmp_path, AMOUNT)
    race = Race(settings, rounds=1, amount=AMOUNT)
    told = Counter(run(race, processes="processes" in store))
    assert told == {"done": 1, REFUSED: RACERS - 1}
    with open_system(settings) as system:
        state = state_of(system, "G1")
        assert (state.used, state.reserved, state.headroom) == (AMOUNT, yuan(0), yuan(0))


@pytest.mark.row("RL-06", "RL-10", shown_by="facility.grant_group_limit")
@pytest.mark.parametrize("store", STORES)
def test_of_what_eight_writers_draw_at_once_nothing_is_given_twice_and_nothing_lost(
    store, servers, tmp_path, capsys
):
    settings = prepared(store, servers, tmp_path, yuan(600_000))
    told = Counter(run(Race(settings, rounds=5, amount=AMOUNT), processes="processes" in store))
    with open_system(settings) as system:
        group = state_of(system, "G1")
        members = [state_of(system, f"C{n}") for n in range(1, RACERS + 1)]
        streams = [f"facility-{name}" for name in ("G1", *(f"C{n}" for n in range(1, RACERS + 1)))]
        highest = max(_highest(system, stream) for stream in streams)
    with capsys.disabled():
        sys.stdout.write(f"\n{store}: {dict(told)}, most ever taken of 600,000.00: {highest}\n")
    assert told["done"] + told[REFUSED] == RACERS * 5
    assert told[REFUSED] > 0
    assert len(group.loans) == told["done"] == sum(len(one.loans) for one in members)
    assert group.owed.fen == (told["done"] - told["back done"]) * AMOUNT.fen
    assert group.owed.fen == sum(one.owed.fen for one in members)
    assert group.reserved.fen == sum(one.reserved.fen for one in members) == 0


def _highest(system, stream):
    """Return the most that was ever reserved and used; the limit held after every record."""
    stored = system.core.recorder.select_events(stream)
    events = system.core.scribe.read_open(stored, ())
    most = yuan(0)
    state = None
    for event in events:
        state = FACILITY.evolve(state, event)
        assert state is not None
        taken = state.reserved + state.used
        assert taken <= state.limit
        most = max(most, taken)
    return most
