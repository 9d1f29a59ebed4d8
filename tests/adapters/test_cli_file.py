"""`loanfold file`: what was seen, checked against the records, and old cases judged again."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from adapters.cli.main import run
from adapters.settings import Settings
from adapters.system import System
from adapters.wiring import Tools
from tests.approving import APPROVE, REVIEW, approved, bank_with_a_report
from tests.department import DIGEST

SEEN = ("file", "show", "A1", "--as-seen-by", "approval-A1@2")
LATE = {
    "file_id": "customer-C2",
    "document_id": "D9",
    "kind": "other",
    "digest": DIGEST,
    "title": "迟到的材料",
    "dated": "2026-03-01",
}


@pytest.fixture
def system() -> Iterator[System]:
    """A bank with a household's report signed."""
    with bank_with_a_report() as opened:
        yield opened


class Bench(Tools):
    """The tools of a system that stays open, whose records may have been altered."""

    altered: tuple[bytes, bytes] = (b"", b"")

    def records(self, indexes: Sequence[int]) -> Sequence[bytes]:
        """Return the records, with one text in the place of another."""
        return [record.replace(*self.altered) for record in super().records(indexes)]

    def close(self) -> None:
        """Leave it open."""


class Typed:
    """What a person types on a system, and what comes back."""

    def __init__(self, system: System, capsys: pytest.CaptureFixture[str]) -> None:
        self.tools, self.capsys = Bench(Settings(database=":memory:", actor="zhou")), capsys
        self.tools._system = system

    def __call__(self, *arguments: str) -> tuple[int, str]:
        """Return the exit code and what was written."""
        code = run(arguments, lambda _settings: self.tools)
        return code, self.capsys.readouterr().out


@pytest.fixture
def typed(system: System, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Return the command line of that bank."""
    return Typed(system, capsys)


def decision(system: System) -> Any:
    (row,) = system.bus("zhou").read("approval_record", {"application_id": "A1"}).rows
    return row


@pytest.mark.row("AV-13", shown_by="file")
def test_the_file_is_shown_as_the_approver_saw_it_and_the_digest_agrees(system, typed):
    approved(system)
    code, said = typed(*SEEN)
    assert code == 0
    assert f"digest of the file: {decision(system)['seen']}" in said
    assert "It is the one that approval-A1@2 holds: this is what was seen." in said
    system.bus("wang").run("archive.file_document", LATE)
    assert typed(*SEEN) == (code, said)
    _, later = typed(*SEEN, "--later")
    assert "archive.document_filed" in later
    assert "archive.document_filed" not in said


def test_the_lines_that_the_digest_is_of_are_what_sha256sum_is_given(system, typed):
    approved(system)
    _, lines = typed(*SEEN, "--heads")
    digest = hashlib.sha256(lines.encode()).hexdigest()
    assert f"sha256:{digest}" == decision(system)["seen"]
    assert lines.splitlines() == sorted(lines.splitlines())
    assert all(len(line.split(" ")) == 3 for line in lines.splitlines())


def test_a_decision_names_the_file_as_it_was_shown(system, typed):
    system.bus("zheng").run("approval.review", REVIEW)
    _, said = typed("file", "show", "A1", "--json")
    shown = json.loads(said)
    assert shown["stated"] is None
    system.bus("feng").run("approval.approve", {**APPROVE, "read": shown["digest"]})
    assert decision(system)["seen"] == shown["digest"]


def test_a_record_that_was_altered_is_no_longer_what_was_seen(system, typed):
    approved(system)
    typed.tools.altered = (b"papers agree", b"papers differ")
    code, said = typed(*SEEN)
    assert code == 1
    assert "It is NOT the one that approval-A1@2 holds" in said


def test_what_is_no_decision_on_that_file_is_said(system, typed):
    approved(system)
    assert typed("file", "show", "A9")[0] == 2
    assert typed("file", "show", "A1", "--as-seen-by", "customer-C2@1")[0] == 2


def test_old_cases_are_judged_again_from_the_command_line(system, typed):
    approved(system)
    code, said = typed("file", "rejudge", "A1")
    assert code == 0
    assert "approval.credit_approved" in said
    code, said = typed("file", "rejudge", "--json")
    assert code == 0
    assert {row["under_own"] for row in json.loads(said)} == {"same"}
