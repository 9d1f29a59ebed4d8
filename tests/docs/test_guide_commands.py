"""Every command that a page names is one that the program has, with the options it is given.

Blocks that show what comes back are run, page by page; what needs a server, a broker or a key of
somebody else is at least read as the program reads it.
"""

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from adapters.cli.program import program
from adapters.problems import Unknown
from tests.style.trees import ROOT

PAGES = [
    *sorted((ROOT / "docs" / "guides").glob("*.md")),
    *sorted((ROOT / "docs" / "walkthroughs").glob("*.md")),
    *(ROOT / "docs" / f"{name}.md" for name in ("tutorial", "reliability", "threat_model")),
    ROOT / "README.md",
]
FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`]+)`")
# The program with what may stand before it, up to where the shell goes on with something else.
CALL = re.compile(r"^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:python3 scripts/run\.py|loanfold) +(\S.*)$")
ELSEWHERE = re.compile(r"\s(?:[|>&;]|<<|#\s)")
PLACE = re.compile(r"<[^<>]+>|\$\([^()]+\)")  # For something to be put there.
# What a page may leave out, or name in capitals as a place for something.
LEFT_OUT = (click.MissingParameter, click.BadParameter, click.exceptions.Exit)
NAMES = re.compile(r"[a-z-]+|[a-z_]+\.[a-z_]+")


def texts(page: str) -> Iterator[str]:
    """Yield the lines of code of a page, those that go on joined, and what is code in a line."""
    for block in FENCED.findall(page):
        yield from re.sub(r"\\\n(?:> )?\s*", "", block).splitlines()
    rest = FENCED.sub("", page)
    yield from (line.strip() for line in rest.splitlines() if line.startswith("    "))
    yield from (" ".join(code.split()) for code in INLINE.findall(rest))


def calls(page: str) -> Iterator[list[str]]:
    """Yield the arguments of each call of the program on a page."""
    for text in texts(page):
        found = CALL.match(text)
        if found and NAMES.match(found[1].lstrip("-")):
            yield shlex.split(ELSEWHERE.split(_filled(found[1]))[0])


def _filled(call: str) -> str:
    """Return a call with something in its places, and without what is left out at its end."""
    return re.sub(r"(--\S+) …", r"\1 X", PLACE.sub("X", call)).replace("…", "")


def read(command: click.Command, arguments: list[str], parent: click.Context | None) -> None:
    """Have click read arguments, and those of the command that they name; nothing is run."""
    try:
        context = command.make_context("loanfold", list(arguments), parent=parent)
    except (*LEFT_OUT, click.exceptions.NoArgsIsHelpError):
        return
    rest = [*context._protected_args, *context.args]
    if isinstance(command, click.Group) and rest:
        _, inner, more = command.resolve_command(context, rest)
        assert inner is not None
        read(inner, more, context)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_program_has_what_a_page_names(page):
    for arguments in calls(page.read_text(encoding="utf-8")):
        try:
            read(program, arguments, None)
        except (click.UsageError, Unknown) as error:
            pytest.fail(f"{page.name}: loanfold {shlex.join(arguments)}: {error}")


def test_a_call_is_found_wherever_it_stands_and_a_wrong_one_is_seen():
    page = "Ask `loanfold views ledger --loan-id L1` or\n\n    loanfold take-over berka FOLDER\n"
    block = "```sh\nA=b loanfold log publish \\\n    --to x > y  # daily\n```\n"
    assert list(calls(page + block)) == [
        ["log", "publish", "--to", "x"],
        ["take-over", "berka", "FOLDER"],
        ["views", "ledger", "--loan-id", "L1"],
    ]
    for wrong in (["views", "leger"], ["file", "show", "A1", "--seen-by", "x"], ["loan.lend"]):
        with pytest.raises((click.UsageError, Unknown)):
            read(program, wrong, None)
