"""The guide's adapter is a distribution of its own: installed, proved and run as it says."""

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
from tests.village import OPEN

FILE = re.compile(r"^`(\S+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WAIT_SECONDS = 30


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a folder of packages in which the guide's distribution is installed."""
    source, site = tmp_path_factory.mktemp("drop-folder"), tmp_path_factory.mktemp("site")
    page = (ROOT / "docs/guides/add_an_adapter.md").read_text(encoding="utf-8")
    for name, text in FILE.findall(page):
        (source / name).write_text(text, encoding="utf-8")
    flags = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--target", str(site))
    subprocess.run([sys.executable, "-m", "pip", "install", *flags, str(source)], check=True)
    (site / "test_drop_folder.py").write_text((source / "test_drop_folder.py").read_text())
    return site


@pytest.fixture
def shell(tmp_path, site) -> Iterator[Shell]:
    shell = Shell(tmp_path)
    shell.variables |= {"PYTHONPATH": f"{site}{os.pathsep}{ROOT}", "LOANFOLD_PLUGINS": "folder"}
    yield shell


def test_the_adapter_does_what_every_adapter_must(site):
    words = ("-q", "-p", "no:cacheprovider", "--import-mode=importlib", str(site))
    paths = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words], env=paths, cwd=site, capture_output=True
    )
    assert done.returncode == 0, done.stdout.decode()
    assert re.search(rb"1[0-9] passed", done.stdout)


def test_the_adapter_works_until_it_is_told_to_end(shell, tmp_path):
    box = tmp_path / "in"
    box.mkdir()
    shell.run("log.open", *(word for n, v in OPEN.items() for word in (_flag(n), v)))
    listed = shell.run("plugins").stdout.decode().splitlines()
    assert ["folder", "drop-folder", "1.0", "yes"] in [line.split() for line in listed]
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


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def _until(holds) -> None:
    ends = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.02)
