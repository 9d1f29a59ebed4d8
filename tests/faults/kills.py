"""Killing a writer, or the server under it, at random moments of a mixed load."""

import random
import time
from pathlib import Path

from attrs import frozen

from adapters.settings import Settings
from tests.faults.load import History, Worker, faults_of, folder_settings, open_log, sleep_at_random
from tests.server import Server


@frozen
class Told:
    """What came of a row of faults."""

    times: int
    acknowledged: int
    unknown: int  # Sent, and nobody knows what of.
    faults: list[str]

    def line(self, what: str) -> str:
        """Return a line for people."""
        wrong = "; ".join(self.faults[:3]) or "nothing lost, nothing twice"
        return (
            f"{what}: {self.times} times, {self.acknowledged} acknowledged,"
            f" {self.unknown} in doubt: {wrong}"
        )


def kill_writers(settings: Settings, times: int, seed: int = 1) -> Told:
    """Kill a writer so many times, each at a random moment after its first answer."""
    chance, history = random.Random(seed), History()
    open_log(settings)
    for round_no in range(times):
        worker = Worker.begin(settings, round_no)
        worker.wait_for_first(history)
        sleep_at_random(chance, 0.25)
        worker.kill(history)
    return _told(settings, history, times)


def kill_servers(server: Server, folder: Path, times: int, seed: int = 1) -> Told:
    """Kill the whole server so many times while two writers work, and start it again."""
    settings, chance, history = (
        folder_settings(folder, server.database()),
        random.Random(seed),
        History(),
    )
    open_log(settings)
    for round_no in range(times):
        workers = [Worker.begin(settings, 2 * round_no + n) for n in range(2)]
        for worker in workers:
            worker.wait_for_first(history)
        sleep_at_random(chance, 0.25)
        server.kill()
        time.sleep(0.01)
        for worker in workers:
            worker.kill(history)
        server.start()
    return _told(settings, history, times)


def _told(settings: Settings, history: History, times: int) -> Told:
    doubt = len(set(history.sent) - history.acknowledged)
    return Told(times, len(history.acknowledged), doubt, faults_of(settings, history))
