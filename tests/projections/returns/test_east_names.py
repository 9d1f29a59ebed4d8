"""The names and the order of EAST fields, beside those that others published."""

import json

import pytest

from projections.returns.east import EAST
from projections.returns.shape import CHOICES


@pytest.fixture(scope="module")
def published(reference):
    tables = json.loads((reference / "east5_loan_tables.json").read_text("utf-8"))["tables"]
    return {table["table"]: table for table in tables}


def test_every_published_table_is_in_the_pack_and_twins_beside_it(published):
    assert EAST.keys() - published.keys() == {"411", "412"}
    assert not published.keys() - EAST.keys()


def test_fields_have_the_published_names_in_the_published_order(published):
    for number, table in published.items():
        mine = [(field.code, field.zh) for field in EAST[number].fields]
        assert mine == [(field["code"], field["zh"]) for field in table["fields"]], number
        assert (EAST[number].code, EAST[number].title.zh) == (table["code"], table["zh"])


def test_fields_have_the_published_types_keys_and_values(published):
    for number, table in published.items():
        for mine, theirs in zip(EAST[number].fields, table["fields"], strict=True):
            assert theirs.get("type", mine.type) == mine.type, mine
            assert theirs.get("key", False) == mine.key, mine
            assert tuple(theirs.get("values", ())) == CHOICES.get(mine.code, ()), mine


def test_a_corporate_twin_has_the_fields_of_its_twin():
    assert EAST["411"].fields == EAST["409"].fields
    assert EAST["412"].fields == EAST["410"].fields


def test_what_is_supplied_is_a_field_of_its_table():
    for table in EAST.values():
        assert not table.supply.keys() - {field.code for field in table.fields}
