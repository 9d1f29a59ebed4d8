"""The library of policy texts, credit standards, and the capital that limits are counted by."""

from datetime import date

from attrs import evolve

from domain.facts.standards import SHIPPED_STANDARDS, Stance
from domain.facts.terms import LoanPurpose
from domain.industry import SECTIONS, is_industry
from domain.kinds import CustomerKind
from domain.money import Money
from domain.policy import POLICY
from domain.policy.rules import (
    CAPITAL_IS_KNOWN,
    CAPITAL_IS_PAST,
    CAPITAL_IS_WHOLE,
    INDUSTRY_IS_KNOWN,
    NOT_DATED_BACK,
    ONE_CAPITAL_A_DAY,
    ONE_TEXT_A_VERSION,
    STANDARD_IS_IN_FORCE,
    TEXT_DAYS_ARE_IN_ORDER,
    TEXT_IS_IN_FORCE,
)
from domain.policy.state import Policy
from tests.domain.policy.book import (
    CAPITAL,
    CORRECT_CAPITAL,
    END_STANDARD,
    ISSUE,
    LATER,
    NO_FLATS,
    REPEAL,
    SET_STANDARD,
    TODAY,
)
from tests.specs import given


def text_version(policy: Policy, day: date) -> str | None:
    """Return the version of the text in force on a day."""
    found = policy.text_on("farm-loans", day)
    return found.version if found else None


def net_capital(policy: Policy) -> Money | None:
    """Return the net capital that counts today."""
    found = policy.book.capital.on(TODAY)
    return found.net_capital if found else None


ISSUED = given(POLICY).when(ISSUE).outcome()


def test_the_version_of_a_text_that_began_last_is_in_force():
    newer = evolve(ISSUE, version="2027", since=date(2027, 1, 1))
    policy = POLICY.fold([*ISSUED, *given(POLICY, *ISSUED).when(newer).outcome()])
    assert text_version(policy, TODAY) is None
    assert text_version(policy, LATER) == "2026"
    assert text_version(policy, date(2027, 1, 1)) == "2027"


def test_a_text_is_in_force_until_its_last_day_or_its_repeal():
    ended = given(POLICY).when(evolve(ISSUE, until=date(2026, 6, 30))).outcome()
    policy = POLICY.fold(ended)
    assert policy.text_on("farm-loans", date(2026, 6, 30))
    assert policy.text_on("farm-loans", date(2026, 7, 1)) is None
    policy = POLICY.fold([*ISSUED, *given(POLICY, *ISSUED).when(REPEAL).outcome()])
    assert policy.text_on("farm-loans", date(2026, 12, 31))
    assert policy.text_on("farm-loans", date(2027, 1, 1)) is None


def test_a_version_is_issued_once():
    given(POLICY, *ISSUED).when(ISSUE).then_nothing()
    other = evolve(ISSUE, digest=f"sha256:{'c3' * 32}")
    given(POLICY, *ISSUED).when(other).then_refused(ONE_TEXT_A_VERSION)


def test_a_text_does_not_end_before_it_begins():
    given(POLICY).when(evolve(ISSUE, until=TODAY)).then_refused(TEXT_DAYS_ARE_IN_ORDER)


def test_what_is_not_in_force_is_not_repealed():
    given(POLICY).when(REPEAL).then_refused(TEXT_IS_IN_FORCE)
    given(POLICY, *ISSUED).when(evolve(REPEAL, until=TODAY)).then_refused(TEXT_IS_IN_FORCE)
    repealed = given(POLICY, *ISSUED).when(REPEAL).outcome()
    given(POLICY, *ISSUED, *repealed).when(REPEAL).then_nothing()


def test_a_standard_holds_from_its_day_beside_those_that_ship():
    book = POLICY.fold(given(POLICY).when(SET_STANDARD).outcome()).book
    before = [one.standard_id for one in book.standards_on(TODAY)]
    assert before == sorted(SHIPPED_STANDARDS)
    assert [one.standard_id for one in book.standards_on(LATER)] == sorted([*before, "developers"])


def test_a_standard_that_ships_is_replaced_or_ended_by_number():
    own = evolve(SET_STANDARD, standard_id="overcapacity")
    book = POLICY.fold(given(POLICY).when(own).outcome()).book
    (found,) = [one for one in book.standards_on(LATER) if one.standard_id == "overcapacity"]
    assert (found.standard, found.source) == (NO_FLATS, "Minutes 2026-7")
    ended = given(POLICY).when(END_STANDARD).outcome()
    left = POLICY.fold(ended).book.standards_on(LATER)
    assert "overcapacity" not in {one.standard_id for one in left}
    given(POLICY, *ended).when(END_STANDARD).then_nothing()


def test_a_standard_is_set_once_for_its_day_and_not_dated_back():
    made = given(POLICY).when(SET_STANDARD).outcome()
    given(POLICY, *made).when(SET_STANDARD).then_nothing()
    early = date(2026, 3, 1)
    given(POLICY).when(evolve(SET_STANDARD, since=early)).then_refused(NOT_DATED_BACK)
    given(POLICY).when(evolve(END_STANDARD, since=early)).then_refused(NOT_DATED_BACK)


def test_what_is_not_in_force_is_not_ended():
    unknown = evolve(END_STANDARD, standard_id="nobody")
    given(POLICY).when(unknown).then_refused(STANDARD_IS_IN_FORCE)


def test_an_industry_lies_in_its_section():
    wrong = evolve(SET_STANDARD, standard=evolve(NO_FLATS, industries=("A70",)))
    given(POLICY).when(wrong).then_refused(INDUSTRY_IS_KNOWN, industry="A70")
    assert all(is_industry(code) for code in SECTIONS)
    assert is_industry("C3110")
    assert not is_industry("U")
    for shipped in SHIPPED_STANDARDS.values():
        assert all(is_industry(code) for code in shipped.standard.industries)


def test_a_standard_covers_what_it_names():
    farms, flats = CustomerKind.FARM_HOUSEHOLD, evolve(NO_FLATS, stance=Stance.CAUTION)
    assert flats.covers(farms, "K7010", LoanPurpose.WORKING_CAPITAL)
    assert not flats.covers(farms, "K", LoanPurpose.WORKING_CAPITAL)
    assert not flats.covers(farms, None, LoanPurpose.WORKING_CAPITAL)
    traders = evolve(flats, customer_kinds=(CustomerKind.SOLE_TRADER,))
    assert not traders.covers(farms, "K70", LoanPurpose.TRADE)
    housing = evolve(flats, industries=(), loan_purposes=(LoanPurpose.HOUSING,))
    assert housing.covers(farms, None, LoanPurpose.HOUSING)
    assert not housing.covers(farms, None, LoanPurpose.TRADE)


def test_capital_counts_from_its_day_until_the_next():
    made = given(POLICY).when(CAPITAL).outcome()
    policy = POLICY.fold(made)
    assert policy.book.capital.on(date(2025, 12, 30)) is None
    assert net_capital(policy) == Money.parse("800000000")
    given(POLICY, *made).when(CAPITAL).then_nothing()


def test_capital_that_was_recorded_wrongly_is_corrected():
    made = given(POLICY).when(CAPITAL).outcome()
    other = evolve(CAPITAL, net_tier1=Money.parse("1"))
    given(POLICY, *made).when(other).then_refused(ONE_CAPITAL_A_DAY)
    corrected = given(POLICY, *made).when(CORRECT_CAPITAL).outcome()
    assert net_capital(POLICY.fold([*made, *corrected])) == Money.parse("790000000")
    given(POLICY, *made, *corrected).when(CORRECT_CAPITAL).then_nothing()
    given(POLICY).when(CORRECT_CAPITAL).then_refused(CAPITAL_IS_KNOWN)


def test_capital_is_of_a_day_that_has_come_and_holds_its_tier_1():
    given(POLICY).when(evolve(CAPITAL, as_of=LATER)).then_refused(CAPITAL_IS_PAST)
    more = evolve(CAPITAL, net_tier1=Money.parse("800000001"))
    given(POLICY).when(more).then_refused(CAPITAL_IS_WHOLE)
    given(POLICY).when(evolve(CAPITAL, net_tier1=Money.zero())).then_refused(CAPITAL_IS_WHOLE)
