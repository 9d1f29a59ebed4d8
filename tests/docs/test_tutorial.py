"""The tutorial and the guide of a loan do what they say: commands run, and show what is shown."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest
from attrs import frozen

from tests.style.trees import ROOT

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY = "…"


@frozen
class Step:
    """A command as it is typed, and the lines that it shows."""

    command: str
    shown: tuple[str, ...]


def steps(page: str) -> Iterator[Step]:
    """Yield the commands of a page's console blocks: "$ " begins one, "> " goes on with it."""
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            typed, *rest = part.splitlines()
            more = [line for line in rest if line.startswith("> ")]
            shown = tuple(line for line in rest if not line.startswith("> "))
            yield Step("\n".join([typed, *(line.removeprefix("> ") for line in more)]), shown)


def shows(shown: tuple[str, ...], said: str) -> bool:
    """Tell whether a text is what is shown; "…" is any part of a line, alone it is any lines."""
    lines = [
        r"(?:.*\n)*?" if line == ANY else re.escape(line).replace(re.escape(ANY), ".*") + r" *\n"
        for line in shown
    ]
    return re.fullmatch("".join(lines), said) is not None


@pytest.fixture
def shell(tmp_path) -> Mapping[str, str]:
    """An environment of one teller with an empty folder, in which loanfold is a program."""
    program = tmp_path / "bin" / "loanfold"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m adapters.cli.main "$@"\n')
    program.chmod(0o755)
    kept = {name: text for name, text in os.environ.items() if not name.startswith("LOANFOLD_")}
    return {
        **kept,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "LOANFOLD_DATABASE": str(tmp_path / "bank.db"),
        "LOANFOLD_ACTOR": "teller-wang",
    }


@pytest.mark.parametrize(
    "page", ["docs/tutorial.md", "docs/guides/loan_life.md", "docs/guides/evidence.md"]
)
def test_a_page_shows_what_happens(page, shell, tmp_path):
    told = list(steps((ROOT / page).read_text(encoding="utf-8")))
    assert len(told) > 10
    for step in told:
        done = subprocess.run(
            ["sh", "-c", step.command],
            cwd=tmp_path,
            env=shell,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode()
        assert shows(step.shown, said), f"$ {step.command}\n{said}"


def test_what_differs_is_seen():
    assert shows(("size  9", "root  …", ANY, "end"), "size  9\nroot  ab\nmore\nmore\nend\n")
    assert not shows(("size  9",), "size  8\n")
    assert not shows(("size  9",), "size  9\nand a fault\n")
