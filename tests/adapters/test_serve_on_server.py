"""`loanfold serve` on PostgreSQL, as a process that an institution runs."""

import json
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.adapters.queues.servers import free_port
from tests.adapters.test_cli_process import COMMAND, Shell
from tests.village import AGREE, DISBURSE, OPEN, PRODUCT, ZHANG, repay

WAIT_SECONDS = 60
CALLERS, EACH = 4, 5


@pytest.fixture
def shell(servers, tmp_path) -> Shell:
    server = servers("wheel")
    shell = Shell(tmp_path)
    server.execute("CREATE DATABASE served_bank")
    shell.variables["LOANFOLD_DATABASE"] = server.url("served_bank")
    assert b"created the tables" in shell.run("store", "migrate").stdout
    return shell


@pytest.fixture
def served(shell) -> Iterator[tuple[httpx.Client, "subprocess.Popen[bytes]"]]:
    port = free_port()
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port)],
        env=shell.variables,
        cwd=shell.folder,
        stderr=subprocess.PIPE,
    )
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=WAIT_SECONDS) as client:
        ends = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < ends and process.poll() is None:
            try:
                client.get("/health")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        try:
            yield client, process
        finally:
            process.kill()
            process.wait()


def test_a_bank_is_served_from_a_server_database(served, shell):
    client, process = served
    lend = (
        ("log.open", OPEN),
        ("customer.register", ZHANG),
        ("product.define", PRODUCT),
        ("loan.agree", AGREE),
        ("loan.disburse", DISBURSE),
    )
    for name, fields in lend:
        answer = client.post(f"/commands/{name}", json=fields)
        assert answer.status_code == 200, answer.text
    first = answer.json()["index"] + 1
    assert client.get("/ready").json() == {"status": "ready"}

    def pay(caller: int) -> list[int]:
        receipts = [repay(f"R{caller}.{no}", "10.00", "2025-01-02") for no in range(EACH)]
        sent = [client.post("/commands/loan.record_repayment", json=fields) for fields in receipts]
        return [answer.json()["index"] for answer in sent]

    with ThreadPoolExecutor(CALLERS) as pool:
        places = sorted(place for found in pool.map(pay, range(CALLERS)) for place in found)
    assert places == list(range(first, first + CALLERS * EACH))
    register = client.get("/views/loan_register?in_effect_on=2025-01-02").json()["rows"]
    assert register[0]["principal"] == "11800.00 CNY"
    counted = r'total{command="loan.record_repayment",outcome="recorded"} (\d+)'
    assert re.findall(counted, client.get("/metrics").text) == [str(CALLERS * EACH)]
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=WAIT_SECONDS)[1].decode().splitlines()
    lines = [json.loads(line) for line in said if line.startswith("{")]
    assert sum(line["event"] == "recorded" for line in lines) == len(lend) + CALLERS * EACH
    assert shell.run("verify").returncode == 0
