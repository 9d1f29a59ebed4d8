"""The published cases of the lending types, every row: whatever the files of the reference hold."""

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.actus import compare_cases, read_cases, run_cases
from domain.loan.actus.kinds import ContractType

FILES = [f"actus-tests-{kind.lower()}.json" for kind in ContractType]


def cases_in(reference: Path, name: str) -> dict[str, Any]:
    """Return the cases of a file with all digits; skips where it is missing."""
    path = reference / "actus" / name
    if not path.is_file():
        pytest.skip(f"{path} is missing")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=str)
    assert content, f"{name} holds no case"
    return content


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_every_published_case_is_as_stated(reference, name):
    content = cases_in(reference, name)
    found = compare_cases([(case, case.rows()) for case in read_cases(content)], content)
    assert found.cases == len(content)
    assert found.rows == sum(len(case["results"]) for case in content.values())
    assert not found.differences, "\n".join(map(str, found.differences))


@pytest.mark.parametrize("name", FILES)
def test_no_published_term_is_unknown(reference, name):
    assert {case.name: case.ignored for case in read_cases(cases_in(reference, name))} == {
        case: [] for case in cases_in(reference, name)
    }


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_is_a_file_of_the_same_shape_that_states_itself(reference, name):
    written = run_cases(cases_in(reference, name))
    found = compare_cases([(case, case.rows()) for case in read_cases(written)], written)
    assert not found.differences


@pytest.mark.parametrize("name", FILES)
def test_the_other_side_of_a_contract_sees_every_flow_the_other_way(reference, name):
    """But for purchase and termination, whose accrued interest the standard adds as signed."""
    content = cases_in(reference, name)
    other = {key: {**case, "terms": turned(case["terms"])} for key, case in content.items()}
    for case, opposite in zip(read_cases(content), read_cases(other), strict=True):
        for row, its in zip(case.rows(), opposite.rows(), strict=True):
            assert (its.time, its.kind, its.rate) == (row.time, row.kind, row.rate)
            assert (its.balance, its.accrued) == (-row.balance, -row.accrued)
            if row.kind not in ("PRD", "TD"):
                assert its.payoff == -row.payoff


def turned(terms: dict[str, Any]) -> dict[str, Any]:
    """Return the terms as the other side writes them."""
    return {**terms, "contractRole": "RPL" if terms["contractRole"] == "RPA" else "RPA"}
