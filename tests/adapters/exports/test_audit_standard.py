"""The general ledger by the AICPA Audit Data Standard, held to its published schemas."""

import json
from decimal import Decimal

import pytest

from adapters.exports.desk import ExportDesk
from adapters.problems import Unreadable

FILES = {
    "gl_journal": "GLDetails",
    "gl_accounts": "GLChartOfAccounts",
    "gl_balances": "GLAccountBalances",
    "entities": "Entities",
}


@pytest.fixture
def written(desk: ExportDesk, tmp_path):
    desk.ledger(tmp_path / "l", begin="2025-01-01", in_effect_on="2025-02-28", known_by=None)
    return tmp_path / "l"


def load(folder, name):
    return json.loads((folder / f"{name}.json").read_bytes(), parse_float=Decimal)


@pytest.fixture(scope="module")
def schemas(reference):
    standard = json.loads((reference / "aicpa" / "audit_data_standard.json").read_text("utf-8"))
    return {name: closed(schema) for name, schema in standard["components"]["schemas"].items()}


def closed(schema):
    """Return a schema of OpenAPI 3.0 as JSON Schema that refuses what it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: closed(value) for name, value in schema.items() if name != "nullable"}
    if schema.get("nullable") is True:
        made["type"] = [schema["type"], "null"]
    if isinstance(schema.get("properties"), dict):
        made["additionalProperties"] = False
    return made


def validator(schemas, name):
    jsonschema = pytest.importorskip("jsonschema")
    root = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    return jsonschema.Draft7Validator(root, format_checker=checker)


@pytest.mark.parametrize("name", FILES)
def test_a_standard_validator_accepts_each_file(written, schemas, name):
    things = json.loads((written / f"{name}.json").read_bytes())
    assert things
    assert not [e.message for e in validator(schemas, FILES[name]).iter_errors(things)]


def test_the_validator_would_refuse_what_the_standard_does_not_name(written, schemas):
    things = json.loads((written / "gl_journal.json").read_bytes())
    things[0]["glLineItems"][0]["branch"] = "B01"
    assert list(validator(schemas, "GLDetails").iter_errors(things))


def test_every_entry_balances_and_the_balances_are_their_sums(written):
    sums: dict[str, Decimal] = {}
    for entry in load(written, "gl_journal"):
        lines = entry["glLineItems"]
        assert sum(line["transactionAmount"] for line in lines) == 0
        for line in lines:
            account = line["glAccountNumber"]
            sums[account] = sums.get(account, Decimal(0)) + line["transactionAmount"]
    balances = load(written, "gl_balances")
    assert {
        b["glAccountNumber"]: b["amountEnding"] - b["amountBeginning"] for b in balances
    } == sums


def test_a_period_begins_with_the_balances_of_the_eve(desk, tmp_path):
    asked = {"begin": "2025-02-01", "in_effect_on": "2025-02-28", "known_by": None}
    desk.ledger(tmp_path / "l", **asked)
    loans = next(b for b in load(tmp_path / "l", "gl_balances") if b["glAccountNumber"] == "1303")
    assert (loans["amountBeginning"], loans["amountEnding"]) == (Decimal(24000), Decimal(23027))
    assert [e["effectiveDate"] for e in load(tmp_path / "l", "gl_journal")] == ["2025-02-02"]


def test_an_entry_says_who_made_it_when_and_by_which_record(written):
    first = load(written, "gl_journal")[0]
    assert (first["enteredBy"], first["businessUnitCode"]) == ("zhao", "B01")
    assert first["jeHeaderDescription"] == "loan.disbursed L1 PAY-L1"
    assert first["journalId"].endswith(".1")


@pytest.mark.parametrize("begin", ["yesterday", "2025-03-01"])
def test_a_period_that_does_not_begin_is_refused(desk, tmp_path, begin):
    with pytest.raises(Unreadable, match="--from"):
        desk.ledger(tmp_path / "l", begin=begin, in_effect_on="2025-02-28", known_by=None)
    assert not list(tmp_path.iterdir())
