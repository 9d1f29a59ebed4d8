"""Views as tables: derived from the catalogue, typed, described, and read by other programs."""

import csv
import json
from decimal import Decimal

import pytest

from adapters.evidence.cells import plain_text
from adapters.exports.view_tables import tabular
from adapters.problems import Unknown, Unreadable
from projections.catalogue import VIEWS
from tests.village import ZHANG

NOW = {"in_effect_on": None, "known_by": None}


@pytest.fixture
def written(desk, tmp_path):
    desk.tables(tmp_path / "t", (), "both", **NOW)
    return tmp_path / "t"


def rows(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_view_of_the_catalogue_is_a_table(written):
    assert {path.stem for path in written.glob("*.csv")} == set(tabular())
    assert {path.stem for path in written.glob("*.parquet")} == set(tabular())


def test_a_view_that_is_asked_what_nothing_lists_is_no_table_and_that_is_said(desk, tmp_path):
    left = VIEWS.keys() - set(tabular())
    assert left <= {"difference_statement"}
    report = desk.tables(tmp_path / "t", (), "csv", **NOW)
    assert [said.split()[0] for said in report.remarks[1:]] == list(left)
    for name in left:
        with pytest.raises(Unknown, match="is no table"):
            desk.tables(tmp_path / "u", (name,), "csv", **NOW)


def test_a_card_becomes_a_table_of_all_customers_and_a_statement_names_its_loan(written):
    assert [row["customer_id"] for row in rows(written / "customer_card.csv")] == ["C1", "C2", "C3"]
    assert {row["loan_id"] for row in rows(written / "loan_statement.csv")} == {"L1", "L2"}
    assert {row["file_id"] for row in rows(written / "archive.csv")} == {"loan-L1", "loan-L2"}


def test_an_amount_is_a_number_with_its_currency_beside_it(written):
    row = rows(written / "loan_register.csv")[0]
    assert (row["amount"], row["amount_currency"]) == ("12000.00", "CNY")


def test_parquet_holds_what_csv_holds_with_types(written):
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow")
    for view in tabular():
        table = parquet.read_table(written / f"{view}.parquet")
        beside = written / f"{view}.csv"
        assert table.num_rows == len(rows(beside))
        assert ",".join(table.column_names) == beside.read_text("utf-8").splitlines()[0]
    ledger = parquet.read_table(written / "ledger.parquet")
    assert sum(ledger["amount"].to_pylist()) == Decimal(0)
    assert ledger.schema.field("account").metadata[b"zh"] == "科目代码".encode()


def test_frictionless_finds_nothing_wrong_with_the_package(written):
    frictionless = pytest.importorskip("frictionless", reason="needs frictionless")
    report = frictionless.validate(str(written / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])


def test_a_formula_in_a_name_is_text_in_the_table(lent, desk, tmp_path):
    hostile = {**ZHANG, "customer_id": "C9", "document": None, "name": "=HYPERLINK(1)"}
    stranger = {"system": "old", "reference": "9"}
    lent.bus("zhao").run("customer.register", {**hostile, "origin": stranger})
    desk.tables(tmp_path / "t", ("customers",), "csv", **NOW)
    found = rows(tmp_path / "t" / "customers.csv")[-1]["name"]
    assert found == "'=HYPERLINK(1)"
    assert plain_text(found) == "=HYPERLINK(1)"


def test_dates_are_pinned_for_all_tables(desk, tmp_path):
    desk.tables(tmp_path / "t", ("loan_register",), "csv", in_effect_on="2025-01-31", known_by=None)
    assert rows(tmp_path / "t" / "loan_register.csv")[0]["principal"] == "12000.00"


def test_a_folder_that_is_there_is_left_alone(desk, tmp_path):
    with pytest.raises(Unreadable, match="is there already"):
        desk.tables(tmp_path, (), "csv", **NOW)
    with pytest.raises(Unknown, match="there is no view"):
        desk.tables(tmp_path / "t", ("nothing",), "csv", **NOW)
    assert not list(tmp_path.iterdir())


def test_the_package_says_the_size_and_digest_of_each_table(written):
    package = json.loads((written / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        content = (written / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["title"].count(" / ") == 1
