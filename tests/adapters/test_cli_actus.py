"""ACTUS files on the command line: rows out, differences named, exit codes."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from adapters.actus import as_text, run_cases
from adapters.cli.main import run
from tests.domain.loan.actus.contracts import HALF_YEARLY, case

CASES = {"one": case("PAM", HALF_YEARLY), "two": case("LAM", cycleOfPrincipalRedemption="P6ML1")}


@pytest.fixture
def stated(tmp_path) -> Path:
    """Return a file whose results are as they are calculated."""
    file: Path = tmp_path / "stated.json"
    file.write_text(as_text(run_cases(CASES)), encoding="utf-8")
    return file


def changed(file: Path, row: int, **fields: Any) -> Path:
    """Return the file with other fields in one row of case one."""
    content = json.loads(file.read_text(encoding="utf-8"))
    content["one"]["results"][row] |= fields
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_cases_are_written_as_they_came_with_rows_for_results(stated, capsys):
    assert run(["actus", str(stated), "--case", "two"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert written.keys() == {"two"}
    assert written["two"]["terms"] == CASES["two"]["terms"]
    assert [row["payoff"] for row in written["two"]["results"]] == [-1000, 500, 120 / 2 + 30, 500]


def test_cases_are_written_to_a_new_file_and_over_none(stated, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert run(["actus", str(stated), "--out", str(out)]) == 0
    assert out.read_bytes() == stated.read_bytes()
    assert run(["actus", str(stated), "--out", str(out)]) == 2
    assert "--out: " in capsys.readouterr().err


def test_a_file_that_is_as_stated_passes(stated, capsys):
    assert run(["actus", str(stated), "--check"]) == 0
    assert capsys.readouterr().out == "2 cases, 8 rows: all as stated\n"


@pytest.mark.parametrize(
    ("row", "fields", "says"),
    [
        (1, {"payoff": 60.1}, "case one, row 2, payoff: 2020-07-01T00:00:00 IP: 60.1000000000"),
        (1, {"payoff": "60.00000002"}, "case one, row 2, payoff: "),
        (1, {"notionalPrincipal": 999}, "case one, row 2, notionalPrincipal: "),
        (1, {"nominalInterestRate": 0.13}, "case one, row 2, nominalInterestRate: "),
        (1, {"accruedInterest": 1}, "case one, row 2, accruedInterest: "),
        (1, {"currency": "USD"}, "case one, row 2, currency: "),
        (1, {"eventType": "PR"}, "2020-07-01T00:00:00 PR is not calculated"),
        (1, {"eventDate": "2020-07-02T00:00"}, "2020-07-01T00:00:00 IP is not in the file"),
    ],
)
def test_every_difference_is_named_by_case_row_and_field(*, stated, row, fields, says, capsys):
    assert run(["actus", str(changed(stated, row, **fields)), "--check"]) == 1
    said = capsys.readouterr().out
    assert says in said
    assert "2 cases, 8 rows: " in said.splitlines()[-1]


def test_a_difference_below_the_tolerance_is_none(stated, capsys):
    assert run(["actus", str(changed(stated, 1, payoff="60.00000001")), "--check"]) == 0


def test_machines_are_answered_in_json(stated, capsys):
    assert run(["actus", str(changed(stated, 1, payoff=1)), "--check", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["passed"], said["cases"], said["rows"]) == (False, 2, 8)
    assert [(d["case"], d["row"], d["field"]) for d in said["differences"]] == [
        ("one", 2, "payoff")
    ]


def test_the_standard_input_is_a_file_too(stated, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stated.read_bytes())))
    assert run(["actus", "-", "--check"]) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON at line 1"),
        ("[]", "expected an object of cases by their names"),
        ('{"a": {"terms": {"contractType": "SWAPS"}}}', "case a: contractType: 'SWAPS' is not one"),
        ('{"a": {}}', "case a: terms: is needed"),
        ('{"a": 1, "a": 2}', "given twice: a"),
        ("\ud800".encode("utf-8", "surrogatepass"), "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_with_a_sentence(text, says, tmp_path, capsys):
    file = tmp_path / "bad.json"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    assert run(["actus", str(file), "--out", str(tmp_path / "out.json")]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_terms_that_contradict_themselves_are_refused(tmp_path, capsys):
    file = tmp_path / "bad.json"
    file.write_text(json.dumps({"one": case("PAM", maturityDate=None)}), encoding="utf-8")
    assert run(["actus", str(file), "--out", str(tmp_path / "out.json")]) == 3
    assert "case one: maturityDate: is needed and not given" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_a_file_or_a_case_that_is_not_there_is_said(stated, tmp_path, capsys):
    assert run(["actus", str(tmp_path / "none.json")]) == 2
    assert "none.json: No such file or directory" in capsys.readouterr().err
    assert run(["actus", str(stated), "--case", "nine"]) == 2
    assert "there is no case nine" in capsys.readouterr().err
    assert run(["actus", str(stated), str(stated)]) == 2
    assert "case one, two stands in another file too" in capsys.readouterr().err


def test_results_that_cannot_be_compared_with_are_said(stated, capsys):
    assert run(["actus", str(changed(stated, 1, payoff="much")), "--check"]) == 2
    assert "case one: results[1].payoff: expected a number, not 'much'" in capsys.readouterr().err
    content = {"one": {**CASES["one"], "results": None}}
    stated.write_text(json.dumps(content), encoding="utf-8")
    assert run(["actus", str(stated), "--check"]) == 2
    assert "case one: results: expected a list to compare with" in capsys.readouterr().err


def test_a_term_without_effect_is_warned_of(tmp_path, capsys):
    file = tmp_path / "odd.json"
    file.write_text(json.dumps({"one": case("PAM", colour="red")}), encoding="utf-8")
    assert run(["actus", str(file)]) == 0
    assert capsys.readouterr().err == "case one: not known, and without effect: colour\n"
