"""When a bank is open, and what becomes of a day on which it is not."""

from datetime import date, timedelta

import pytest
import QuantLib as ql
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import EVERY_DAY, MONDAY_TO_FRIDAY, ShiftRule, WorkingCalendar
from domain.calendar.shift import counted_to, paid_on
from domain.calendar.working_days import AnnouncedYear, NotAnnounced
from tests.domain.calendar.strategies import days, from_ql, to_ql

SPRING = frozenset(date(2024, 2, day) for day in range(10, 18))
CALENDAR = WorkingCalendar(
    "village",
    years=[AnnouncedYear(2024, SPRING, frozenset((date(2024, 2, 4), date(2024, 2, 18))), "notice")],
    version="1",
)
ADJUSTMENTS = {"F": ql.Following, "MF": ql.ModifiedFollowing}
ADJUSTMENTS |= {"P": ql.Preceding, "MP": ql.ModifiedPreceding}
SHIFTS = [rule for rule in ShiftRule if rule is not ShiftRule.NO_SHIFT]


def test_a_holiday_is_no_working_day_and_a_made_up_sunday_is():
    assert not CALENDAR.is_working(date(2024, 2, 12))  # A Monday.
    assert CALENDAR.is_working(date(2024, 2, 18))  # A Sunday.
    assert not CALENDAR.is_working(date(2024, 2, 25))
    assert CALENDAR.on_or_after(date(2024, 2, 10)) == date(2024, 2, 18)
    assert CALENDAR.on_or_before(date(2024, 2, 17)) == date(2024, 2, 9)


def test_a_year_that_is_not_announced_has_its_weekends_and_says_so():
    assert CALENDAR.announced_from == date(2024, 1, 1)
    assert CALENDAR.announced_to == date(2024, 12, 31)
    for year in (2023, 2025):
        assert not CALENDAR.is_announced(date(year, 1, 1))
        found = [CALENDAR.is_working(date(year, 6, 1) + timedelta(n)) for n in range(100)]
        plain = [MONDAY_TO_FRIDAY.is_working(date(year, 6, 1) + timedelta(n)) for n in range(100)]
        assert found == plain


def test_who_needs_a_final_answer_can_refuse_another():
    CALENDAR.require_announced(date(2024, 1, 1), date(2024, 12, 31))
    with pytest.raises(NotAnnounced, match=r"2025-01-01 lies outside .*village.*2024-12-31"):
        CALENDAR.require_announced(date(2024, 1, 1), date(2025, 1, 1))


def test_so_many_working_days_after_a_day_do_not_count_the_day_itself():
    friday = date(2026, 3, 6)
    assert MONDAY_TO_FRIDAY.after(friday, 5) == date(2026, 3, 13)
    assert MONDAY_TO_FRIDAY.after(date(2026, 3, 7), 1) == date(2026, 3, 9)
    assert MONDAY_TO_FRIDAY.after(friday, 0) == friday


def test_a_further_year_makes_a_new_version_and_leaves_the_old_as_it_was():
    new = CALENDAR.with_year(AnnouncedYear(2025, frozenset((date(2025, 1, 1),))), "2")
    assert (new.version, new.announced_to) == ("2", date(2025, 12, 31))
    assert not new.is_working(date(2025, 1, 1))
    assert CALENDAR.is_working(date(2025, 1, 1))
    assert new.is_working(date(2024, 2, 18))


@given(days)
def test_calendars_without_announcements_are_final(day):
    assert EVERY_DAY.is_working(day)
    assert MONDAY_TO_FRIDAY.is_working(day) == (day.isoweekday() <= 5)
    EVERY_DAY.require_announced(day)
    assert MONDAY_TO_FRIDAY.announced_to is None


@pytest.mark.parametrize("rule", SHIFTS)
@given(days | st.dates(date(2024, 1, 1), date(2024, 3, 31)))
def test_a_closed_day_is_shifted_as_quantlib_shifts_it(rule, day):
    oracle = ql.BespokeCalendar("weekends")
    oracle.addWeekend(ql.Saturday)
    oracle.addWeekend(ql.Sunday)
    adjusted = oracle.adjust(to_ql(day), ADJUSTMENTS[rule.value[2:]])
    assert paid_on(day, rule, MONDAY_TO_FRIDAY) == from_ql(adjusted)


@pytest.mark.parametrize(
    ("rule", "day", "paid"),
    [
        (ShiftRule.NO_SHIFT, "2024-03-31", "2024-03-31"),
        (ShiftRule.SHIFT_CALCULATE_FOLLOWING, "2024-03-31", "2024-04-01"),
        (ShiftRule.SHIFT_CALCULATE_MODIFIED_FOLLOWING, "2024-03-31", "2024-03-29"),
        (ShiftRule.SHIFT_CALCULATE_PRECEDING, "2024-06-01", "2024-05-31"),
        (ShiftRule.SHIFT_CALCULATE_MODIFIED_PRECEDING, "2024-06-01", "2024-06-03"),
        (ShiftRule.CALCULATE_SHIFT_FOLLOWING, "2024-02-12", "2024-02-18"),
        (ShiftRule.CALCULATE_SHIFT_PRECEDING, "2024-02-12", "2024-02-09"),
    ],
)
def test_shifted_days_that_are_known_by_hand(rule, day, paid):
    assert paid_on(date.fromisoformat(day), rule, CALENDAR).isoformat() == paid


@given(st.sampled_from(ShiftRule), days)
def test_interest_counts_to_the_day_agreed_unless_the_shift_comes_first(rule, day):
    shifted = paid_on(day, rule, MONDAY_TO_FRIDAY)
    expected = shifted if rule.value.startswith("SC") else day
    assert counted_to(day, rule, MONDAY_TO_FRIDAY) == expected
