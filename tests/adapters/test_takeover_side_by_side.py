"""Several processes take a table over as one alone would."""

import csv
import io
import multiprocessing
from functools import partial

import pytest

from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.storage.verify import verify
from adapters.takeover.run import take_over_csv
from adapters.takeover.sending import CHUNK
from adapters.wiring import open_system, opened_bus
from tests.adapters.take_over import BANK
from tests.adapters.test_takeover_csv import MAP

ROWS = 3 * CHUNK + 7
# Each row but the first names the customer of the row before, who may be in an earlier chunk.
RELATED = """
system = "old_ledger"
command = "customer.register"
key = ["no"]
[columns]
customer_id = "no"
name = "name"
since = { column = "since", as = "date" }
[constants]
kind = "enterprise"

[[then]]
command = "customer.relate"
[then.columns]
customer_id = "no"
other_id = "parent"
since = { column = "since", as = "date" }
[then.constants]
relation = "controlled_by"
"""


@pytest.fixture
def settings(tmp_path):
    settings = Settings(database=str(tmp_path / "bank.db"), actor="teller")
    with open_system(settings) as system:
        system.bus("teller").run("log.open", BANK)
    return settings


def table(folder, rows):
    """Write a table, in which row 5 has no name and row 9 the licence of row 8."""
    with (folder / "firms.csv").open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file)
        written.writerow(("no", "name", "since", "licence", "parent"))
        for n in range(rows):
            licence = 440_301_000 + (n - 1 if n == 9 else n)
            name = "" if n == 5 else f"Mill {n}"
            written.writerow((f"F{n:05}", name, "2020-01-02", licence, f"F{max(n - 1, 0):05}"))


def taken(settings, folder, mapping, processes, *, happens=lambda: None):
    """Take the table over; return exit code, report, quarantine and progress."""
    (folder / "firms.toml").write_text(mapping, encoding="utf-8")
    report, done = io.StringIO(), []

    def progress(now, of, _):
        done.append((now, of))
        happens()

    with open_system(settings) as system:
        code = take_over_csv(
            folder / "firms.csv",
            folder / "firms.toml",
            system.bus("teller"),
            report=report,
            quarantine=folder / "aside.csv",
            progress=progress,
            open_bus=partial(opened_bus, settings),
            processes=processes,
        )
    aside = (folder / "aside.csv").read_text(encoding="utf-8")
    return code, report.getvalue(), aside, done


def recorded(settings):
    """Return streams and events in the order of the log, after checking all of it."""
    with open_system(settings) as system:
        verdict = verify(system.core.store, system.core.scribe)
        assert verdict.passed, verdict.faults
        facts = system.core.journal.facts(-1, 100_000)
        return [
            fact.stream.partition("-")[0] if fact.stream.startswith("identity") else fact.stream
            for fact in facts
        ]


def test_two_processes_record_report_and_set_aside_what_one_does(settings, tmp_path):
    table(tmp_path, ROWS)
    alone = Settings(database=str(tmp_path / "alone.db"), actor="teller")
    with open_system(alone) as system:
        system.bus("teller").run("log.open", BANK)
    together = taken(settings, tmp_path, MAP, 2)
    assert together == taken(alone, tmp_path, MAP, 1)
    assert "row 6," in together[2], "the row without a name"
    assert together[3][-1] == (ROWS, ROWS)
    assert recorded(settings) == recorded(alone)


def test_what_a_row_needs_of_an_earlier_one_is_there_when_its_turn_comes(settings, tmp_path):
    table(tmp_path, ROWS)
    code, _, aside, _ = taken(settings, tmp_path, RELATED, 2)
    refused = [row["place"] for row in csv.DictReader(io.StringIO(aside))]
    # The first names itself; the one without a name is not there, for itself and for the next.
    assert refused == [f"firms.csv row {n}" for n in (1, 6, 6, 7)]
    assert code == 1


def test_taken_over_again_nothing_is_taken_twice(settings, tmp_path):
    table(tmp_path, ROWS)
    taken(settings, tmp_path, MAP, 2)
    before = recorded(settings)
    _, report, _, _ = taken(settings, tmp_path, MAP, 2)
    assert f"(taken over before: {ROWS - 2})" in report
    assert recorded(settings) == before


def test_what_a_process_cannot_do_is_said_and_the_rest_is_taken_over_later(settings, tmp_path):
    table(tmp_path, ROWS)
    (tmp_path / "bank.db.keys" / "wrapping.key").rename(tmp_path / "away.key")
    with pytest.raises(Unavailable, match="restore them"):
        taken(settings, tmp_path, MAP, 2)
    (tmp_path / "away.key").rename(tmp_path / "bank.db.keys" / "wrapping.key")
    assert f"taken over {ROWS - 2}" in taken(settings, tmp_path, MAP, 2)[1]


def test_where_a_process_is_killed_the_rest_is_taken_over_later(settings, tmp_path):
    many = 2 * ROWS  # So that there is something left when it happens.
    table(tmp_path, many)
    with pytest.raises(Unavailable, match="nothing is taken twice"):
        taken(settings, tmp_path, MAP, 2, happens=kill_one)
    assert not multiprocessing.active_children(), "the other is left behind"
    before = len(recorded(settings))
    _, report, _, done = taken(settings, tmp_path, MAP, 2)
    assert f"taken over {many - 2} (taken over before: " in report
    assert done[-1] == (many, many)
    assert len(recorded(settings)) == 1 + 2 * (many - 2) > before


def kill_one():
    for child in multiprocessing.active_children()[:1]:
        child.kill()
        child.join()
