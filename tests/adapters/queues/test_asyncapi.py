"""The description of the queues: accepted by the official parser, and true of real messages."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from adapters.conformance import CHECKLIST, SET, Bank, bank  # noqa: F401 - a fixture.
from adapters.queues.asyncapi import asyncapi
from adapters.queues.cloud_event import write_event
from domain.catalogue import COMMANDS, EVENTS
from tests.adapters.queues.brokers import command
from tests.style.trees import ROOT
from tests.village import LI, ZHANG

PARSER = ROOT / ".node/node_modules/@asyncapi/parser"
SCRIPT = """
const { Parser } = require(process.argv[1]);
const text = require("fs").readFileSync(0, "utf8");
new Parser().parse(text).then(({ document, diagnostics }) => {
  const errors = diagnostics.filter((found) => found.severity === 0);
  console.log(JSON.stringify({ read: !!document, errors: errors.map((e) => e.message) }));
});
"""


def payload(channel: str, name: str) -> Draft202012Validator:
    message = asyncapi()["components"]["messages"][f"{channel}.{name}"]
    return Draft202012Validator(message["payload"])


def test_the_official_parser_accepts_it():
    if shutil.which("node") is None or not PARSER.exists():
        pytest.skip("@asyncapi/parser is not installed in .node")
    text = json.dumps(asyncapi())
    line = ["node", "-e", SCRIPT, str(PARSER)]
    done = subprocess.run(line, input=text, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"read": True, "errors": []}


def test_every_command_and_event_is_described():
    said = asyncapi()
    assert list(said["channels"]["commands"]["messages"]) == list(COMMANDS)
    assert list(said["channels"]["events"]["messages"]) == list(EVENTS)
    references = json.dumps(said).count('"$ref"')
    assert references == 2 * sum(len(c["messages"]) for c in said["channels"].values()) + 3


def test_what_is_sent_is_as_described(bank: Bank):  # noqa: F811
    for number, person in enumerate((ZHANG, LI)):
        bank.door.run("customer.register", person, f"c{number}")
    bank.door.run(SET, CHECKLIST, "k1")
    sent = [json.loads(write_event(each)) for each in bank.system.outbox().pending("t", 99)]
    assert len(sent) == bank.records > 5
    for event in sent:
        payload("events", event["type"].removeprefix("loanfold.")).validate(event)


def test_what_is_taken_is_as_described():
    message = json.loads(command(SET, CHECKLIST, "k1"))
    assert payload("commands", SET).is_valid({**message, "type": f"loanfold.{SET}"})
    assert not payload("commands", SET).is_valid(
        {**message, "type": f"loanfold.{SET}", "data": {"kind": "x"}}
    )


def test_the_parser_would_find_a_fault():
    if shutil.which("node") is None or not PARSER.exists():
        pytest.skip("@asyncapi/parser is not installed in .node")
    broken = {**asyncapi(), "channels": {"commands": {"address": 7}}}
    line = ["node", "-e", SCRIPT, str(Path(PARSER))]
    done = subprocess.run(
        line, input=json.dumps(broken), capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["errors"]
