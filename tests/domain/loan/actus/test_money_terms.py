"""Fees, prepayments, penalties, caps, scaling, purchase, sale: no published case shows these.

Every figure is worked out by hand from the formulae of the standard: 1,000 at 12 % by months of
30 days bears 10 a month and 60 in half a year.
"""

import pytest

from tests.domain.loan.actus.contracts import HALF_YEARLY, REDEEMED_QUARTERLY, rows, said

INDEX = {"marketObjectCodeOfRateReset": "M", "cycleOfRateReset": "P6ML1", "rateSpread": "0.02"}
SCALED = {
    "marketObjectCodeOfScalingIndex": "CPI",
    "scalingIndexAtContractDealDate": "100",
    "cycleAnchorDateOfScalingIndex": "2020-07-01T00:00:00",
}
CPI = {"CPI": {"2020-01-01": "100", "2020-07-01": "150"}}


def test_a_fee_that_is_an_amount_is_paid_whole_with_every_cycle():
    found = rows("PAM", HALF_YEARLY, feeRate="5", feeBasis="A", cycleOfFee="P6ML1")
    assert said(found) == [
        "2020-01-01 IED -1000",
        "2020-07-01 FP 5",
        "2020-07-01 IP 60",
        "2021-01-01 FP 5",
        "2021-01-01 IP 60",
        "2021-01-01 MD 1000",
    ]


def test_a_borrower_pays_the_fees_that_a_lender_gets():
    fee = {"feeRate": "5", "feeBasis": "A", "cycleOfFee": "P6ML1"}
    found = rows("PAM", HALF_YEARLY, fee, contractRole="RPL")
    assert said(found, "FP") == ["2020-07-01 FP -5", "2021-01-01 FP -5"]


def test_a_fee_rate_accrues_on_what_is_owed():
    """1 % a year: 2.5 a quarter on 1,000, and 2.5, 1.875, 1.25, 0.625 as 250 are repaid each."""
    fee = {"feeRate": "0.01", "feeBasis": "N", "cycleOfFee": "P6ML1"}
    still = rows("PAM", HALF_YEARLY, fee)
    assert said(still, "FP") == ["2020-07-01 FP 5", "2021-01-01 FP 5"]
    falling = rows("LAM", REDEEMED_QUARTERLY, fee)
    assert said(falling, "FP") == ["2020-07-01 FP 4.375", "2021-01-01 FP 1.875"]


def test_a_fee_without_a_cycle_is_paid_at_the_end():
    found = rows("PAM", HALF_YEARLY, feeRate="0.01", feeBasis="N")
    assert said(found, "FP") == ["2021-01-01 FP 10"]


def test_fees_accrued_by_the_status_date_are_paid_with_the_next():
    """Three months before the payment, 1 % on 1,000 adds 2.5 to what was accrued."""
    started = {"statusDate": "2020-04-01T00:00:00", "cycleOfFee": "P6ML1", "feeBasis": "N"}
    stated = rows("PAM", HALF_YEARLY, started, feeRate="0.01", feeAccrued="4")
    assert said(stated, "FP")[0] == "2020-07-01 FP 6.5"
    counted = rows("PAM", HALF_YEARLY, started, feeRate="0.01")
    assert said(counted, "FP")[0] == "2020-07-01 FP 5"


def test_a_call_ends_the_cycle_of_fees_and_the_amount_falls_due_with_it():
    fee = {"feeRate": "6", "feeBasis": "A", "cycleOfFee": "P6ML1"}
    found = rows(
        "CLM",
        fee,
        maturityDate=None,
        xDayNotice="P1M",
        events=[("2020-04-01", "XD", "0")],
    )
    assert said(found, "FP", "STD") == ["2020-04-01 FP 6", "2020-05-01 STD 1000"]


def test_a_fee_of_a_period_that_counts_no_days_has_not_accrued():
    """By months of 28 days, the 28th and the 31st are the same day."""
    fee = {"feeRate": "5", "feeBasis": "A", "cycleOfFee": "P3DL1"}
    found = rows(
        "PAM",
        fee,
        dayCountConvention="28E336",
        cycleAnchorDateOfFee="2020-01-28T00:00:00",
        maturityDate="2020-02-01T00:00:00",
    )
    assert said(found, "FP") == ["2020-01-28 FP 5", "2020-01-31 FP 5", "2020-02-01 FP 5"]


@pytest.mark.parametrize(
    ("bounds", "rate"),
    [
        ({}, "0.2"),
        ({"lifeCap": "0.15"}, "0.15"),
        ({"lifeFloor": "0.3"}, "0.3"),
        ({"periodCap": "0.01"}, "0.13"),
        ({"periodCap": "0.05", "lifeCap": "0.16"}, "0.16"),
        ({"rateMultiplier": "0.5"}, "0.11"),
        ({"rateMultiplier": "0.5", "periodFloor": "0.005"}, "0.115"),
        ({"rateMultiplier": "0.5", "periodFloor": "-0.005"}, "0.115"),
        ({"rateMultiplier": "0.5", "lifeFloor": "0.115"}, "0.115"),
        ({"nextResetRate": "0.07", "lifeCap": "0.05"}, "0.07"),
    ],
)
def test_a_reset_rate_stays_within_its_bounds(bounds, rate):
    """18 % times the multiplier plus 2 %, from 12 %: first by the period, then for life."""
    found = rows("PAM", HALF_YEARLY, INDEX, bounds, market={"M": {"2020-01-01": "0.18"}})
    (reset,) = [row for row in found if row.kind in ("RR", "RRF")]
    assert float(reset.rate) == float(rate)
    assert said(found, "IP")[1] == f"2021-01-01 IP {float(rate) * 500:g}"


def test_a_prepayment_is_taken_off_the_principal_on_its_day():
    prepaid = {"prepaymentEffect": "A"}
    found = rows("PAM", HALF_YEARLY, prepaid, events=[("2020-07-01", "PP", "400")])
    assert said(found) == [
        "2020-01-01 IED -1000",
        "2020-07-01 PP 400",
        "2020-07-01 IP 60",
        "2021-01-01 IP 36",
        "2021-01-01 MD 600",
    ]


def test_without_the_right_to_prepay_nothing_is_prepaid():
    found = rows("PAM", HALF_YEARLY, events=[("2020-07-01", "PP", "400")])
    assert said(found, "PP") == []


def test_a_borrower_states_a_prepayment_as_it_flows_for_him():
    found = rows(
        "LAM",
        REDEEMED_QUARTERLY,
        prepaymentEffect="M",
        contractRole="RPL",
        events=[("2020-05-01", "PP", "-400")],
    )
    assert said(found, "PP", "PR", "MD") == [
        "2020-04-01 PR -250",
        "2020-05-01 PP -400",
        "2020-07-01 PR -250",
        "2020-10-01 PR -100",
        "2021-01-01 MD 0",
    ]


@pytest.mark.parametrize(
    ("penalty", "paid"),
    [
        ({"penaltyType": "A", "penaltyRate": "10"}, "10"),
        ({"penaltyType": "N", "penaltyRate": "0.02"}, "10"),  # On 1,000 over half a year.
        ({"penaltyType": "I"}, "35"),  # 12 % against 5 %, on 1,000 over half a year.
        ({"penaltyType": "O"}, None),
    ],
)
def test_a_prepayment_is_penalised_as_agreed(penalty, paid):
    found = rows(
        "PAM",
        {"prepaymentEffect": "A", "marketObjectCodeOfRateReset": "M"},
        penalty,
        market={"M": {"2020-01-01": "0.05"}},
        events=[("2020-07-01", "PP", "400")],
    )
    assert said(found, "PY") == ([] if paid is None else [f"2020-07-01 PY {paid}"])


@pytest.mark.parametrize(
    ("effect", "interest", "principal"),
    [("000", "60", "1000"), ("I00", "90", "1000"), ("ONO", "60", "1500"), ("IN0", "90", "1500")],
)
def test_payments_are_scaled_by_what_the_index_has_grown_to(effect, interest, principal):
    found = rows("PAM", HALF_YEARLY, SCALED, scalingEffect=effect, market=CPI)
    assert said(found, "IP", "MD")[0] == "2020-07-01 IP 60"  # It is paid before the index moves.
    assert said(found, "IP", "MD")[1:] == [
        f"2021-01-01 IP {interest}",
        f"2021-01-01 MD {principal}",
    ]


def test_redemptions_are_scaled_and_the_balance_is_not():
    found = rows("LAM", REDEEMED_QUARTERLY, SCALED, scalingEffect="0N0", market=CPI)
    assert said(found, "PR", "MD") == [
        "2020-04-01 PR 250",
        "2020-07-01 PR 250",
        "2020-10-01 PR 375",
        "2021-01-01 MD 375",
    ]
    assert [row.balance for row in found if row.kind == "PR"] == [750, 500, 250]


def test_scaling_begins_where_it_stood_at_the_status_date():
    found = rows(
        "PAM",
        HALF_YEARLY,
        SCALED,
        scalingEffect="IN0",
        interestScalingMultiplier="1.1",
        notionalScalingMultiplier="1.2",
        cycleAnchorDateOfScalingIndex="2022-01-01T00:00:00",
    )
    assert said(found, "IP", "MD") == [
        "2020-07-01 IP 66",
        "2021-01-01 IP 66",
        "2021-01-01 MD 1200",
    ]


@pytest.mark.parametrize(("role", "price"), [("RPA", "-1020"), ("RPL", "1000")])
def test_a_purchase_pays_price_and_accrued_interest_as_it_is_signed(role, price):
    """The borrower's accrued interest is negative, and the standard adds it to the price."""
    found = rows(
        "PAM",
        HALF_YEARLY,
        contractRole=role,
        purchaseDate="2020-02-01T00:00:00",
        priceAtPurchaseDate="1010",
    )
    assert said(found)[0] == f"2020-02-01 PRD {price}"
    assert len(found) == 4  # What came before it was another's.


def test_a_sale_pays_price_and_accrued_interest_and_ends_the_contract():
    found = rows(
        "PAM",
        HALF_YEARLY,
        terminationDate="2020-08-01T00:00:00",
        priceAtTerminationDate="990",
    )
    assert said(found) == [
        "2020-01-01 IED -1000",
        "2020-07-01 IP 60",
        "2020-08-01 TD 1000",
    ]
    assert found[-1].balance == found[-1].accrued == 0
    assert float(found[-1].rate) == 0.12


def test_premium_and_discount_flow_with_the_principal():
    for premium, paid in (("50", "-1050"), ("-50", "-950")):
        found = rows("PAM", HALF_YEARLY, premiumDiscountAtIED=premium)
        assert said(found, "IED", "MD") == [f"2020-01-01 IED {paid}", "2021-01-01 MD 1000"]


def test_flows_are_turned_into_the_currency_of_settlement():
    found = rows(
        "PAM",
        HALF_YEARLY,
        settlementCurrency="USD",
        market={"CNY/USD": {"2020-01-01": "0.1", "2020-12-01": "0.2"}},
    )
    assert said(found) == [
        "2020-01-01 IED -100",
        "2020-07-01 IP 6",
        "2021-01-01 IP 12",
        "2021-01-01 MD 200",
    ]
    assert {row.currency for row in found} == {"USD"}
    assert found[1].balance == 1000


def test_a_credit_event_shows_what_has_accrued_and_pays_nothing():
    found = rows("PAM", HALF_YEARLY, events=[("2020-03-01", "CE", "0"), ("2020-04-01", "AD", "0")])
    shown = [(row.kind.value, int(row.accrued.fraction)) for row in found if row.payoff == 0]
    assert shown == [("CE", 20), ("AD", 30)]
    assert said(found, "IP") == ["2020-07-01 IP 60", "2021-01-01 IP 60"]
