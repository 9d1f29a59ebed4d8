"""Whatever terms come together, a contract has rows or there is a sentence why not."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.actus import run_cases
from adapters.problems import Unreadable
from domain.calendar import ShiftRule
from domain.loan.actus.kinds import ContractType, InterestBasis, Penalty, PrepaymentEffect, Role
from domain.loan.plan import Contradiction

days = st.sampled_from(
    [
        "2019-06-15",
        "2019-12-31",
        "2020-01-01",
        "2020-01-31",
        "2020-02-29",
        "2020-05-31",
        "2020-07-04",
        "2020-10-01",
        "2020-12-31T23:59:59",
        "2021-01-01",
        "2021-02-28",
        "2022-06-30",
    ]
)
numbers = st.sampled_from(["0", "0.05", "-0.02", "0.5", "1", "-1", "2", "40", "250", "1000"])
cycles = st.sampled_from(["P1ML0", "P1ML1", "P3ML0", "P1QL1", "P1HL0", "P1YL0", "P2WL1", "P27DL0"])
SERIES = ("InterestPayment", "PrincipalRedemption", "RateReset", "Fee", "ScalingIndex")
STEPS = SERIES[:3]
anchors = st.lists(days, min_size=1, max_size=3, unique=True).map(sorted)
TERMS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(
        [
            "statusDate",
            "initialExchangeDate",
            "maturityDate",
            "amortizationDate",
            "purchaseDate",
            "terminationDate",
            "capitalizationEndDate",
        ],
        days,
    ),
    **dict.fromkeys(
        [
            "priceAtPurchaseDate",
            "priceAtTerminationDate",
            "nextPrincipalRedemptionPayment",
            "nominalInterestRate",
            "accruedInterest",
            "nextResetRate",
            "lifeCap",
            "lifeFloor",
            "periodCap",
            "periodFloor",
            "feeRate",
            "feeAccrued",
            "penaltyRate",
            "rateSpread",
            "rateMultiplier",
            "interestCalculationBaseAmount",
            "scalingIndexAtContractDealDate",
            "arrayNextPrincipalRedemptionPayment",
            "arrayRate",
        ],
        numbers,
    ),
    **{f"cycleAnchorDateOf{of}": days for of in (*SERIES, "InterestCalculationBase")},
    **{f"cycleOf{of}": cycles for of in (*SERIES, "InterestCalculationBase")},
    **{f"arrayCycleAnchorDateOf{of}": anchors for of in STEPS},
    **{f"arrayCycleOf{of}": cycles for of in STEPS},
    "arrayIncreaseDecrease": st.sampled_from(["INC", "DEC"]),
    "arrayFixedVariable": st.sampled_from(["FIX", "VAR"]),
    "businessDayConvention": st.sampled_from([rule.value for rule in ShiftRule]),
    "calendar": st.sampled_from(["MF", "NC", "china"]),
    "endOfMonthConvention": st.sampled_from(["EOM", "SD"]),
    "feeBasis": st.sampled_from("AN"),
    "interestCalculationBase": st.sampled_from([basis.value for basis in InterestBasis]),
    "penaltyType": st.sampled_from([penalty.value for penalty in Penalty]),
    "prepaymentEffect": st.sampled_from([effect.value for effect in PrepaymentEffect]),
    "scalingEffect": st.sampled_from(["IOO", "ONO", "INO", "000"]),
    "settlementCurrency": st.sampled_from(["USD", "CNY"]),
    "xDayNotice": st.sampled_from(["P0D", "P10D", "P1M"]),
}
NEEDED = {
    "currency": "CNY",
    "statusDate": "2019-12-31",
    "initialExchangeDate": "2020-01-01",
    "maturityDate": "2022-06-30",
    "notionalPrincipal": "1000",
    "nominalInterestRate": "0.05",
    "marketObjectCodeOfRateReset": "M",
    "marketObjectCodeOfScalingIndex": "M",
}
always = st.fixed_dictionaries(
    {
        "contractType": st.sampled_from([kind.value for kind in ContractType]),
        "contractRole": st.sampled_from([role.value for role in Role]),
        "dayCountConvention": st.sampled_from(["AA", "A360", "A365", "30E360"])
        | st.sampled_from(["30E360ISDA", "28E336", "B252"]),
    }
)
events = st.fixed_dictionaries(
    {
        "time": days,
        "type": st.sampled_from(["XD", "PP", "PR", "PI", "CE", "AD"]),
        "value": numbers,
    }
)


@given(
    always=always,
    given_=st.lists(st.sampled_from(sorted(TERMS)), max_size=10, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: TERMS[name] for name in names})
    ),
    seen=st.lists(events, max_size=2),
    market=st.lists(numbers, min_size=2, max_size=2),
    to=days | st.just(""),
)
def test_there_are_rows_in_order_of_time_or_a_sentence(*, always, given_, seen, market, to):
    points = [
        {"timestamp": day, "value": value}
        for day, value in zip(("2019-01-01", "2020-06-01"), market, strict=True)
    ]
    case = {
        "terms": {**NEEDED, **always, **given_},
        "to": to,
        "dataObserved": {"M": {"data": points}, "CNY/USD": {"data": points}},
        "eventsObserved": seen,
    }
    try:
        rows = run_cases({"own": case})["own"]["results"]
    except (Unreadable, Contradiction) as error:
        assert str(error).startswith("case own: ")
    else:
        assert [row["eventDate"] for row in rows] == sorted(row["eventDate"] for row in rows)
