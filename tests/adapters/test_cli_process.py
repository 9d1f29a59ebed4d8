"""The command line as a process of its own, on a database in a file."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from adapters.cli.tools.index import TOOLS
from domain.catalogue import COMMANDS
from tests.village import DISBURSE, OPEN, ZHANG

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "adapters.cli.main")
HEAVY = ("cryptography", "eventsourcing", "rich", "starlette", "structlog", "uvicorn")


class Shell:
    """A shell in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Set the variables that the program reads."""
        self.folder = folder
        named = {"LOANFOLD_DATABASE": str(folder / "bank.db"), "LOANFOLD_ACTOR": "zhao"}
        plain = {k: v for k, v in os.environ.items() if not k.startswith("LOANFOLD_")}
        self.variables = {**plain, **named, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

    def run(
        self, *arguments: str | bytes, stdin: bytes = b"", command: Sequence[str] = COMMAND
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the program to its end."""
        return subprocess.run(
            [*command, *arguments],
            input=stdin,
            cwd=self.folder,
            env=self.variables,
            capture_output=True,
            timeout=60,
        )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def opened(shell: Shell) -> Shell:
    assert (
        shell.run("log.open", "--json-input", "-", stdin=json.dumps(OPEN).encode()).returncode == 0
    )
    return shell


def test_what_is_recorded_is_there_in_the_next_process(opened):
    given = json.dumps(ZHANG).encode()
    recorded = opened.run("customer.register", "--json-input", "-", stdin=given)
    assert (recorded.returncode, recorded.stderr) == (0, b"")
    assert opened.run("find", "--name", "张三").stdout == b"C1\n"
    assert "张三" in opened.run("views", "customers").stdout.decode()
    assert opened.run("verify").stdout.endswith(b"Nothing is wrong.\n")


def test_a_backup_is_restored_with_its_keys(opened):
    opened.run("customer.register", "--json-input", "-", stdin=json.dumps(ZHANG).encode())
    root = opened.run("log").stdout
    assert opened.run("backup", "--to", "copy", "--keys-to", "keys").returncode == 0
    place = ("--database", "other.db")
    back = opened.run(*place, "restore", "--from", "copy", "--keys-from", "keys")
    assert (back.returncode, back.stderr) == (0, b"")
    assert opened.run(*place, "log").stdout == root
    assert opened.run(*place, "find", "--name", "张三").stdout == b"C1\n"


def test_a_refusal_ends_with_3_and_cites_its_source(opened):
    said = opened.run("loan.disburse", "--json-input", "-", stdin=json.dumps(DISBURSE).encode())
    assert (said.returncode, said.stdout) == (3, b"")
    assert b"\nSource: " in said.stderr


def test_bytes_that_are_no_text_are_refused(opened):
    assert opened.run("find", "--name", b"\xff\xfe").returncode == 2
    said = opened.run("log.open", "--json-input", "-", stdin=b'{"a": "\xff"}')
    assert (said.returncode, b"not UTF-8" in said.stderr) == (2, True)


def test_what_is_written_is_utf_8_in_every_locale(opened):
    opened.run("customer.register", "--json-input", "-", stdin=json.dumps(ZHANG).encode())
    opened.variables |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    assert "张三" in opened.run("views", "customers").stdout.decode()
    said = opened.run("loan.cancel", "--json-input", "-", "--json", stdin=b'{"\\ud800": 1}')
    assert said.returncode == 2
    assert "half a character is no text" in json.loads(said.stdout)["detail"]


def test_a_database_that_is_none_is_unavailable(shell):
    (shell.folder / "bank.db").write_bytes(b"no database" * 1000)
    said = shell.run("log")
    assert (said.returncode, said.stderr.startswith(b"unavailable: ")) == (5, True)
    elsewhere = shell.run("--database", "postgresql://host/bank", "log")
    assert (elsewhere.returncode, elsewhere.stderr.startswith(b"unavailable: ")) == (5, True)


def test_a_reader_who_goes_away_ends_it_quietly(opened):
    with subprocess.Popen(
        [*COMMAND, "views", "audit_trail", "--csv"],
        cwd=opened.folder,
        env=opened.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(timeout=60), said) == (141, b"")


def test_a_tab_completes_names(shell):
    shell.variables |= {
        "_LOANFOLD_COMPLETE": "bash_complete",
        "COMP_WORDS": "loanfold loan.record_re",
        "COMP_CWORD": "1",
    }
    said = shell.run().stdout.decode().split()
    assert said == ["plain,loan.record_repayment"]


@pytest.mark.parametrize(
    ("asked", "unneeded"),
    [
        (["loan.agree", "--help"], HEAVY),
        (["--help"], (*HEAVY, "domain.catalogue", "domain.loan", "projections")),
    ],
)
def test_help_loads_nothing_that_it_does_not_need(shell, asked, unneeded):
    look = (
        f"import sys\nfrom adapters.cli.main import run\nrun({asked!r})\n"
        f"print([name for name in {unneeded!r} if name in sys.modules], file=sys.stderr)"
    )
    said = shell.run(command=(sys.executable, "-c", look))
    assert (said.returncode, said.stderr) == (0, b"[]\n")


def test_help_lists_what_can_be_run(shell):
    listed = shell.run("--help").stdout.decode()
    names = {
        line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line.strip()
    }
    assert names >= {*TOOLS, *COMMANDS}
    assert all(tool.load().name == name for name, tool in TOOLS.items())
