"""A limit is granted on a rating and capacity, within capital, under a mandate."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.facility import FACILITY
from domain.facility.rules import (
    BORROWER_IS_A_MEMBER,
    BORROWER_IS_ACTIVE,
    CAPACITY_IS_ON_FILE,
    CAPITAL_IS_ON_RECORD,
    CASH_COVER_IS_POSITIVE,
    FOUND_GROUP_IS_COVERED,
    GRADE_QUALIFIES,
    GRANTED_ON_A_RATING,
    GROUP_IS_KNOWN,
    INSIDERS_SHARE_A_LIMIT,
    LIMIT_IS_NOT_TOO_LONG,
    LIMIT_IS_POSITIVE,
    RELATED_PARTIES_HAVE_ONE_LIMIT,
    RELATED_TRANSACTION_IS_MAJOR,
    RELATIONS_ARE_KNOWN,
    SAME_CURRENCY,
    STANDING_LIMIT_STARTS_ANEW_TODAY,
    WAIVER_IS_ALLOWED,
    WITHIN_CAPITAL,
    WITHIN_RATED_CEILING,
)
from domain.facility.values import CashCover
from domain.facts.facility import FacilityKind
from domain.facts.mandate import Scope
from domain.facts.policy import PolicyBook
from domain.facts.waiver import Waiver
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.facility.limits import (
    ALL_RELATED,
    ALONE,
    BOOK,
    DIGEST,
    ECONOMY,
    GROUP,
    GROUP_LIMIT,
    IN_A_GROUP,
    INSIDER,
    MANDATE,
    MAXIMUM,
    RATING,
    RELATED_FACT,
    RESERVE,
    TODAY,
    UNDER_GROUP,
    UNTIL,
    after,
    granted,
    yuan,
)
from tests.specs import given

WAIVED = {"authority": "Credit committee", "reason": "Harvest", "document": DIGEST}


def on_nothing(command):
    return given(FACILITY).when(command)


@pytest.mark.row("RL-04", shown_by="facility.grant_maximum")
def test_a_maximum_is_granted_with_all_that_it_was_based_on():
    event = granted()
    assert (event.kind, event.customer_id, event.limit) == (
        FacilityKind.MAXIMUM,
        "C1",
        yuan(300_000),
    )
    assert event.ceiling is not None and event.related is not None
    assert event.ceiling.amount == yuan(396_000)
    assert (event.ceiling.grade, event.ceiling.scorecard) == ("A", "farm-household@2")
    assert [cap.setting.setting for cap in event.caps] == ["0.10", "0.15"]
    assert [cap.most for cap in event.caps] == [yuan(1_000_000), yuan(1_200_000)]
    assert event.review_due == date(2027, 3, 2)
    assert event.nothing_new_from == date(2027, 4, 2)
    assert {one.parameter for one in event.settings} == {
        "bank.ceiling.debt_ratio_max.A",
        "bank.ceiling.surplus_share_max.A",
        "bank.ceiling.months",
        "bank.facility.review_months",
        "bank.facility.review_grace_days",
    }
    assert event.related.known_by == 17


def test_granting_the_same_again_does_nothing_whatever_was_recorded_meanwhile():
    again = evolve(MAXIMUM, related=evolve(ALONE, known_by=99))
    given(FACILITY, granted()).when(again).then_nothing()


def test_a_limit_is_granted_anew_to_raise_it_and_keeps_what_is_taken():
    raised = evolve(MAXIMUM, limit=yuan(350_000), until=UNTIL + timedelta(days=9))
    state = FACILITY.fold([*after(MAXIMUM, RESERVE), granted(raised, *after(MAXIMUM, RESERVE))])
    assert state is not None
    assert (state.limit, state.reserved) == (yuan(350_000), yuan(100_000))


def test_a_limit_that_stands_is_granted_anew_from_today():
    later = evolve(MAXIMUM, since=TODAY + timedelta(days=1))
    assert granted(later).since == TODAY + timedelta(days=1)
    given(FACILITY, granted()).when(later).then_refused(STANDING_LIMIT_STARTS_ANEW_TODAY)


def test_a_limit_is_more_than_nothing_and_within_days_to_come():
    on_nothing(evolve(MAXIMUM, limit=yuan(0))).then_refused(LIMIT_IS_POSITIVE)
    on_nothing(evolve(MAXIMUM, until=TODAY - timedelta(days=1))).then_refused(LIMIT_IS_POSITIVE)
    past = evolve(MAXIMUM, since=TODAY - timedelta(days=1))
    on_nothing(past).then_refused(LIMIT_IS_NOT_TOO_LONG)
    on_nothing(evolve(MAXIMUM, until=date(2029, 3, 3))).then_refused(
        LIMIT_IS_NOT_TOO_LONG, last=date(2029, 3, 2)
    )


def test_the_customer_is_one_with_whom_business_is_done():
    on_nothing(evolve(MAXIMUM, customer=None)).then_refused(BORROWER_IS_ACTIVE)
    merged = evolve(MAXIMUM, customer=Party("C1", Standing.MERGED))
    on_nothing(merged).then_refused(BORROWER_IS_ACTIVE)


def test_the_rating_is_in_force_and_its_grade_one_that_is_lent_to():
    on_nothing(evolve(MAXIMUM, rating=None)).then_refused(GRANTED_ON_A_RATING)
    old = evolve(RATING, valid_until=TODAY - timedelta(days=1))
    on_nothing(evolve(MAXIMUM, rating=old)).then_refused(GRANTED_ON_A_RATING)
    on_nothing(evolve(MAXIMUM, rating=evolve(RATING, grade="D"))).then_refused(GRADE_QUALIFIES)


def test_capacity_is_on_file_in_the_currency_of_the_limit():
    on_nothing(evolve(MAXIMUM, economy=None)).then_refused(CAPACITY_IS_ON_FILE)
    empty = evolve(MAXIMUM, economy=evolve(ECONOMY, disposable=None))
    on_nothing(empty).then_refused(CAPACITY_IS_ON_FILE)
    dollars = evolve(ECONOMY, disposable=Money(1, "USD"))
    on_nothing(evolve(MAXIMUM, economy=dollars)).then_refused(SAME_CURRENCY)


@pytest.mark.row("RL-04", shown_by="facility.grant_maximum")
def test_above_the_ceiling_is_refused_with_all_figures_or_waived_by_authority():
    above = evolve(MAXIMUM, limit=yuan(396_001))
    on_nothing(above).then_refused(
        WITHIN_RATED_CEILING, limit=yuan(396_001), most=yuan(396_000), grade="A"
    )
    waiver = Waiver(rule=WITHIN_RATED_CEILING.code, **WAIVED)
    event = granted(evolve(above, waivers=(waiver,)))
    assert event.waivers == (waiver,)
    law = Waiver(rule=WITHIN_CAPITAL.code, **WAIVED)
    on_nothing(evolve(above, waivers=(law,))).then_refused(WAIVER_IS_ALLOWED)


@pytest.mark.row("RL-09", shown_by="facility.grant_maximum")
def test_one_borrower_gets_a_tenth_of_net_capital_and_not_a_fen_more():
    rich = evolve(ECONOMY, assets=yuan(90_000_000), disposable=yuan(90_000_000))
    most = evolve(MAXIMUM, economy=rich, limit=yuan(1_000_000))
    assert granted(most).limit == yuan(1_000_000)
    on_nothing(evolve(most, limit=Money(100_000_001))).then_refused(
        WITHIN_CAPITAL,
        most=yuan(1_000_000),
        capital=yuan(10_000_000),
        share="0.10",
        parameter="concentration.village_bank.single_borrower_max",
        by="银监发〔2010〕27号 (before: 5 %)",
    )


def test_a_bank_and_a_micro_lender_are_held_to_their_own_caps():
    for kind, name in (
        ("bank", "concentration.single_borrower.loans_to_capital_max"),
        ("micro_lender", "microlender.single_borrower.loans_to_net_assets_max"),
    ):
        own = Dated[str]().with_value(TODAY, kind, "Licence")
        book = evolve(BOOK, entries={"bank.institution": own})
        assert granted(evolve(MAXIMUM, book=book)).caps[0].setting.parameter == name


def test_capital_is_on_record_in_the_currency_of_the_limit():
    on_nothing(evolve(MAXIMUM, book=PolicyBook())).then_refused(CAPITAL_IS_ON_RECORD)
    scope = Scope(amount_max=Money(10**9, "USD"))
    dollars = evolve(ALL_RELATED, limit=Money(1, "USD"), mandate=evolve(MANDATE, scope=scope))
    on_nothing(dollars).then_refused(SAME_CURRENCY)


@pytest.mark.row("RL-08", shown_by="facility.grant_maximum")
def test_who_was_found_in_a_group_takes_from_a_limit_that_covers_them_all():
    on_nothing(evolve(MAXIMUM, related=None)).then_refused(RELATIONS_ARE_KNOWN)
    found = evolve(MAXIMUM, related=IN_A_GROUP)
    on_nothing(found).then_refused(FOUND_GROUP_IS_COVERED, outside="C2", known_by=17)
    assert granted(evolve(UNDER_GROUP, related=IN_A_GROUP)).parent_id == "G1"
    smaller = evolve(GROUP, members=GROUP.members[:1])
    on_nothing(evolve(UNDER_GROUP, related=IN_A_GROUP, group=smaller)).then_refused(
        FOUND_GROUP_IS_COVERED
    )
    waiver = Waiver(rule=FOUND_GROUP_IS_COVERED.code, **WAIVED)
    assert granted(evolve(found, waivers=(waiver,))).related == IN_A_GROUP


def test_only_a_member_takes_from_the_limit_of_a_group():
    stranger = evolve(GROUP, members=GROUP.members[1:])
    on_nothing(evolve(UNDER_GROUP, group=stranger)).then_refused(BORROWER_IS_A_MEMBER)


@pytest.mark.row("RL-08", shown_by="facility.grant_group_limit")
def test_a_group_gets_fifteen_percent_of_net_capital():
    event = granted(evolve(GROUP_LIMIT, limit=yuan(1_500_000)))
    assert (event.kind, event.group_id) == (FacilityKind.GROUP, "G1")
    on_nothing(evolve(GROUP_LIMIT, limit=yuan(1_500_001))).then_refused(
        WITHIN_CAPITAL, most=yuan(1_500_000)
    )
    on_nothing(evolve(GROUP_LIMIT, group=None)).then_refused(GROUP_IS_KNOWN)


def test_a_related_party_takes_from_the_limit_of_all_related_parties():
    insider = evolve(MAXIMUM, related=INSIDER)
    on_nothing(insider).then_refused(INSIDERS_SHARE_A_LIMIT)
    under = evolve(insider, parent_id="related-parties", limit_above=RELATED_FACT)
    (event,) = on_nothing(under).outcome()
    assert event.caps[-1].setting.parameter == "related_party.single.credit_to_capital_max"
    on_nothing(under).then_found(RELATED_TRANSACTION_IS_MAJOR)
    on_nothing(evolve(UNDER_GROUP, related=INSIDER)).then_refused(INSIDERS_SHARE_A_LIMIT)


def test_the_limits_of_related_parties_are_counted_net_of_cash():
    rich = evolve(ECONOMY, assets=yuan(90_000_000), disposable=yuan(90_000_000))
    small = evolve(
        MAXIMUM,
        related=INSIDER,
        economy=rich,
        limit=yuan(120_000),
        parent_id="related-parties",
        limit_above=RELATED_FACT,
        cash_cover=CashCover(amount=yuan(30_000), document=DIGEST),
    )
    assert granted(small).findings == ()  # 90,000 is below 1 % of ten million.
    too_much = CashCover(amount=yuan(120_001), document=DIGEST)
    on_nothing(evolve(small, cash_cover=too_much)).then_refused(CASH_COVER_IS_POSITIVE)


def test_all_related_parties_together_get_half_of_net_capital_under_one_number():
    assert granted(ALL_RELATED).kind is FacilityKind.RELATED_PARTIES
    on_nothing(evolve(ALL_RELATED, limit=yuan(5_000_001))).then_refused(WITHIN_CAPITAL)
    other = evolve(ALL_RELATED, facility_id="insiders")
    on_nothing(other).then_refused(RELATED_PARTIES_HAVE_ONE_LIMIT)
