"""Topics of servicing answer with figures worked out by hand, by the names that are natural."""

import pytest

from tests.references.harness import differences, topics

EXACT = {"money": "0.00"}
KNOWN = topics()
LATE = {
    "day_count": "ACT/360",
    "due": "2024-03-01",
    "overdue_principal": "36000.00",
    "unpaid_interest": "720.00",
    "penalty_rate": "0.09",
    "measured_to_exclusive": "2024-05-10",
}


@pytest.mark.parametrize(
    ("topic", "inputs", "expected"),
    [
        (
            "罚息 and 复利",  # 36,000.00 and 720.00 at 6 % x 1.3 for 60 days.
            {
                "overdue_principal": "36000.00",
                "unpaid_interest": "720.00",
                "contract_rate": "0.06",
                "penalty_multiple": "1.3",
                "from": "2024-03-01",
                "to_exclusive": "2024-04-30",
                "day_count": "ACT/360",
            },
            {
                "penalty_rate": "0.078",
                "days": 60,
                "penalty_interest": "468.00",
                "compound_interest": "9.36",
            },
        ),
        (
            "挪用罚息, and the higher-of rule",  # 12 % for 30 days, though overdue from the 11th.
            {
                "misused_principal": "36000.00",
                "contract_rate": "0.06",
                "misuse_multiple": "2",
                "overdue_multiple": "1.5",
                "from": "2024-04-01",
                "to_exclusive": "2024-05-01",
                "also_overdue_from": "2024-04-11",
                "day_count": "ACT/360",
            },
            {"applied_rate": "0.12", "days": 30, "penalty_interest": "360.00"},
        ),
        (
            "宽限期",  # On A/365; the day after grace pays for all six days.
            {
                "due": "2024-03-15",
                "overdue_principal": "36500.00",
                "unpaid_interest": "0.00",
                "penalty_rate": "0.1",
                "grace_days": 5,
                "day_count": "ACT/365",
                "paid_a": "2024-03-20",
                "paid_b": "2024-03-21",
            },
            {"paid_a": {"penalty": "0.00"}, "paid_b": {"days": 6, "penalty": "60.00"}},
        ),
        (
            "展期 with a higher rate",  # 30 days at 6 %, then 92 at 7.2 % of 36,000.00.
            {
                "principal": "36000.00",
                "rate_before": "0.06",
                "rate_after": "0.072",
                "settled_to": "2024-08-21",
                "original_maturity": "2024-09-20",
                "extended_to": "2024-12-21",
                "day_count": "ACT/360",
            },
            {
                "days_before": 30,
                "interest_before": "180.00",
                "days_after": 92,
                "interest_after": "662.40",
                "principal_overdue_between": "0.00",
            },
        ),
        (
            "借新还旧",  # 100 days of 36,000.00 at 6 %; 1,000.00 are not covered by the new loan.
            {
                "day_count": "ACT/360",
                "old_principal": "36000.00",
                "new_principal": "35000.00",
                "old_rate": "0.06",
                "settled_to": "2024-01-01",
                "refinanced_on": "2024-04-10",
            },
            {
                "days": 100,
                "old_interest": "600.00",
                "interest_paid_in_cash": "600.00",
                "principal_extinguished": "35000.00",
                "remaining_principal": "1000.00",
                "cash_paid": "1600.00",
                "overdue": "0.00",
            },
        ),
        (
            "罚息 with a part payment",  # 9.00 and 0.18 a day for 20 days, then 6.00 for 50.
            LATE | {"payments": [["2024-03-21", "12903.60"]]},
            {
                "days": 70,
                "penalty_before": "180.00",
                "compound_before": "3.60",
                "remaining_principal": "24000.00",
                "remaining_interest": "0.00",
                "penalty_after": "300.00",
                "penalty": "480.00",
                "compound": "3.60",
                "segments": [
                    {"from": "2024-03-01", "days": 20, "principal": "36000.00"},
                    {"from": "2024-03-21", "days": 50, "principal": "24000.00"},
                ],
            },
        ),
        (
            "罚息 with a part payment",  # Said to be of principal: the interest goes on bearing.
            LATE | {"payments": [["2024-03-21", "principal", "12000.00"]]},
            {"penalty": "480.00", "compound": "12.60", "remaining_interest": "720.00"},
        ),
    ],
)
def test_a_topic_of_servicing_answers_as_worked_out_by_hand(topic, inputs, expected):
    assert not differences(KNOWN[topic](inputs), expected, EXACT)
