"""HTTP and the command line do what every adapter must."""

import json
from typing import Final

import pytest
from starlette.testclient import TestClient

from adapters.conformance import *  # noqa: F403
from adapters.conformance import Bank
from adapters.door import Kind
from adapters.http.app import make_app
from tests.adapters.test_cli_process import COMMAND, Shell

STATUS: Final = {
    200: Kind.DONE,
    400: Kind.MALFORMED,
    404: Kind.UNKNOWN,
    409: Kind.CONFLICT,
    413: Kind.MALFORMED,
    422: Kind.REFUSED,
}
CODES: Final = {"unreadable": Kind.MALFORMED, "unknown": Kind.UNKNOWN, "conflict": Kind.CONFLICT}


class Http:
    def __init__(self, bank: Bank):
        bus = bank.system.bus("conformance")
        self.client = TestClient(make_app(bus), "http://localhost")

    def send(self, operation: str, raw: bytes, key: str) -> Kind:
        headers = {"content-type": "application/json", "idempotency-key": key}
        answer = self.client.post(f"/commands/{operation}", content=raw, headers=headers)
        return STATUS[answer.status_code]


class CommandLine:
    skips: Final = {
        "test_what_is_too_large_is_malformed": "a person's file is read whatever its size",
    }

    def __init__(self, bank: Bank, folder):
        self.shell = Shell(folder)
        self.shell.variables["LOANFOLD_ACTOR"] = bank.settings.actor
        assert self.shell.variables["LOANFOLD_DATABASE"] == bank.settings.database

    def send(self, operation: str, raw: bytes, key: str) -> Kind:
        flags = ("--json-input", "-", "--key", key, "--json")
        done = self.shell.run(operation, *flags, stdin=raw, command=COMMAND)
        if done.returncode == 0:
            return Kind.DONE
        code = json.loads(done.stderr or done.stdout)["code"]
        return CODES.get(code, Kind.REFUSED)


@pytest.fixture(params=["http", "command line"])
def harness(request, bank, tmp_path):
    return Http(bank) if request.param == "http" else CommandLine(bank, tmp_path)
