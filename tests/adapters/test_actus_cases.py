"""What cannot be read, or calculated: a sentence that names case and field, and no rows."""

import json
from decimal import Decimal

import pytest

from adapters.actus import read_cases, run_cases
from adapters.problems import Unknown, Unreadable
from domain.loan.plan import Contradiction
from tests.domain.loan.actus.contracts import HALF_YEARLY, REDEEMED_QUARTERLY, case

ARRAYS = {
    "arrayCycleAnchorDateOfPrincipalRedemption": ["2020-02-01T00:00:00", "2020-05-01T00:00:00"],
    "arrayNextPrincipalRedemptionPayment": ["50", "60"],
    "arrayIncreaseDecrease": ["INC", "DEC"],
}
RESET = {"marketObjectCodeOfRateReset": "M", "cycleOfRateReset": "P3ML1"}
SCALING = {"scalingEffect": "I00", "cycleOfScalingIndex": "P3ML1"}
UNREADABLE = [
    ("PAM", {"contractType": "SWAPS"}, "contractType: 'SWAPS' is not one of PAM, LAM, NAM"),
    ("PAM", {"contractType": None}, "contractType: is needed and not given"),
    ("PAM", {"contractRole": None}, "contractRole: is needed and not given"),
    ("PAM", {"contractRole": "LENDER"}, "contractRole: 'LENDER' is not one of RPA, RPL"),
    ("PAM", {"statusDate": None}, "statusDate: is needed"),
    ("PAM", {"initialExchangeDate": "   "}, "initialExchangeDate: is needed"),
    ("PAM", {"notionalPrincipal": "NULL"}, "notionalPrincipal: is needed"),
    ("PAM", {"notionalPrincipal": "1,000"}, "notionalPrincipal: expected a number, not '1,000'"),
    ("PAM", {"notionalPrincipal": True}, "notionalPrincipal: expected a number, not True"),
    ("PAM", {"notionalPrincipal": "1e999"}, "notionalPrincipal: expected a number"),
    ("PAM", {"notionalPrincipal": float("nan")}, "notionalPrincipal: expected a number, not nan"),
    ("PAM", {"maturityDate": "2021-02-30T00:00:00"}, "maturityDate: '2021-02-30T00:00:00' is no"),
    ("PAM", {"maturityDate": "1 January"}, "maturityDate: expected a timestamp like"),
    ("PAM", {"maturityDate": 20210101}, "maturityDate: expected a timestamp like"),
    ("PAM", {"cycleOfInterestPayment": "monthly"}, "cycleOfInterestPayment: expected a cycle like"),
    ("PAM", {"cycleOfInterestPayment": "P0ML0"}, "cycleOfInterestPayment: expected a cycle like"),
    ("PAM", {"dayCountConvention": None}, "dayCountConvention: is needed"),
    ("PAM", {"dayCountConvention": "A/999"}, "dayCountConvention: 'A/999' is not one of AA"),
    ("PAM", {"calendar": "moon"}, "calendar: 'moon' is not one of NC, NoCalendar"),
    ("PAM", {"businessDayConvention": "XYZ"}, "businessDayConvention: 'XYZ' is not one of NOS"),
    ("PAM", {"currency": 156}, "currency: expected text, not 156"),
    ("PAM", {"scalingEffect": "X00"}, "scalingEffect: 'X00' is not one of"),
    ("PAM", {"cyclePointOfInterestPayment": "B"}, "cyclePointOfInterestPayment: 'B' is not"),
    ("PAM", {"cyclePointOfRateReset": "E"}, "cyclePointOfRateReset: 'E' is not supported"),
    ("CLM", {"xDayNotice": "P1ML0"}, "xDayNotice: expected a period like P1M"),
    (
        "LAX",
        {**ARRAYS, "arrayIncreaseDecrease": ["INC", "UP"]},
        "arrayIncreaseDecrease: 'UP' is not one of INC, DEC",
    ),
    (
        "LAX",
        {**ARRAYS, "arrayNextPrincipalRedemptionPayment": ["1", "2", "3"]},
        "arrayNextPrincipalRedemptionPayment: has 3 entries, and there are 2 anchors",
    ),
]
CONTRADICTING = [
    ("PAM", {"maturityDate": None}, "maturityDate: is needed and not given"),
    ("PAM", {"maturityDate": "2020-01-01T00:00:00"}, "maturityDate: 2020-01-01T00:00:00 is not"),
    ("PAM", {"statusDate": "2021-01-01T00:00:00"}, "statusDate: is not before maturityDate"),
    ("PAM", {"notionalPrincipal": "-1000"}, "notionalPrincipal: is negative; contractRole tells"),
    ("PAM", {"purchaseDate": "2020-02-01T00:00:00"}, "priceAtPurchaseDate: is needed with"),
    (
        "PAM",
        {"purchaseDate": "2022-02-01T00:00:00", "priceAtPurchaseDate": "1"},
        "purchaseDate: is after maturityDate",
    ),
    ("PAM", {"terminationDate": "2020-02-01T00:00:00"}, "priceAtTerminationDate: is needed with"),
    (
        "PAM",
        {"terminationDate": "2022-02-01T00:00:00", "priceAtTerminationDate": "1"},
        "terminationDate: is after maturityDate",
    ),
    (
        "PAM",
        {
            "purchaseDate": "2020-03-01T00:00:00",
            "priceAtPurchaseDate": "1",
            "terminationDate": "2020-02-01T00:00:00",
            "priceAtTerminationDate": "1",
        },
        "terminationDate: is before purchaseDate",
    ),
    (
        "PAM",
        {"capitalizationEndDate": "2019-12-01T00:00:00"},
        "capitalizationEndDate: is before initialExchangeDate",
    ),
    ("PAM", {"lifeFloor": "0.2", "lifeCap": "0.1"}, "lifeFloor: is above lifeCap"),
    ("PAM", SCALING, "scalingIndexAtContractDealDate: is needed with scalingEffect"),
    (
        "PAM",
        {**SCALING, "scalingIndexAtContractDealDate": "100"},
        "marketObjectCodeOfScalingIndex: is needed to look a value up",
    ),
    ("PAM", {"cycleOfRateReset": "P3ML1"}, "marketObjectCodeOfRateReset: is needed to look"),
    ("PAM", RESET, "marketObjectCodeOfRateReset: nothing was observed of 'M'"),
    ("PAM", {"settlementCurrency": "USD"}, "settlementCurrency: nothing was observed of 'CNY/USD'"),
    ("LAM", {"maturityDate": None}, "nextPrincipalRedemptionPayment: or maturityDate is needed"),
    (
        "LAM",
        {"maturityDate": None, "nextPrincipalRedemptionPayment": "10"},
        "cycleOfPrincipalRedemption: or maturityDate is needed",
    ),
    (
        "LAM",
        {**REDEEMED_QUARTERLY, "maturityDate": None, "nextPrincipalRedemptionPayment": "0"},
        "nextPrincipalRedemptionPayment: is nought, so nothing is repaid",
    ),
    (
        "LAM",
        {**REDEEMED_QUARTERLY, "maturityDate": None, "nextPrincipalRedemptionPayment": "0.01"},
        "nextPrincipalRedemptionPayment: repays too slowly: in 100,000 payments",
    ),
    (
        "LAM",
        {
            "maturityDate": None,
            "nextPrincipalRedemptionPayment": "0.1",
            "cycleOfPrincipalRedemption": "P1YL1",
        },
        "cycleOfPrincipalRedemption: runs past the year 9999",
    ),
    ("NAM", REDEEMED_QUARTERLY, "nextPrincipalRedemptionPayment: is needed for NAM"),
    (
        "NAM",
        {**REDEEMED_QUARTERLY, "maturityDate": None, "nextPrincipalRedemptionPayment": "30"},
        "nextPrincipalRedemptionPayment: does not cover the interest, so nothing is repaid",
    ),
    ("ANN", {}, "cycleOfPrincipalRedemption: is needed for ANN"),
    ("ANN", {**REDEEMED_QUARTERLY, "nominalInterestRate": "-1"}, "nominalInterestRate: is -100 %"),
    ("LAX", {"maturityDate": None}, "maturityDate: or an array schedule of principal is needed"),
    (
        "LAX",
        {
            **ARRAYS,
            "maturityDate": None,
            "arrayIncreaseDecrease": "INC",
            "arrayCycleOfPrincipalRedemption": "P1ML1",
        },
        "arrayNextPrincipalRedemptionPayment: does not repay the principal",
    ),
    (
        "LAX",
        {
            **ARRAYS,
            "arrayCycleAnchorDateOfPrincipalRedemption": [
                "2020-05-01T00:00:00",
                "2020-02-01T00:00:00",
            ],
        },
        "arrayCycleAnchorDateOfPrincipalRedemption: is not in order of time",
    ),
    (
        "PAM",
        {"cycleOfInterestPayment": "P1DL1", "maturityDate": "2090-01-01T00:00:00"},
        "maturityDate: lies more than 12,000 cycles ahead",
    ),
    (
        "ANN",
        {"cycleOfPrincipalRedemption": "P1DL1", "maturityDate": "2035-01-01T00:00:00"},
        "maturityDate: lies more than 4,000 payments ahead",
    ),
    ("CLM", {"maturityDate": None}, "to: is needed where neither maturityDate nor a call"),
    ("UMP", {"maturityDate": None}, "to: is needed where nothing ends the contract"),
    (
        "PAM",
        {
            **HALF_YEARLY,
            "calendar": "china",
            "businessDayConvention": "SCF",
            "maturityDate": "2150-01-01T00:00:00",
        },
        "calendar: ",
    ),
]


@pytest.mark.parametrize(("kind", "terms", "says"), [*UNREADABLE, *CONTRADICTING])
def test_bad_terms_are_answered_with_case_and_field_and_nothing_is_computed(kind, terms, says):
    content = {"good": case("PAM"), "bad": case(kind, terms)}
    expected = Unreadable if (kind, terms, says) in UNREADABLE else Contradiction
    with pytest.raises(expected) as caught:
        run_cases(content)
    assert f"case bad: {says}" in str(caught.value)


def test_a_prepayment_of_more_than_is_owed_is_refused():
    more = case("PAM", prepaymentEffect="A", events=[("2020-07-01", "PP", "1001")])
    with pytest.raises(Contradiction, match="eventsObserved: the prepayment of 2020-07-01"):
        run_cases({"own": more})


@pytest.mark.parametrize(
    ("part", "value", "says"),
    [
        ("terms", None, "case own: terms: is needed"),
        ("to", "later", "case own: to: expected a timestamp"),
        ("dataObserved", [1], "case own: dataObserved: expected an object"),
        ("dataObserved", {"M": [1]}, "case own: dataObserved.M: expected data"),
        ("dataObserved", {"M": {"data": [1]}}, "case own: dataObserved.M: expected data"),
        (
            "dataObserved",
            {"M": {"data": [{"timestamp": "2020-01-01T00:00:00", "value": "much"}]}},
            "case own: dataObserved.M.value: expected a number, not 'much'",
        ),
        ("eventsObserved", {"a": 1}, "case own: eventsObserved: expected a list"),
        ("eventsObserved", [1], r"case own: eventsObserved\[0\]: expected an object"),
        (
            "eventsObserved",
            [{"type": "XX"}],
            r"case own: eventsObserved\[0\].type: 'XX' is no type of event",
        ),
        (
            "eventsObserved",
            [{"type": "PP", "time": "2020-01-01T00:00"}],
            r"case own: eventsObserved\[0\].value: expected a number",
        ),
    ],
)
def test_a_case_that_has_another_shape_is_unreadable(part, value, says):
    with pytest.raises(Unreadable, match=says):
        read_cases({"own": {**case("PAM"), part: value}})


@pytest.mark.parametrize("content", [[], "PAM", None, 3])
def test_a_file_is_an_object_of_cases(content):
    with pytest.raises(Unreadable, match="expected an object of cases"):
        read_cases(content)


def test_every_case_that_cannot_be_read_is_named():
    with pytest.raises(Unreadable) as caught:
        read_cases({"one": case("PAM", contractRole=None), "two": case("PAM", statusDate=None)})
    assert [line.split(":")[0] for line in caught.value.problems] == ["case one", "case two"]


def test_a_case_that_is_asked_for_by_name_must_be_there():
    content = {"one": case("PAM"), "two": case("PAM", contractType="SWAPS")}
    assert run_cases(content, only=["one"]).keys() == {"one"}
    with pytest.raises(Unknown, match="there is no case three in the file"):
        read_cases(content, only=["three"])


def test_numbers_are_read_as_numbers_or_text_and_kept_to_the_last_digit():
    given = {"notionalPrincipal": "  1000.000000000000000000001 ", "nominalInterestRate": 0.1}
    (read,) = read_cases({"own": case("PAM", given)})
    assert str(read.terms.notional_principal) == f"{10**24 + 1}/{10**21}"
    assert str(read.terms.nominal_interest_rate) == "1/10"


def test_numbers_are_written_with_fifteen_decimals_and_no_zeros_at_their_end():
    content = {"own": case("PAM", nominalInterestRate="0.1", notionalPrincipal="3000000000")}
    found = run_cases(content)["own"]["results"]
    assert [row["payoff"] for row in found] == [-3 * 10**9, 3 * 10**8, 3 * 10**9]
    thirds = case("PAM", dayCountConvention="A360", nominalInterestRate="0.1")
    (interest,) = [r for r in run_cases({"own": thirds})["own"]["results"] if r["payoff"] < 200][1:]
    assert interest["payoff"] == Decimal("101.666666666666667")
    assert interest["eventDate"] == "2021-01-01T00:00:00"


def test_an_event_of_another_contract_is_none_of_this_one():
    mine = {"time": "2020-03-01T00:00:00", "type": "CE", "contractId": "own"}
    other = {"time": "2020-04-01T00:00:00", "type": "CE", "contractId": "another"}
    content = {"own": {**case("PAM"), "eventsObserved": [mine, other]}}
    shown = [row["eventDate"] for row in run_cases(content)["own"]["results"]]
    assert "2020-03-01T00:00:00" in shown
    assert "2020-04-01T00:00:00" not in shown


def test_a_term_that_nobody_knows_is_reported_and_has_no_effect():
    plain, odd = case("PAM"), case("PAM", colour="red")
    (read,) = read_cases({"own": odd})
    assert read.ignored == ["colour"]
    assert run_cases({"own": odd})["own"]["results"] == run_cases({"own": plain})["own"]["results"]


def test_midnight_may_be_written_as_the_end_of_its_day():
    (read,) = read_cases({"own": case("PAM", maturityDate="2020-12-31T24:00")})
    assert read.rows()[-1].time.isoformat() == "2020-12-31T23:59:59"
    assert read.rows()[-2].payoff == 120  # It counts as 1 January.


def test_what_goes_in_may_have_come_through_json():
    content = json.loads(json.dumps({"own": case("PAM", nominalInterestRate=0.12)}))
    assert [row["payoff"] for row in run_cases(content)["own"]["results"]] == [-1000, 120, 1000]
