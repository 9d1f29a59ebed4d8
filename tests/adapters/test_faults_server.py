"""A server that is killed, restarted, cut off or full loses nothing that it acknowledged."""

import os
import shutil
import subprocess
import tempfile
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.storage.verify import verify
from adapters.wiring import open_system
from tests.faults.kills import kill_servers, kill_writers
from tests.faults.load import folder_settings, say
from tests.faults.wire import wire_to
from tests.server import running
from tests.village import OPEN, PRODUCT, lend, repay

CUTS = 8


@pytest.fixture(scope="module")
def doomed():
    """Return a server of our own, to be killed."""
    with running() as server:
        yield server


def test_a_writer_killed_at_random_moments_loses_nothing(doomed, tmp_path):
    told = kill_writers(folder_settings(tmp_path, doomed.database()), 10)
    say(told.line("PostgreSQL, writer killed"))
    assert told.faults == []
    assert told.acknowledged >= told.times == 10


def test_a_server_killed_under_two_writers_loses_nothing(doomed, tmp_path):
    told = kill_servers(doomed, tmp_path, 3)
    say(told.line("PostgreSQL, server killed"))
    assert told.faults == []
    assert told.acknowledged >= told.times == 3


@pytest.mark.parametrize("deliver", [True, False])
def test_a_connection_cut_at_its_commit_is_answered_truly(servers, tmp_path, clock, deliver):
    server = servers("wheel")
    near = Path(tempfile.mkdtemp(prefix="lf-w-", dir="/tmp"))  # A socket's path must be short.
    url = server.database().replace(f"host={server.folder}", f"host={near}")
    with (
        wire_to(server, near) as wire,
        open_system(folder_settings(tmp_path, url), clock) as system,
    ):
        bus = system.bus("zhao")
        bus.run("log.open", OPEN)
        lend(bus)
        for no in range(CUTS):
            wire.lose(f"cut-{no}".encode(), deliver=deliver)
            receipt = repay(f"R{no}", "1.00", "2025-01-02")
            before = system.core.journal.head()
            try:
                first = bus.run("loan.record_repayment", receipt, key=f"cut-{no}")
                assert deliver, "nothing arrived, so nothing can have been recorded"
                assert first.events
            except Unavailable as error:
                assert "same key" in str(error)
            again = bus.run("loan.record_repayment", receipt, key=f"cut-{no}")
            assert again.events == ("loan.repayment_recorded",)
            assert system.core.journal.head() == before + 1
        assert wire.cuts == CUTS
        assert verify(system.core.store, system.core.scribe).passed
    shutil.rmtree(near)


def test_a_server_restarted_under_load_records_each_command_once(doomed, tmp_path, clock):
    with open_system(folder_settings(tmp_path, doomed.database()), clock) as system:
        bus, refusals = system.bus("zhao"), 0
        bus.run("log.open", OPEN)
        restarts = [threading.Timer(0.2 + n, _restart, [doomed]) for n in range(3)]
        for timer in restarts:
            timer.start()
        sent = 0
        while any(timer.is_alive() for timer in restarts) or sent < 50:
            product = {**PRODUCT, "product_id": f"P{sent}"}
            try:
                bus.run("product.define", product, key=f"k{sent}")
                sent += 1
            except Unavailable:
                refusals += 1
        say(f"3 restarts, {sent} commands, {refusals} times sent again")
        assert system.core.journal.head() == sent
        assert verify(system.core.store, system.core.scribe).passed


def _restart(server) -> None:
    server.stop()
    server.start()


def test_a_full_disk_of_the_server_refuses_and_goes_on_when_there_is_room(tmp_path, clock):
    place = Path(tempfile.mkdtemp(prefix="lf-full-", dir="/tmp"))
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", str(place)], capture_output=True
    )
    if not mounted or mounted.returncode:
        place.rmdir()
        pytest.skip("a small file system cannot be mounted here")
    try:
        place.chmod(0o755)
        with running(folder=place, wal_keep_size="0", min_wal_size="32MB") as server:
            _fill_and_free(server, folder_settings(tmp_path, server.database()), clock)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)
        place.rmdir()


def _fill_and_free(server, settings: Settings, clock) -> None:
    ballast = server.folder / "ballast"
    with open_system(settings, clock) as system:
        bus = system.bus("zhao")
        bus.run("log.open", OPEN)
        free = os.statvfs(server.folder).f_bavail * os.statvfs(server.folder).f_frsize
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, free - (1 << 20))
        done = 0
        with pytest.raises(Unavailable):
            while done < 5_000:
                calls = [
                    ("product.define", {**PRODUCT, "product_id": f"P{done}.{n}"}, f"k{done}.{n}")
                    for n in range(100)
                ]
                answers = bus.run_many(calls)
                assert not any(isinstance(answer, Exception) for answer in answers)
                done += 1
        ballast.unlink()
        server.start_if_down()
        kept = sum(
            system.core.store.command(f"k{n // 100}.{n % 100}") is not None
            for n in range(100 * done)
        )
        say(f"disk full after {100 * done} commands, {kept} kept")
        assert kept == 100 * done > 0
        again = bus.run_many([("product.define", {**PRODUCT, "product_id": "Q"}, "q")])
        assert not isinstance(again[0], Exception)
        assert verify(system.core.store, system.core.scribe).passed


def test_a_clock_set_back_and_forward_changes_no_order(servers, tmp_path, clock):
    urls = (None, servers("wheel").database())
    for url in urls:
        folder = tmp_path / str(url is None)
        folder.mkdir()
        with open_system(folder_settings(folder, url), clock) as system:
            bus = system.bus("zhao")
            bus.run("log.open", OPEN)
            for no, step in enumerate((-3, 400, -400, 1, -1)):
                clock.at += timedelta(days=step)
                bus.run("product.define", {**PRODUCT, "product_id": f"P{no}"})
            leaves = system.core.store.leaves(-1, 99)
            times = [leaf.recorded_at for leaf in leaves]
            assert times == sorted(times)
            assert [leaf.stream for leaf in leaves] == [
                "log-main",
                *(f"product-P{n}" for n in range(5)),
            ]
            assert verify(system.core.store, system.core.scribe).passed
