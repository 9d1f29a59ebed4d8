"""Published amortisation tables, every row to the cent."""

from tests.references.harness import differences, each, printed
from tests.references.tables import Table


@each("mortgage_tables.json")
def test_our_rows_are_those_of_the_table(example):
    found = Table(example["inputs"]).figures()
    assert not differences(found, example["expected"], example["tolerance"])


def test_a_balloon_on_actual_days_is_the_one_of_the_lender_s_guide():
    """Source: Fannie Mae Multifamily Guide, 1103 (25 million at 5.5 %, 10 years out of 30)."""
    table = Table(
        {
            "principal": "25000000.00",
            "annual_rate": "5.5",
            "term_months": 120,
            "amortization_period_months": 360,
            "day_count": "actual/360",
            "start_date": "2018-12-01",
            "payment_rounding": "ROUND_HALF_UP",
        }
    )
    found = table.figures()
    assert str(printed(found["payment"], 2)) == "141947.25"
    assert str(printed(found["balloon"], 2)) == "20885505.83"
    assert str(printed(found["aggregate_principal"], 2)) == "4114494.17"
