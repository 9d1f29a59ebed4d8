"""Pages whose console blocks are walked through: in a terminal, over HTTP, and by a queue."""

import json
import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any, Final

from attrs import define, field, frozen
from starlette.testclient import TestClient

from adapters.access.config import Access
from adapters.access.gate import make_gate
from adapters.cli.flags import flags_of, nested
from adapters.cli.offer import offer
from adapters.describe import command_inputs
from adapters.door import Door, Kind
from adapters.http.app import make_app
from adapters.system import System
from adapters.worker import issue_key
from domain.catalogue import COMMANDS

BLOCK: Final = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED: Final = re.compile(r"loanfold (.*?)(?: <<END\n(.*)\nEND)?", re.DOTALL)
RULE: Final = re.compile(r"[A-Z]+-")  # A refusal begins with the code of its rule.
SET: Final = re.compile(r"([a-z_]+)=.*")  # A shell variable, which later lines name.
# A shell variable that is read of an answer.
READ: Final = re.compile(
    r"([a-z_]+)=\$\(loanfold (.*) \| "
    + r"grep -o '\"([a-z_]+)\": \"\[\^\"\]\*' \| cut -d'\"' -f4\)"
)
# Roles enough for any step of a walk; which post may take it is the domain's to say.
ROLES: Final = ["officer", "manager", "operator"]


@frozen
class Typed:
    """A line as it is typed, what is given to it, and the lines that it shows."""

    arguments: tuple[str, ...]
    stdin: str
    shown: tuple[str, ...]

    @property
    def actor(self) -> str:
        """Who types."""
        return self.arguments[self.arguments.index("--actor") + 1]

    @property
    def command(self) -> str | None:
        """The command of the catalogue that is sent; None where a view or a tool is asked for."""
        return next((name for name in self.arguments if name in COMMANDS), None)

    @property
    def refused(self) -> bool:
        """Whether a rule is shown to refuse it."""
        return bool(self.shown) and bool(RULE.match(self.shown[0]))

    @property
    def fields(self) -> Mapping[str, Any]:
        """The fields that are given, as JSON or by flags."""
        assert self.command is not None
        given = self.arguments[self.arguments.index(self.command) + 1 :]
        flags = offer(self.command).make_context(self.command, list(given)).params
        whole = json.loads(self.stdin) if self.stdin else {}
        said: Mapping[str, Any] = nested(
            flags_of(command_inputs(COMMANDS[self.command])), flags, whole
        )
        return said


Ask = Callable[[Typed], str]  # A line that asks for a view, and what is answered.


def walk(page: str, ask: Ask) -> Iterator[Typed]:
    """Yield what is typed in a page: "$ " begins a line, "> " goes on with it."""
    known: dict[str, str] = {}
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            first, *rest = part.splitlines()
            if match := READ.fullmatch(first):
                said = ask(_typed(f"loanfold {_filled(match[2], known)}", ()))
                found = re.search(f'"{match[3]}": "([^"]*)', said)
                assert found, f"no {match[3]} is answered to {match[2]}"
                known[match[1]] = found[1]
                continue
            if match := SET.fullmatch(first):
                known[match[1]] = _said_by_shell(f"{first}; echo ${match[1]}", known)
                continue
            more = [line.removeprefix("> ") for line in rest if line.startswith("> ")]
            shown = tuple(line for line in rest if not line.startswith("> "))
            yield _typed(_filled("\n".join([first, *more]), known), shown)


def asked_of(system: System) -> Ask:
    """Return what answers a line that asks for a view: "views NAME --parameter value"."""

    def ask(line: Typed) -> str:
        words = list(line.arguments[line.arguments.index("views") + 1 :])
        view, flags = words[0], [word for word in words[1:] if word != "--json"]
        query = {
            flag.removeprefix("--").replace("-", "_"): value
            for flag, value in zip(flags[::2], flags[1::2], strict=True)
        }
        page = system.bus(line.actor).read(view, query)
        return json.dumps([dict(row) for row in page.rows], ensure_ascii=False)

    return ask


def _typed(text: str, shown: tuple[str, ...]) -> Typed:
    match = TYPED.fullmatch(text)
    assert match, f"not a line of loanfold: {text}"
    arguments = shlex.split(match[1].replace("\\\n", " "))
    return Typed(tuple(arguments), match[2] or "", shown)


def _filled(text: str, known: Mapping[str, str]) -> str:
    """Return a text as a shell reads it, with what its variables hold."""
    return re.sub(r"\$([a-z_]+)", lambda named: known[named[1]], text)


def _said_by_shell(script: str, known: Mapping[str, str]) -> str:
    done = subprocess.run(
        ["sh", "-c", script], env={**os.environ, **known}, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@define
class Keys:
    """API keys of those who walk, issued when each is met first."""

    system: System
    issued: dict[str, str] = field(factory=dict)

    def bearer(self, caller: str) -> str:
        """Return what a caller sends to be let in."""
        if caller not in self.issued:
            until = (self.system.clock() + timedelta(days=300)).date().isoformat()
            given = {"caller": caller, "roles": ROLES, "scope": ["*"], "until": until}
            number = f"k{len(self.issued)}"
            self.issued[caller] = issue_key(self.system.bus("custodian"), number, given)
        return f"Bearer {self.issued[caller]}"


Send = Callable[[Typed, str], tuple[Kind, str]]  # A line and its key: how it ended, and the words.


def over_http(system: System) -> Send:
    """Return what sends a line's command over HTTP, as its actor."""
    gate, keys = make_gate(system, Access(calls_per_minute=100_000)), Keys(system)
    client = TestClient(make_app(system.bus("nobody"), entrance=gate.bus), "http://localhost")

    def send(line: Typed, key: str) -> tuple[Kind, str]:
        headers = {"authorization": keys.bearer(line.actor), "idempotency-key": key}
        answer = client.post(f"/commands/{line.command}", json=line.fields, headers=headers)
        kinds = {200: Kind.DONE, 422: Kind.REFUSED}
        return kinds.get(answer.status_code, Kind.FAILED), answer.text

    return send


def by_queue(system: System, start: Callable[[Door], Callable[[bytes], bytes]]) -> Send:
    """Return what sends a line's command as a message, as its actor.

    start puts an adapter to work at a door, and returns what publishes a message and waits for
    its answer.
    """
    gate, keys = make_gate(system, Access(calls_per_minute=100_000)), Keys(system)
    ask = start(Door(system.bus("worker"), system.outbox(), entrance=gate.bus))

    def send(line: Typed, key: str) -> tuple[Kind, str]:
        message = {
            "specversion": "1.0",
            "id": key,
            "source": "walk",
            "type": line.command,
            "authorization": keys.bearer(line.actor),
            "data": line.fields,
        }
        reply = json.loads(ask(json.dumps(message, ensure_ascii=False).encode()))
        return Kind(reply["type"].rpartition(".")[2]), json.dumps(reply, ensure_ascii=False)

    return send
