"""Each topic of ours answers by the names that an example of it would use.

The figures here were worked out with pencil and Decimal from the rules that are named.
"""

import pytest

from tests.references.harness import differences, topics

EXACT = {"money": "0.00"}
KNOWN = topics()


@pytest.mark.parametrize(
    ("topic", "inputs", "expected"),
    [
        (
            "second disbursement, payment re-fixed",  # 100 at 12 % for two months, then 50 more.
            {
                "principal": "100.00",
                "annual_rate": "0.12",
                "periods": 3,
                "period": "month",
                "start": "2024-01-01",
                "day_count": "30/360",
                "second_draw": {"date": "2024-02-01", "amount": "50.00"},
            },
            {
                "payment_before": "34.00",
                "balance_before_draw": "67.00",
                "balance_after_draw": "117.00",
                "payment_after": "59.38",
                "rows": [
                    {"n": 1, "interest": "1.00", "principal": "33.00", "balance": "117.00"},
                    {"n": 2, "interest": "1.17", "principal": "58.21", "balance": "58.79"},
                    {"n": 3, "interest": "0.59", "principal": "58.79", "instalment": "59.38"},
                ],
                "total_interest": "2.76",
            },
        ),
        *(
            (
                "interest and principal part",  # A loan for each figure, in several shapes.
                {"ipmt_1": monthly, "ipmt_2": yearly, "ppmt_1": ["0.1/12", 1, 24, "2000"]},
                {"ipmt_1": "66.67", "ipmt_2": "292.45", "ppmt_1": "75.62"},
            )
            for monthly, yearly in (
                (
                    {"annual_rate": "0.1", "n": 1, "years": 3, "unit": "month", "pv": "8000"},
                    {"annual_rate": "0.1", "period": 3, "periods": 3, "present_value": "8000"},
                ),
                (
                    {"rate": "0.1/12", "per": 1, "nper": 36, "pv": "8000"},
                    ["0.1", 3, 3, "8000.00"],
                ),
            )
        ),
        (
            "interest and principal part",  # 200,000 over ten years at 8 %.
            {
                "annual_rate": "0.08",
                "years": 10,
                "period": "year",
                "present_value": "200000",
                "ipmt_n": 1,
                "ppmt_n": 10,
            },
            {"ipmt": "16000.00", "ppmt": "27598.05", "principal_10": "27598.05"},
        ),
        (
            "分段计息 across a repricing date",
            {
                "balance": "360000.00",
                "day_count": "ACT/360",
                "from": "2024-12-20",
                "rate_1": "0.05",
                "rate_2": "0.04",
                "reprice": "2025-01-01",
                "to_exclusive": "2025-01-20",
            },
            {
                "days": 31,
                "days_1": 12,
                "days_2": 19,
                "interest_1": "600.00",
                "interest_2": "760.00",
                "interest": "1360.00",
            },
        ),
        (
            "equal instalment, 30/360",  # 1.5 % a month for two months on 200.00.
            {
                "principal": "200.00",
                "annual_rate": "0.18",
                "periods": 2,
                "period": "month",
                "start": "2024-01-31",
                "day_count": "30/360",
            },
            {
                "payment": "102.26",
                "first": {"interest": "3.00", "principal": "99.26", "balance": "100.74"},
                "last": {"interest": "1.51", "instalment": "102.25", "due": "2024-03-31"},
                "last_instalment": "102.25",
                "total_interest": "4.51",
            },
        ),
        (
            "提前还款, shorten the term",  # 1 % a month; 400 paid after the first of four.
            {
                "principal": "1000.00",
                "annual_rate": "0.12",
                "periods": 4,
                "prepay_on_due_date_of_period": 1,
                "prepay_principal": "400.00",
            },
            {
                "payment": "256.28",
                "balance_before": "753.72",
                "balance_after": "353.72",
                "remaining_periods": 2,
                "last_instalment": "101.99",
                "periods_saved": 1,
                "last": {"interest": "1.01", "principal": "100.98"},
            },
        ),
    ],
)
def test_a_topic_answers_by_the_names_that_are_natural(topic, inputs, expected):
    assert not differences(KNOWN[topic](inputs), expected, EXACT)


def test_a_figure_that_is_another_is_named():
    found = {"payment": 12, "rows": [{"n": 2, "interest": "1.00"}]}
    expected = {"payment": "12.01", "rows": [{"n": 2, "interest": "1.01"}], "days": 3}
    assert [line.split(":")[0].split()[0] for line in differences(found, expected, EXACT)] == [
        "payment.",
        "rows.0.interest.",
        "days",
    ]


def test_a_figure_at_its_tolerance_or_as_it_is_printed_agrees():
    assert not differences({"rate": "9.6857"}, {"rate": "9.69"}, {"percent": "0.005"})
    assert not differences({"rate": "9.685708499"}, {"rate": "9.685708"}, EXACT)
    assert differences({"rate": "9.6857"}, {"rate": "9.685708"}, EXACT)
