"""The guide's plugins are distributions of their own: installed, proved and run as it says."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.adapters.test_cli_process import COMMAND, Shell
from tests.style.trees import ROOT
from tests.village import AGREE, DISBURSE, OPEN, PRODUCT, ZHANG

FILE = re.compile(r"^`(\S+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEPS = (
    ("log.open", OPEN),
    ("customer.register", ZHANG),
    ("product.define", PRODUCT),
    ("loan.agree", AGREE),
    ("loan.disburse", DISBURSE),
)
HOUSE = "house-plugins"
WAIT_SECONDS = 30


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a folder of packages in which the guide's distribution is installed."""
    source, site = tmp_path_factory.mktemp("drop-folder"), tmp_path_factory.mktemp("site")
    page = (ROOT / "docs/guides/add_an_adapter.md").read_text(encoding="utf-8")
    (source / HOUSE).mkdir()
    for name, text in FILE.findall(page):
        (source / name).write_text(text, encoding="utf-8")
        if name.rpartition("/")[2].startswith("test_"):
            (site / name.rpartition("/")[2]).write_text(text, encoding="utf-8")
    flags = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--target", str(site))
    both = (str(source), str(source / HOUSE))
    subprocess.run([sys.executable, "-m", "pip", "install", *flags, *both], check=True)
    return site


@pytest.fixture
def shell(tmp_path, site) -> Iterator[Shell]:
    shell = Shell(tmp_path)
    shell.variables |= {"PYTHONPATH": f"{site}{os.pathsep}{ROOT}"}
    shell.variables["LOANFOLD_PLUGINS"] = "folder,overdue,tape"
    yield shell


def test_each_does_what_every_one_of_its_kind_must(site):
    words = ("-q", "-p", "no:cacheprovider", "--import-mode=importlib", str(site))
    paths = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words], env=paths, cwd=site, capture_output=True
    )
    assert done.returncode == 0, done.stdout.decode()
    assert re.search(rb"3[0-9] passed", done.stdout), done.stdout


def test_the_adapter_works_until_it_is_told_to_end(shell, tmp_path):
    box = tmp_path / "in"
    box.mkdir()
    shell.run("log.open", *(word for n, v in OPEN.items() for word in (_flag(n), v)))
    listed = shell.run("plugins").stdout.decode().splitlines()
    found = [line.split() for line in listed]
    assert ["adapter", "folder", "drop-folder", "1.0", "yes"] in found
    assert ["export", "overdue", HOUSE, "1.0", "yes"] in found
    assert ["store", "tape", HOUSE, "1.0", "yes"] in found
    (box / "loan.forget~K1.json").write_text("{}")
    working = subprocess.Popen(
        [*COMMAND, "work", "folder", "--set", f"in={box}"],
        env=shell.variables,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    )
    try:
        _until((box / "loan.forget~K1.unknown").exists)
    finally:
        working.send_signal(signal.SIGTERM)
    said = working.communicate(timeout=WAIT_SECONDS)[1]
    assert (working.returncode, said.count(b'"event": "refused"')) == (0, 1), said
    trail = shell.run("views", "audit_trail", "--json").stdout
    assert trail.count(b"log.plugins_noted") == 1


def test_an_adapter_of_others_is_not_run_unless_it_is_allowed(shell):
    shell.variables["LOANFOLD_PLUGINS"] = ""
    refused = shell.run("work", "folder")
    assert refused.returncode == 5
    assert b"folder of drop-folder 1.0 is not allowed" in refused.stderr
    missing = shell.run("work", "telex")
    assert (missing.returncode, b"there is folder" in missing.stderr) == (2, True)


@pytest.fixture
def taped(shell: Shell, tmp_path) -> Shell:
    """Return a shell whose journal is in the store of the guide."""
    shell.variables["LOANFOLD_DATABASE"] = f"tape://{tmp_path}/taped.db"
    for name, fields in STEPS:
        given = json.dumps(fields, ensure_ascii=False).encode()
        done = shell.run(name, "--json-input", "-", stdin=given)
        assert done.returncode == 0, done.stderr
    return shell


def test_a_bank_is_run_on_the_store_by_others(taped, tmp_path):
    assert taped.run("verify").returncode == 0
    size = int(json.loads(taped.run("log", "--json").stdout)["size"])
    assert len((tmp_path / "taped.tape").read_text().splitlines()) == size
    assert (tmp_path / "taped.db.keys").is_dir() and (tmp_path / "taped.db.views").is_file()
    trail = taped.run("views", "audit_trail", "--json").stdout
    assert trail.count(b"log.plugins_noted") == 1, "noted once, whatever runs on it"
    assert b"there is nothing to do" in taped.run("store", "migrate").stdout
    assert taped.run("backup", "--to", "b", "--keys-to", "k").returncode == 0


def test_the_export_by_others_is_there_whole_and_noted(taped, tmp_path):
    line = ("export", "plugin", "overdue", "--to", "late", "--in-effect-on", "2025-03-10")
    done = taped.run(*line, "--set", "days=30")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "late" / "overdue.csv").read_text().split()[1:] == ["L1,36"]
    trail = json.loads(taped.run("views", "audit_trail", "--json").stdout)
    assert sum("plugins_noted" in str(row) for row in trail["rows"]) == 2
    again = taped.run(*line)
    assert (again.returncode, b"name a new folder" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (["plugin", "telex"], 2, "no plugin 'telex' is installed; there is overdue"),
        (["plugin", "overdue", "--set", "days=many"], 2, "overdue of house-plugins 1.0: invalid"),
        (["plugin", "overdue", "--set", "days"], 2, "expected NAME=VALUE"),
    ],
)
def test_what_is_wrong_with_an_export_is_said_and_nothing_is_left(
    taped, tmp_path, *, line, code, says
):
    done = taped.run("export", *line, "--to", "x")
    assert (done.returncode, says in done.stderr.decode()) == (code, True), done.stderr
    assert not list(tmp_path.glob("x*"))


@pytest.mark.parametrize(
    ("database", "allowed", "code", "says"),
    [
        ("tape://", "tape", 2, "does not take tape://: name a file"),
        ("tape:///srv/x.db", "", 5, "tape of house-plugins 1.0 is not allowed"),
        ("wax://u:secret@host/x", "wax", 5, "wax databases are not supported here: no plugin"),
        ("tape:///nowhere/at/all.db", "tape", 5, "cannot be"),
    ],
)
def test_what_is_wrong_with_a_store_is_said_in_a_sentence(shell, database, allowed, *, code, says):
    shell.variables |= {"LOANFOLD_DATABASE": database, "LOANFOLD_PLUGINS": allowed}
    done = shell.run("log")
    assert (done.returncode, says in done.stderr.decode()) == (code, True), done.stderr
    assert b"secret" not in done.stderr


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def _until(holds) -> None:
    ends = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.02)
