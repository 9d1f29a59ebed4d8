"""Published amortisation tables, every row to the cent."""

from tests.references.harness import differences, each
from tests.references.tables import Table


@each("mortgage_tables.json")
def test_our_rows_are_those_of_the_table(example):
    found = Table(example["inputs"]).figures()
    assert not differences(found, example["expected"], example["tolerance"])
