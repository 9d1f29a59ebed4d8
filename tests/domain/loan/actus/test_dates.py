"""When things happen and how much time they count: conventions that no published case shows."""

from datetime import datetime

import pytest

from domain.calendar import Cycle, Stub, Unit
from domain.loan.actus.schedule import schedule
from domain.loan.actus.terms import Recurrence
from tests.domain.loan.actus.contracts import HALF_YEARLY, rows, said

WEEKDAYS = {"calendar": "MF", "dayCountConvention": "A360", "nominalInterestRate": "0.36"}


@pytest.mark.parametrize(
    ("rule", "paid_on", "interest"),
    [
        (None, "2020-02-01", 30),
        ("NOS", "2020-02-01", 30),
        ("NULL", "2020-02-01", 30),
        ("SCF", "2020-02-03", 32),
        ("SCMF", "2020-02-03", 32),
        ("CSF", "2020-02-03", 30),
        ("CSMF", "2020-02-03", 30),
        ("SCP", "2020-01-31", 29),
        ("SCMP", "2020-02-03", 32),  # The day before is in another month.
        ("CSP", "2020-01-31", 30),
        ("CSMP", "2020-02-03", 30),
    ],
)
def test_interest_on_a_closed_day_is_paid_and_counted_by_the_convention(rule, paid_on, interest):
    """Paid out on 2 January; 1 February 2020 is a Saturday; 1,000 at 36 % bear 1 a day."""
    found = rows(
        "PAM",
        WEEKDAYS,
        initialExchangeDate="2020-01-02T00:00:00",
        cycleAnchorDateOfInterestPayment="2020-02-01T00:00:00",
        businessDayConvention=rule,
    )
    assert said(found, "IP")[0] == f"{paid_on} IP {interest}"
    total = sum(row.payoff.fraction for row in found if row.kind == "IP")
    assert total == 365  # No day is lost or counted twice: from 2 January to 1 January.


@pytest.mark.parametrize(
    ("rule", "paid_on"), [("SCF", "2020-06-01"), ("SCMF", "2020-05-29"), ("CSMF", "2020-05-29")]
)
def test_a_modified_shift_stays_within_the_month(rule, paid_on):
    """31 May 2020 is a Sunday."""
    found = rows(
        "PAM",
        WEEKDAYS,
        cycleAnchorDateOfInterestPayment="2020-05-31T00:00:00",
        businessDayConvention=rule,
    )
    assert said(found, "IP")[0].startswith(paid_on)


def test_days_that_are_agreed_singly_are_not_shifted():
    """Start, end of capitalisation, purchase and maturity fall on Saturdays and Sundays."""
    found = rows(
        "PAM",
        WEEKDAYS,
        HALF_YEARLY,
        initialExchangeDate="2020-02-01T00:00:00",
        capitalizationEndDate="2020-03-01T00:00:00",
        purchaseDate="2020-02-15T00:00:00",
        priceAtPurchaseDate="1000",
        maturityDate="2020-08-02T00:00:00",
        businessDayConvention="SCF",
    )
    assert [(str(row.time.date()), row.kind.value) for row in found] == [
        ("2020-02-15", "PRD"),
        ("2020-03-01", "IPCI"),
        ("2020-08-02", "IP"),
        ("2020-08-02", "MD"),
    ]


def test_holidays_and_made_up_weekends_of_china_are_known():
    """1 to 8 October 2020 are off; Saturday 10 October is worked."""
    found = rows(
        "PAM",
        WEEKDAYS,
        calendar="china",
        cycleAnchorDateOfInterestPayment="2020-10-01T00:00:00",
        cycleOfInterestPayment="P9DL1",
        maturityDate="2020-10-20T00:00:00",
        businessDayConvention="SCF",
    )
    assert [str(row.time.date()) for row in found if row.kind == "IP"] == [
        "2020-10-09",
        "2020-10-10",
        "2020-10-19",
        "2020-10-20",
    ]


MONTHLY = Recurrence(Cycle(1, Unit.MONTH), Stub.LONG)


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        ("P1HL1", "01-01 07-01 11-15"),
        ("P1HL0", "01-01 11-15"),
        ("P1QL1", "01-01 04-01 07-01 10-01 11-15"),
        ("P1QL0", "01-01 04-01 07-01 11-15"),
        ("3M+", "01-01 04-01 07-01 11-15"),
        ("3M-", "01-01 04-01 07-01 10-01 11-15"),
        ("P1YL0", "01-01 11-15"),
        ("P20WL1", "01-01 05-20 10-07 11-15"),
        ("P20WL0", "01-01 05-20 11-15"),
        ("P200DL1", "01-01 07-19 11-15"),
    ],
)
def test_cycles_end_with_a_short_stub_or_a_long_one(cycle, expected):
    found = rows(
        "PAM",
        cycleAnchorDateOfInterestPayment="2020-01-01T00:00:00",
        cycleOfInterestPayment=cycle,
        maturityDate="2020-11-15T00:00:00",
    )
    days = [str(row.time.date())[5:] for row in found if row.kind == "IP"]
    assert " ".join(days) == expected


def test_an_end_just_before_midnight_loses_the_last_regular_day_to_a_long_stub():
    """The end is not the next regular moment, though it counts as the same day (pam25)."""
    anchor = datetime(2013, 1, 1)
    to_midnight = schedule(anchor, MONTHLY, datetime(2013, 4, 1))
    before = schedule(anchor, MONTHLY, datetime(2013, 3, 31, 23, 59, 59))
    assert to_midnight[-2:] == [datetime(2013, 3, 1), datetime(2013, 4, 1)]
    assert before[-2:] == [datetime(2013, 2, 1), datetime(2013, 3, 31, 23, 59, 59)]


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ({}, "2021-01-01"),
        ({"cycleOfInterestPayment": "P6ML1"}, "2020-07-01 2021-01-01"),
        ({"cycleAnchorDateOfInterestPayment": "2020-04-01T00:00:00"}, "2020-04-01 2021-01-01"),
    ],
)
def test_a_series_begins_at_its_anchor_or_one_cycle_after_the_start(series, expected):
    found = rows("PAM", series)
    assert " ".join(str(row.time.date()) for row in found if row.kind == "IP") == expected


def test_interest_since_an_anchor_before_the_start_comes_with_the_principal():
    """Sixty days at 12 % on 1,000 are bought with it."""
    found = rows("PAM", HALF_YEARLY, cycleAnchorDateOfInterestPayment="2019-11-01T00:00:00")
    assert found[0].accrued == 20
    assert said(found, "IP")[0] == "2020-05-01 IP 60"


def test_interest_is_capitalised_to_the_day_and_then_paid_on_the_same_cycle():
    """To 1 April three quarters of nothing is paid: 30 joins; then 61.8 for half a year, less 3."""
    found = rows("PAM", HALF_YEARLY, capitalizationEndDate="2020-04-01T00:00:00")
    assert said(found) == [
        "2020-01-01 IED -1000",
        "2020-04-01 IPCI 0",
        "2020-07-01 IP 30.9",
        "2021-01-01 IP 61.8",
        "2021-01-01 MD 1030",
    ]


@pytest.mark.parametrize(
    ("count", "interest"),
    [
        ("A360", "0.12 182 360"),
        ("A/365", "0.12 182 365"),
        ("AA", "0.12 182 366"),
        ("30E360", "0.12 180 360"),
        ("30E/360ISDA", "0.12 180 360"),
        ("28E336", "0.12 168 336"),
        ("B252", "0.12 130 252"),
    ],
)
def test_half_a_year_counts_by_each_convention(count, interest):
    """1 January to 1 July 2020: 182 days, 130 of them working days of the week."""
    rate, days, by = interest.split()
    found = rows("PAM", HALF_YEARLY, dayCountConvention=count, calendar="MF")
    first = next(row for row in found if row.kind == "IP")
    assert first.payoff.fraction * int(by) == 120 * int(days)
    assert rate == "0.12"


def test_an_agreed_end_of_month_holds_in_every_month():
    found = rows(
        "PAM",
        cycleAnchorDateOfInterestPayment="2020-02-29T00:00:00",
        cycleOfInterestPayment="P1ML1",
        endOfMonthConvention="EOM",
        maturityDate="2020-06-15T00:00:00",
    )
    days = [str(row.time.date())[5:] for row in found if row.kind == "IP"]
    assert days == ["02-29", "03-31", "04-30", "05-31", "06-15"]
