"""A worker as a process of its own: killed, left without a server, and asked to end."""

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent

from adapters.queues.nats_server import private_server
from tests.adapters.queues.brokers import NatsBroker, RabbitBroker, command
from tests.adapters.queues.servers import free_port, rabbit
from tests.adapters.test_cli_process import COMMAND, Shell
from tests.village import LI, OPEN, ZHANG

WAIT_SECONDS: Final = 60
SET: Final = "checklist.set"
CHECKLIST: Final = {
    "kind": "enterprise",
    "documents": ["business_licence"],
    "since": "2026-01-01",
    "source": "policy",
}


@pytest.fixture(scope="module", params=["nats", "rabbitmq"])
def server(request, tmp_path_factory) -> Iterator[tuple[str, type]]:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "nats":
        with private_server(str(folder), free_port()) as url:
            yield url, NatsBroker
    else:
        with rabbit(folder) as url:
            yield url, RabbitBroker


@pytest.fixture
def broker(server) -> Any:
    url, kind = server
    return kind(url, f"t{time.monotonic_ns()}")


@pytest.fixture
def shell(tmp_path) -> Shell:
    shell = Shell(tmp_path)
    assert (
        shell.run("log.open", "--json-input", "-", stdin=json.dumps(OPEN).encode()).returncode == 0
    )
    return shell


def options(broker) -> list[str]:
    return ["--set", f"url={broker.url}", "--set", f"prefix={broker.prefix}"]


@contextmanager
def worker(shell: Shell, broker, *more: str) -> Iterator["subprocess.Popen[bytes]"]:
    line = [*COMMAND, "work", broker.adapter, *options(broker), *more]
    process = subprocess.Popen(line, env=shell.variables, cwd=shell.folder, stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def size(shell: Shell) -> int:
    return int(json.loads(shell.run("log", "--json").stdout)["size"])


def until(holds) -> None:
    ends = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.05)


def sets(numbers) -> list[bytes]:
    return [command(SET, {**CHECKLIST, "source": f"policy {n}"}, f"k{n}") for n in numbers]


def test_commands_go_in_and_events_come_out_as_cloud_events(shell, broker):
    with worker(shell, broker):
        broker.put([command("customer.register", ZHANG, "c1"), *sets(range(3))])
        events = broker.events(size_after := 2 + 1 + 3 + 1)
    names = [event["type"] for event in events]
    assert names[:2] == ["loanfold.log.opened", "loanfold.log.plugins_noted"]
    assert names[-3:] == ["loanfold.checklist.set"] * 3
    assert [int(event["logindex"]) for event in events] == list(range(size_after))
    assert ZHANG["name"] not in json.dumps(events, ensure_ascii=False)
    for event in events:
        read = JSONFormat().read(CloudEvent, json.dumps(event))
        assert (read.get_id(), read.get_subject()) == (event["id"], event["subject"])


def test_a_worker_tells_of_each_command_and_delivery_and_answers_metrics(shell, broker):
    port = free_port()
    with worker(shell, broker, "--metrics-port", str(port)) as process:
        broker.put([*sets(range(2)), command("loan.forget", {}, "k9")])
        until(lambda: size(shell) == 2 + 2)
        broker.events(4)
        waits = f'loanfold_outbox_pending{{adapter="{broker.adapter}"}} 0.0'
        until(lambda: waits in metrics(port) and 'outcome="refused"} 1.0' in metrics(port))
        assert f'{{command="{SET}",outcome="recorded"}} 2.0' in metrics(port)
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        lines = [json.loads(line) for line in process.stderr]
    told = [line["event"] for line in lines if "command" in line]
    verdicts = [line["verdict"] for line in lines if line["event"] == "delivered"]
    assert told == ["recorded"] * 3 + ["refused"]  # The first notes the plugin.
    assert verdicts == ["taken", "taken", "dead"]


def metrics(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        return str(answer.read(), "utf-8")


def test_a_worker_that_is_asked_to_end_finishes_and_ends_well(shell, broker):
    with worker(shell, broker) as process:
        broker.put(sets(range(20)))
        until(lambda: size(shell) > 4)
        process.send_signal(signal.SIGTERM)
        assert process.wait(WAIT_SECONDS) == 0
    with worker(shell, broker):
        until(lambda: size(shell) == 2 + 20)
    assert shell.run("verify").returncode == 0


def test_a_worker_killed_at_any_moment_has_each_effect_once_and_in_order(shell, broker):
    count, kills = 30, 3
    broker.put(sets(range(count)))
    for kill in range(1, kills + 1):
        with worker(shell, broker):
            until(lambda done=kill: size(shell) >= min(2 + count, 2 + 7 * done))
    with worker(shell, broker):
        until(lambda: size(shell) == 2 + count)
        out = broker.events(2 + count)
    sys.stdout.write(f"{kills} workers killed, {count} commands, each with one effect\n")
    told = [event["data"]["source"] for event in out if event["type"].endswith("checklist.set")]
    assert told == [f"policy {number}" for number in range(count)]
    assert shell.run("verify").returncode == 0


def test_what_cannot_be_done_is_set_aside_with_its_reason_and_sent_again(shell, broker):
    loan = {"loan_id": "L1", "reason": "borrower_withdrew", "on": "2025-01-03"}
    messages = [
        b"no json at all",
        command("loan.forget", {}, "k1"),
        command("loan.cancel", loan, "k2"),
        command("customer.register", LI, "k3"),
    ]
    with worker(shell, broker):
        broker.put(messages)
        until(lambda: size(shell) > 3)
        line = ["dead", broker.adapter, *options(broker)]
        until(lambda: b"3 left" in shell.run(*line).stdout)
        said = shell.run(*line).stdout.decode()
        reasons = [row.split(None, 1)[1] for row in said.splitlines()[:3]]
        assert reasons[0].startswith("malformed: the message: not JSON")
        assert reasons[1].startswith("unknown: there is no command 'loan.forget'")
        assert reasons[2].startswith("refused: LOAN-001")
        first, _, third = (row.split()[0] for row in said.splitlines()[:3])
        assert (
            b"1 sent again, 1 dropped, 1 left"
            in shell.run(*line, "--replay", third, "--drop", first).stdout
        )
        until(lambda: b"2 left" in shell.run(*line).stdout)  # It was refused once more.
        assert b"there is no dead letter 99" in shell.run(*line, "--drop", "99").stderr
    assert shell.run("verify").returncode == 0


def test_a_message_beyond_all_measure_does_no_harm(shell, broker):
    huge = command(SET, {**CHECKLIST, "source": "x" * 100_000_000}, "huge")
    with worker(shell, broker):
        try:
            broker.put([huge])
        except Exception as error:  # The broker itself refuses it, with a reason.
            assert "payload" in str(error)
        broker.put(sets(range(1)))
        until(lambda: size(shell) == 3)


def test_a_wrong_address_or_option_is_said_and_nothing_is_done(shell, broker):
    nowhere = broker.url.rpartition(":")[0] + ":9"
    done = shell.run("work", broker.adapter, "--set", f"url={nowhere}")
    assert (done.returncode, b"server answers at" in done.stderr) == (5, True), done.stderr
    done = shell.run("work", broker.adapter, "--set", "colour=red")
    assert (done.returncode, b"no option 'colour'; there is url" in done.stderr) == (2, True)


def test_a_server_that_is_killed_and_comes_back_loses_nothing(shell, tmp_path):
    folder, port = str(tmp_path / "nats"), free_port()
    with private_server(folder, port) as url:
        broker = NatsBroker(url)
        broker.put(sets(range(10)))
        with worker(shell, broker) as process:
            until(lambda: size(shell) > 4)
            subprocess.run(["pkill", "-KILL", "-f", f"{folder}/nats.conf"], check=True)
            time.sleep(0.3)
            assert process.poll() is None, "the worker waits for the server"
            with private_server(folder, port):
                broker.put(sets(range(10, 20)))
                until(lambda: size(shell) == 2 + 20)
                out = broker.events(2 + 20)
    told = [event["data"]["source"] for event in out if event["type"].endswith("checklist.set")]
    assert told == [f"policy {number}" for number in range(20)]
    assert shell.run("verify").returncode == 0


def test_a_laptop_needs_no_server_of_its_own(shell):
    url = f"nats://127.0.0.1:{free_port()}"
    line = [*COMMAND, "work", "nats", "--embedded-queue", "--set", f"url={url}"]
    process = subprocess.Popen(line, env=shell.variables, cwd=shell.folder, stderr=subprocess.PIPE)
    try:
        until(lambda: size(shell) == 2)
        NatsBroker(url).put(sets(range(2)))
        until(lambda: size(shell) == 4)
    finally:
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=WAIT_SECONDS)[1]
    assert process.returncode == 0, said
    assert (shell.folder / "bank.db.queue" / "streams").is_dir()
