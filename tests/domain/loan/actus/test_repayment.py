"""How principal comes back: level payments, equal parts, steps, calls, and what laws hold."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import DayCount, day_ratio
from domain.claim import EXACT
from domain.loan.actus.kinds import EventType
from domain.loan.plan.spread import Pays, spans_of, spread
from tests.domain.loan.actus.contracts import REDEEMED_QUARTERLY, rows, said

amounts = st.integers(1, 10**7)
rates = st.integers(0, 3000).map(lambda basis_points: Fraction(basis_points, 10**4))
counts = st.sampled_from(["A360", "A365", "AA", "30E360"])
DAY_COUNTS = {
    "A360": DayCount.A_360,
    "A365": DayCount.A_365,
    "AA": DayCount.A_A_ISDA,
    "30E360": DayCount.E30_360,
}
MONTHLY = {"cycleOfPrincipalRedemption": "P1ML1", "cycleOfInterestPayment": "P1ML1"}
KINDS = {"ANN": Pays.LEVEL, "LAM": Pays.PRINCIPAL, "PAM": Pays.NOTHING}


@pytest.mark.parametrize("kind", KINDS)
@given(amount=amounts, rate=rates, count=counts, months=st.integers(1, 24))
def test_a_contract_asks_for_what_an_exact_plan_asks_for(*, kind, amount, rate, count, months):
    """One engine with two number policies: the plan's core, without rounding."""
    end = f"{2020 + months // 12}-{months % 12 + 1:02d}-01T00:00:00"
    found = rows(
        kind,
        MONTHLY,
        notionalPrincipal=amount,
        nominalInterestRate=str(float(rate)),
        dayCountConvention=count,
        maturityDate=end,
    )
    paid = [row for row in found if row.kind == "IP"]
    days = [found[0].time.date(), *(row.time.date() for row in paid)]
    spans = []
    for start, stop in pairwise(days):
        over, of = day_ratio(DAY_COUNTS[count], start, stop)
        spans.append((over * rate.numerator, of * rate.denominator))
    plan = spread(amount, spans_of(spans), KINDS[kind], policy=EXACT)
    assert [row.payoff.fraction for row in paid] == [row.interest for row in plan]
    principal = [row.payoff.fraction for row in found if row.kind in ("PR", "MD")]
    wanted = [row.principal for row in plan]
    assert principal == (wanted if kind != "PAM" else wanted[-1:])


@given(amount=amounts, rate=rates, count=counts)
def test_every_payment_of_an_annuity_is_the_same(amount, rate, count):
    found = rows(
        "ANN",
        MONTHLY,
        notionalPrincipal=amount,
        nominalInterestRate=str(float(rate)),
        dayCountConvention=count,
    )
    flows: dict[object, Fraction] = {}
    for row in found:
        if row.kind in ("PR", "IP", "MD"):
            flows[row.time] = flows.get(row.time, Fraction(0)) + row.payoff.fraction
    assert len(flows) == 12
    assert len(set(flows.values())) == 1
    assert sum(row.payoff.fraction for row in found if row.kind in ("PR", "MD")) == amount


@given(amount=amounts, first=rates, second=rates, month=st.integers(1, 11))
def test_after_a_reset_every_payment_is_the_same_again(amount, first, second, month):
    """Also where the rate is reset between two payments: what has accrued is solved for too."""
    found = rows(
        "ANN",
        MONTHLY,
        notionalPrincipal=amount,
        nominalInterestRate=str(float(first)),
        marketObjectCodeOfRateReset="M",
        cycleAnchorDateOfRateReset=f"2020-{month:02d}-11T00:00:00",
        market={"M": {"2020-01-01": str(float(second))}},
    )
    fixed = [place for place, row in enumerate(found) if row.kind == "PRF"][-1]
    flows: dict[object, Fraction] = {}
    for row in found[fixed:]:
        flows[row.time] = flows.get(row.time, Fraction(0)) + row.payoff.fraction
    del flows[found[fixed].time]
    assert len(set(flows.values())) == 1


def test_a_balloon_is_left_where_the_contract_ends_before_its_amortisation():
    short = rows("ANN", MONTHLY, amortizationDate="2022-01-01T00:00:00")
    whole = rows("ANN", MONTHLY, maturityDate="2022-01-01T00:00:00")
    assert said(short, "PR") == said(whole, "PR")[:11]
    assert short[-1].payoff.fraction == whole[-1].payoff.fraction + sum(
        row.payoff.fraction for row in whole if row.kind == "PR" and row.time >= short[-1].time
    )


def test_a_payment_below_the_interest_lets_the_balance_grow():
    found = rows("NAM", MONTHLY, nextPrincipalRedemptionPayment="4")
    assert said(found, "PR", "IP")[:2] == ["2020-02-01 PR -6", "2020-02-01 IP 10"]
    assert found[-1].payoff > 1000


@pytest.mark.parametrize(
    ("kind", "payment", "ends"),
    [
        ("LAM", "300", "2020-05-01"),  # 300 with each of three, 100 with the fourth.
        ("NAM", "260", "2020-05-01"),
        ("ANN", "510", "2020-03-01"),
    ],
)
def test_a_contract_without_maturity_ends_when_payments_have_repaid_it(kind, payment, ends):
    found = rows(kind, MONTHLY, maturityDate=None, nextPrincipalRedemptionPayment=payment)
    assert str(found[-1].time.date()) == ends
    assert found[-1].kind is EventType.MD
    assert found[-1].balance == 0


def test_what_is_left_is_counted_from_the_last_redemption_before_the_status_date():
    running = {"statusDate": "2020-06-15T00:00:00", "maturityDate": None}
    found = rows("LAM", MONTHLY, running, nextPrincipalRedemptionPayment="250")
    assert [str(row.time.date()) for row in found if row.kind in ("PR", "MD")] == [
        "2020-07-01",
        "2020-08-01",
        "2020-09-01",
        "2020-10-01",
    ]


@pytest.mark.parametrize("rule", ["SCF", "SCP", "SCMF", "SCMP"])
@pytest.mark.parametrize("first", ["2020-02-02", "2020-02-03", "2020-03-01", "2020-01-01"])
def test_a_level_payment_is_fixed_before_the_first_is_due_whatever_is_shifted(rule, first):
    """2 February and 1 March 2020 are Sundays."""
    found = rows(
        "ANN",
        MONTHLY,
        calendar="MF",
        businessDayConvention=rule,
        cycleAnchorDateOfPrincipalRedemption=f"{first}T00:00:00",
    )
    kinds = [row.kind.value for row in found]
    assert "PRF" not in kinds[kinds.index("PR") :]
    assert all(row.payoff > 0 for row in found if row.kind is EventType.PR)


def test_payments_before_the_start_ask_for_nothing():
    found = rows("ANN", MONTHLY, cycleAnchorDateOfPrincipalRedemption="2020-01-01T00:00:00")
    early = rows(
        "ANN",
        MONTHLY,
        statusDate="2019-10-15T00:00:00",
        cycleAnchorDateOfPrincipalRedemption="2019-11-01T00:00:00",
    )
    assert said(early, "PR")[:2] == ["2019-11-01 PR 0", "2019-12-01 PR 0"]
    assert said(early)[4:] == said(found)


STEPS = {
    "arrayCycleAnchorDateOfPrincipalRedemption": ["2020-02-01T00:00:00", "2020-05-01T00:00:00"],
    "arrayCycleOfPrincipalRedemption": ["P1ML1", "P1ML1"],
    "arrayNextPrincipalRedemptionPayment": [50, "325"],
    "arrayIncreaseDecrease": ["INC", "DEC"],
    "arrayCycleAnchorDateOfInterestPayment": "2020-03-01T00:00:00",
    "arrayCycleOfInterestPayment": "P2ML1",
    "maturityDate": None,
}


def test_steps_draw_and_redeem_until_nothing_is_owed():
    """1,000 and three times 50 more; 325 four times take 1,150 back."""
    found = rows("LAX", STEPS)
    assert said(found, "PI", "PR", "MD") == [
        "2020-02-01 PI -50",
        "2020-03-01 PI -50",
        "2020-04-01 PI -50",
        "2020-05-01 PR 325",
        "2020-06-01 PR 325",
        "2020-07-01 PR 325",
        "2020-08-01 MD 175",
    ]
    # 10 and 10.5; 11, 11.5; 8.25, 5; 1.75: each on what was owed before.
    assert said(found, "IP") == [
        "2020-03-01 IP 20.5",
        "2020-05-01 IP 22.5",
        "2020-07-01 IP 13.25",
        "2020-08-01 IP 1.75",
    ]


def test_steps_without_cycles_are_single_days():
    found = rows("LAX", STEPS, arrayCycleOfPrincipalRedemption=None)
    assert said(found, "PI", "PR", "MD") == ["2020-02-01 PI -50", "2020-05-01 MD 1050"]


def test_steps_of_rates_are_fixed_or_spreads_on_what_is_observed():
    found = rows(
        "LAX",
        {**STEPS, "maturityDate": "2021-01-01T00:00:00"},
        arrayCycleAnchorDateOfRateReset="[2020-02-01T00:00:00, 2020-04-01T00:00:00]",
        arrayRate=["0.24", "0.01"],
        arrayFixedVariable=["F", "VAR"],
        marketObjectCodeOfRateReset="M",
        rateMultiplier="2",
        market={"M": {"2020-03-01": "0.05"}},
    )
    shown = [(row.kind, float(row.rate)) for row in found if row.kind in ("RRF", "RR")]
    assert shown == [("RRF", 0.24), ("RR", 0.11)]


def test_interest_on_the_first_balance_never_falls_where_it_is_agreed_for_payments():
    found = rows(
        "NAM",
        REDEEMED_QUARTERLY,
        nextPrincipalRedemptionPayment="250",
        interestCalculationBase="NTIED",
        interestCalculationBaseAmount="1000",
    )
    assert {row.payoff.fraction for row in found if row.kind == "IP"} == {30}


def test_interest_on_a_lagging_balance_falls_when_it_is_fixed():
    found = rows(
        "LAM",
        REDEEMED_QUARTERLY,
        interestCalculationBase="NTL",
        interestCalculationBaseAmount="1000",
        cycleAnchorDateOfInterestCalculationBase="2020-07-01T00:00:00",
    )
    assert said(found, "IP") == [
        "2020-04-01 IP 30",
        "2020-07-01 IP 30",
        "2020-10-01 IP 15",
        "2021-01-01 IP 15",
    ]


def test_call_money_runs_to_its_call_its_maturity_or_the_end_of_what_is_looked_at():
    call = [("2020-07-01", "XD", "0")]
    called = rows("CLM", xDayNotice="P0D", events=call)
    assert said(called) == [
        "2020-01-01 IED -1000",
        "2020-07-01 XD 0",
        "2020-07-01 IP 60",
        "2020-07-01 STD 1000",
    ]
    noticed = rows("CLM", xDayNotice="P10D", events=call, to="2020-07-05")
    assert said(noticed)[1:] == ["2020-07-01 XD 0", "2020-07-11 IP 60", "2020-07-11 STD 1000"]
    assert said(rows("CLM"))[1:] == ["2021-01-01 IP 120", "2021-01-01 MD 1000"]
    late = rows("CLM", xDayNotice="P0D", events=[("2021-07-01", "XD", "0")])
    assert said(late)[1:] == ["2021-01-01 IP 120", "2021-01-01 MD 1000"]
    uncalled = rows("CLM", maturityDate=None, to="2020-04-01")
    assert said(uncalled)[1:] == ["2020-04-01 IP 30", "2020-04-01 MD 1000"]


def test_an_account_takes_what_is_paid_in_and_out_and_capitalises():
    """After 31 days (a month of 30) 10 join 1,000; 210 come back, then 100 are drawn."""
    found = rows(
        "UMP",
        maturityDate=None,
        cycleOfInterestPayment="P1ML1",
        events=[("2020-02-01", "PR", "210"), ("2020-03-01", "PI", "-100")],
        to="2020-03-15",
    )
    assert said(found) == [
        "2020-01-01 IED -1000",
        "2020-02-01 PR 210",
        "2020-02-01 IPCI 0",
        "2020-03-01 PI -100",
        "2020-03-01 IPCI 0",
    ]
    assert [row.balance for row in found] == [1000, 790, 800, 900, 908]
