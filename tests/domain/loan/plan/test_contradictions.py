"""Terms that contradict themselves are told by field and in a sentence, and nothing is computed."""

from datetime import date

import pytest
from attrs import evolve

from domain.calendar import Cycle, ShiftRule, Unit
from domain.calendar.settlement import SettlementRule
from domain.calendar.working_days import AnnouncedYear, WorkingCalendar
from domain.claim import EXACT
from domain.dated import Dated
from domain.kinds import RepaymentMethod
from domain.loan.plan import Contradiction, Draw, PlanTerms, Stage, make
from domain.loan.plan.columns import columns
from domain.money import Money
from domain.rate import Rate

DAY = date(2024, 1, 15)
LOAN = PlanTerms(principal=Money(100_000_00), paid_out_on=DAY, rates=Rate.parse("6%"), periods=12)
ANNOUNCED = WorkingCalendar(
    "announced", years=(AnnouncedYear(2024, frozenset((date(2024, 10, 1),))),), version="1"
)


def yuan(number, currency="CNY"):
    return Money(number * 100, currency)


def at(year, month, day, number):
    return Draw(value_date=date(year, month, day), amount=yuan(number))


CASES = {
    "nothing is lent": ("principal", {"principal": yuan(0)}),
    "a negative amount": ("principal", {"principal": yuan(-5)}),
    "10^15 yuan": ("principal", {"principal": yuan(10**15)}),
    "no periods": ("periods", {"periods": 0}),
    "a negative number of periods": ("periods", {"periods": -3}),
    "more periods than days in thirty years": ("periods", {"periods": 20_000}),
    "beyond the calendar": ("periods", {"periods": 9000, "cycle": Cycle(1, Unit.YEAR)}),
    "neither periods nor maturity": ("periods", {"periods": None}),
    "periods and maturity": ("maturity", {"maturity": date(2025, 1, 15)}),
    "maturity before paying out": (
        "maturity",
        {"periods": None, "maturity": date(2023, 1, 15)},
    ),
    "settlement without maturity": ("maturity", {"settled": SettlementRule()}),
    "first due before paying out": ("first_due", {"first_due": date(2024, 1, 1)}),
    "first due beside the due day": (
        "first_due",
        {"first_due": date(2024, 2, 19), "due_day": 20},
    ),
    "due day 32": ("due_day", {"due_day": 32}),
    "due dates out of order": (
        "due_dates",
        {"periods": None, "due_dates": (date(2024, 3, 1), date(2024, 2, 1))},
    ),
    "no rate on the day": ("rates", {"rates": Dated[Rate]()}),
    "a rate from later on": (
        "rates",
        {"rates": Dated[Rate]().with_value(date(2024, 2, 1), Rate(1))},
    ),
    "a pause that ends before it begins": (
        "pauses",
        {"pauses": ((date(2024, 3, 1), date(2024, 2, 1)),)},
    ),
    "grace longer than the term": ("grace_principal", {"grace_principal": 12}),
    "interest grace longer than the term": ("grace_interest", {"grace_interest": 13}),
    "negative grace": ("grace_principal", {"grace_principal": -1}),
    "an instalment below its interest": ("instalment", {"instalment": yuan(400)}),
    "an instalment that only pays interest": ("instalment", {"instalment": yuan(500)}),
    "an instalment of nothing": ("instalment", {"instalment": yuan(0)}),
    "amortised over less than the term": ("amortised_over", {"amortised_over": 6}),
    "a balloon without its longer term": (
        "amortised_over",
        {"method": RepaymentMethod.BALLOON},
    ),
    "interest first without such periods": (
        "grace_principal",
        {"method": RepaymentMethod.INTEREST_FIRST},
    ),
    "steps without stages": ("stages", {"method": RepaymentMethod.STEPPED}),
    "stages for another term": (
        "stages",
        {"method": RepaymentMethod.STEPPED, "stages": (Stage(periods=5),)},
    ),
    "stages with another method": ("stages", {"stages": (Stage(periods=12),)}),
    "irregular without amounts": ("principals", {"method": RepaymentMethod.IRREGULAR}),
    "more principal than is lent": (
        "principals",
        {
            "method": RepaymentMethod.IRREGULAR,
            "periods": 2,
            "principals": (yuan(90_000), yuan(20_000)),
        },
    ),
    "amounts for another number of periods": (
        "instalments",
        {"method": RepaymentMethod.IRREGULAR, "instalments": (yuan(9000),)},
    ),
    "an agreed instalment below its interest": (
        "instalments",
        {
            "method": RepaymentMethod.IRREGULAR,
            "periods": 2,
            "instalments": (yuan(100), yuan(1)),
        },
    ),
    "a drawing before the first": ("draws", {"draws": (at(2023, 1, 1, 5),)}),
    "a drawing after the end": ("draws", {"draws": (at(2026, 1, 1, 5),)}),
    "a drawing of nothing": ("draws", {"draws": (at(2024, 2, 1, 0),)}),
    "a second drawing of flat interest": (
        "draws",
        {"method": RepaymentMethod.FLAT, "draws": (at(2024, 2, 1, 5),)},
    ),
    "a repayment beyond what is owed": (
        "repayments",
        {"method": RepaymentMethod.REVOLVING, "repayments": (at(2024, 2, 1, 200_000),)},
    ),
    "a repayment of another method": ("repayments", {"repayments": (at(2024, 2, 1, 5),)}),
    "another currency": ("fee_each", {"fee_each": yuan(1, "USD")}),
    "a level payment in a slower rhythm": ("principal_every", {"principal_every": 3}),
    "a rhythm of nothing": (
        "interest_every",
        {"method": RepaymentMethod.EQUAL_PRINCIPAL, "interest_every": 0},
    ),
    "unrounded claims": ("policy", {"policy": EXACT}),
    "a plan that is only stated": ("method", {"method": RepaymentMethod.AS_STATED}),
    "compounding no times a year": ("compounded", {"compounded": 0}),
    "days that fall together": (
        "cycle",
        {
            "cycle": Cycle(1, Unit.DAY),
            "shift": ShiftRule.SHIFT_CALCULATE_FOLLOWING,
            "calendar": WorkingCalendar("weekdays"),
        },
    ),
    "past what is announced": (
        "maturity",
        {
            "shift": ShiftRule.CALCULATE_SHIFT_FOLLOWING,
            "calendar": ANNOUNCED,
            "announced_only": True,
        },
    ),
}


@pytest.mark.parametrize("made_by", [make, columns])
@pytest.mark.parametrize("case", CASES)
def test_a_contradiction_names_its_field_and_says_what_to_do(case, made_by):
    field, changes = CASES[case]
    with pytest.raises(Contradiction) as told:
        made_by(evolve(LOAN, **changes))
    assert told.value.field == field
    assert len(told.value.says) > 20
    assert str(told.value) == f"{field}: {told.value.says}"


def test_a_negative_rate_is_no_rate():
    with pytest.raises(ValueError, match="a yearly rate like"):
        Rate.parse("-100%")


def test_days_beyond_what_is_announced_are_pointed_out():
    terms = evolve(LOAN, shift=ShiftRule.CALCULATE_SHIFT_FOLLOWING, calendar=ANNOUNCED)
    assert make(terms).unannounced_from == date(2025, 1, 15)
    assert make(evolve(terms, periods=11)).unannounced_from is None
    assert make(LOAN).unannounced_from is None
