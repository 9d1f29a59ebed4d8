"""The references are what a folder holds: whichever examples, however many, or none."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.references.harness import topics
from tests.style.trees import ROOT

KNOWN = {
    "id": "of-our-own",
    "topic": "annuity payment",
    "inputs": {"annual_rate": "0.12", "periods": 1, "present_value": "100"},
    "expected": {"payment_end_of_period": "101.00"},
    "tolerance": {"money": "0.00"},
}
WRONG = KNOWN | {"id": "wrong", "expected": {"payment_end_of_period": "101.01"}}
UNKNOWN = KNOWN | {"id": "unknown", "topic": "算命"}
# Topics that files may bring beside those of the one that is read here.
NAMED = (
    "APRC, instalments on equal months",
    "second disbursement, payment re-fixed",
    "interest and principal part",
    "分段计息 across a repricing date",
    "提前还款, shorten the term",
    "借新还旧",
    "罚息 with a part payment",
    "equal instalment, 30/360",
)


def told(folder):
    """Return what a run over the examples of a folder says at its end."""
    tests = "tests/references/test_worked_examples.py"
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rfs", "-p", "no:cacheprovider", tests],
        cwd=ROOT,
        env={**os.environ, "LOANFOLD_REFERENCE": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    return run.stdout.decode()


def test_every_example_of_the_folder_is_held_against_the_engine(tmp_path):
    rows = {"examples": [KNOWN, WRONG, UNKNOWN]}
    (tmp_path / "worked_examples.json").write_text(json.dumps(rows), encoding="utf-8")
    said = told(tmp_path)
    assert re.search("2 failed, 1 passed|1 passed, 2 failed", said), said
    assert "101, expected 101.01" in said
    assert "does not know the topic 算命" in said


def test_a_missing_file_is_skipped_with_a_message(tmp_path):
    said = told(tmp_path)
    assert "1 skipped" in said, said
    assert "set LOANFOLD_REFERENCE" in said


@pytest.mark.parametrize("topic", NAMED)
def test_topics_that_other_files_bring_are_known(topic):
    assert topic in topics()
