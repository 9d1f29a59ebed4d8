"""The calculators as the command line offers them: no database, one meaning, whole or nothing."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet
import pytest

from adapters.calculations import plans_as_columns
from adapters.cli.main import run
from tests.adapters.test_cli_process import Shell

TERMS = ("--principal", "100000", "--paid-out-on", "2024-01-15", "--rates", "4.9%")
LOAN = (*TERMS, "--periods", "12")


@pytest.fixture
def say(capfdbinary):
    """Run the program in this process, with a toolbox that nobody may open."""

    def unopened(_settings):
        raise AssertionError("a calculator opened the toolbox")

    def call(*arguments):
        code = run(list(arguments), unopened)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


@pytest.fixture
def table(tmp_path):
    def write(*rows):
        path = tmp_path / "loans.csv"
        path.write_text("loan,principal,paid_out_on,rates,periods\n" + "".join(rows))
        return str(path)

    return write


def test_a_process_of_its_own_leaves_no_database_behind(tmp_path: Path):
    shell = Shell(tmp_path)
    done = shell.run("schedule", *LOAN, "--json")
    assert done.returncode == 0, done.stderr
    plan = json.loads(done.stdout)
    assert (plan["payment"], len(plan["rows"])) == ("8556.17 CNY", 12)
    assert list(tmp_path.iterdir()) == []


def test_terms_may_come_on_the_standard_input_with_flags_over_them(tmp_path: Path):
    fields = {"principal": "5", "paid_out_on": "2024-01-15", "rates": "4.9%", "periods": 12}
    said = Shell(tmp_path).run(
        *("schedule", "--json-input", "-", "--principal", "100000", "--json"),
        stdin=json.dumps(fields).encode(),
    )
    assert json.loads(said.stdout)["drawn"] == "100000.00 CNY"


def test_a_table_for_people_leaves_out_what_is_nought_throughout(say):
    code, out, _ = say("schedule", *LOAN)
    assert code == 0
    assert "每期等额 level payment or principal: 8556.17 CNY" in out
    heading = next(line for line in out.splitlines() if line.startswith("no"))
    assert heading.split() == [
        *("no", "due_date", "days", "opening", "principal", "interest", "instalment", "closing")
    ]


def test_explained_each_row_has_its_formula_its_figures_and_its_source(say):
    _, out, _ = say("schedule", *LOAN, "--explain")
    assert "1 interest 408.33  按月（期）计息 interest of a whole period" in out
    assert "    100000.00 x 4.90% x 1/12" in out
    assert "PBOC 2005-129" in out
    _, out, _ = say("schedule", *LOAN, "--explain", "--json")
    assert len(json.loads(out)["explained"]) == 24


def test_the_picture_and_tables_go_to_new_files(say, tmp_path):
    for form in ("svg", "csv", "parquet", "json"):
        to = tmp_path / f"plan.{form}"
        assert say("schedule", *LOAN, "--format", form, "--to", str(to))[0] == 0
        code, _, err = say("schedule", *LOAN, "--format", form, "--to", str(to))
        assert code == 2 and "there is such a file" in err
    assert ElementTree.parse(tmp_path / "plan.svg").getroot().tag.endswith("svg")
    assert pyarrow.parquet.read_table(tmp_path / "plan.parquet").num_rows == 12
    assert len(list(csv.DictReader((tmp_path / "plan.csv").open()))) == 12


def test_what_accrues_and_what_credit_costs(say):
    _, out, _ = say(
        *("accrue", "--start", "2019-02-10", "--until", "2019-08-09", "--rates", "6.12%"),
        *("--overdue", "45000", "--unpaid-interest", "1728.90", "--compound", "penalty_rate"),
    )
    assert "罚息 penalty interest: 2065.50 CNY" in out
    assert "复利 compound interest: 79.36 CNY" in out
    _, out, _ = say("cost", *LOAN, "--fee-up-front", "1000", "--json")
    assert {row["measure"]: row["rate"] for row in json.loads(out)["rows"]} == {
        "annualised_simple": "6.781215%",
        "annualised_compound": "6.996000%",
        "dated_return": "6.991648%",
        "apr": "6.781215%",
        "aprc": "6.996000%",
    }


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((*TERMS, "--periods", "0"), 3, "periods: 0 periods; give 1 to 12000"),
        ((*LOAN, "--grace-principal", "12"), 3, "grace_principal: 12 periods of grace"),
        ((*LOAN, "--instalment", "400"), 3, "instalment: 400.00 CNY does not cover the interest"),
        ((*TERMS, "--maturity", "2023-01-01"), 3, "maturity: 2023-01-01 is not after 2024-01-15"),
        ((*LOAN, "--cycle", "9999Y"), 3, "periods: the plan would run beyond the year 9999"),
        (("--principal", "1000000000000000", *LOAN[2:]), 2, "principal"),
        (
            (
                "--principal",
                "9999999999999.99",
                *LOAN[2:],
                "--draws",
                '[{"value_date": "2024-02-01", "amount": "1.00"}]',
            ),
            3,
            "principal: is more than",
        ),
        ((*TERMS[:5], "-100%", "--periods", "12"), 2, "rates"),
        ((*LOAN, "--calendar", "moon"), 2, "calendar"),
        ((*LOAN, "--to", "x"), 2, "--to: a table is for people"),
        ((*LOAN, "--explain", "--format", "csv"), 2, "--explain"),
        ((*LOAN, "--rejects", "x"), 2, "--rejects: goes with --loans"),
        ((*LOAN, "--loans", "x"), 2, "--loans: takes no terms beside it"),
        (("--loans", "/nowhere/loans.csv"), 2, "--loans: /nowhere/loans.csv"),
    ],
)
def test_what_cannot_be_calculated_is_a_sentence_that_names_the_field(say, arguments, code, says):
    found, out, err = say("schedule", *arguments)
    assert (found, out) == (code, "")
    assert says in err
    assert "Traceback" not in err


def test_problems_are_json_where_json_is_asked_for(say):
    code, out, _ = say("schedule", *TERMS, "--periods", "0", "--json")
    found = json.loads(out)
    assert (code, found["status"], found["code"]) == (3, 422, "contradiction")
    assert found["facts"] == {"field": "periods"}


def test_many_loans_are_all_calculated_or_none(say, table, tmp_path):
    loans = table("A,1000.00,2024-01-15,4.9%,3\n", "B,1e3,2024-01-15,4.9%,3\n")
    to = tmp_path / "plans.csv"
    code, out, err = say("schedule", "--loans", loans, "--to", str(to))
    assert (code, out) == (2, "")
    assert "line 3, principal: expected an amount like 120.00" in err
    assert not to.exists()


def test_with_a_place_for_rejects_the_sound_loans_are_calculated(say, table, tmp_path):
    loans = table(
        "A,1000.00,2024-01-15,4.9%,3\n", "B,1e3,2024-01-15,4.9%,3\n", "C,1,2024-01-15,0%,0\n"
    )
    bad = tmp_path / "bad.csv"
    code, out, err = say("schedule", "--loans", loans, "--rejects", str(bad))
    assert code == 1 and "2 faults" in err
    assert {row["loan"] for row in csv.DictReader(io.StringIO(out))} == {"A"}
    rejects = list(csv.DictReader(bad.open()))
    assert [(r["line"], r["loan"], r["field"]) for r in rejects] == [
        ("3", "B", "principal"),
        ("4", "C", "periods"),
    ]


def test_columns_and_one_by_one_write_the_same_bytes(say, table, monkeypatch):
    rows = [
        f'"L,{k}",{1000 + k}.00,2024-01-{1 + k % 31:02d},{k % 9}.5%,{1 + k % 7}\n'
        for k in range(40)
    ]
    rows += [f'M{k},{1000 + k}.00,2024-01-31,"4%, 2024-03-01 5%",6\n' for k in range(3)]
    rows += [f"N{k},{1000 + k}.00,2024-02-29,4%,6\n" for k in range(20)]
    loans = table(*rows)
    one_by_one = say("schedule", "--loans", loans)
    monkeypatch.setattr(plans_as_columns, "LOANS_MIN", 1)
    together = say("schedule", "--loans", loans)
    assert [line.replace('"', "") for line in together[1].splitlines()] == [
        line.replace('"', "") for line in one_by_one[1].splitlines()
    ]
    assert together[0] == one_by_one[0] == 0


def test_help_says_every_flag_in_both_languages(say):
    code, out, _ = say("schedule", "--help")
    assert code == 0
    assert "本金 principal; required" in " ".join(out.split())
    assert "one of equal_instalment 等额本息" in " ".join(out.split())
    assert "a cycle like 1M, 2W or 90D" in " ".join(out.split())
