"""An economic file is recorded: what it sums up to, what it lacks, and what changed."""

from datetime import date
from typing import Any

import attrs
import pytest
from attrs import evolve

from domain.dated import Dated
from domain.economic_file import ECONOMIC_FILE
from domain.economic_file.events import SectionsRecorded
from domain.economic_file.firm import Flow, FlowKind, Owner, OwnerRole, Registration
from domain.economic_file.household import Kinship
from domain.economic_file.rules import (
    FILE_IS_OF_A_CUSTOMER,
    FOUND_BY_TODAY,
    INVESTIGATORS_ARE_NAMED,
    NOTHING_IS_NEGATIVE,
    ONE_CURRENCY,
    ONE_HEAD,
    SECTION_IS_GIVEN,
)
from domain.economic_file.values import EvidenceKind, Figures, Sections, Watched
from domain.economic_file.wealth import Asset, AssetKind
from domain.facts.duty import ACTOR_HOLDS_THE_POST, ACTOR_IS_STAFF, CONNECTED_STAY_OUT
from domain.facts.economy import Economy, Opinion
from domain.facts.policy import PolicyBook
from domain.kinds import CustomerKind
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.economic_file.files import (
    FOUND,
    MEMBERS,
    RECORD,
    TAKE_OVER,
    TODAY,
    WHOLE,
    debt,
    planting,
    yuan,
)
from tests.domain.officers import LI, TELLER, WANG, officer
from tests.specs import When, given

LATER = date(2026, 3, 15)


def recording(*past: Any, **changes: Any) -> When:
    return given(ECONOMIC_FILE, *past).when(evolve(RECORD, **changes))


def recorded(*past: Any, **changes: Any) -> SectionsRecorded:
    (event,) = recording(*past, **changes).outcome()
    assert isinstance(event, SectionsRecorded)
    return event


FIRST = recorded()


def test_a_household_sums_up_as_its_form_says():
    assert FIRST.figures == Figures(
        household_size=3,
        labour=2,
        assets=yuan(182_000),
        debts=yuan(20_000),
        contingent_debts=yuan(50_000),
        shares=yuan(2_000),
        net_income=yuan(38_000),
        expected_income=yuan(44_000),
        spending=yuan(16_000),
        falls_due=yuan(11_000),
        disposable=yuan(11_000),
    )


def test_a_file_names_who_collected_it_and_who_investigated():
    assert (FIRST.collected_by, FIRST.investigators) == ("wang", ("wang", "li"))


def test_others_know_the_figures_and_whether_the_file_is_complete():
    assert ECONOMIC_FILE.fact("C1", ECONOMIC_FILE.initial) is None
    assert ECONOMIC_FILE.fact("C1", ECONOMIC_FILE.fold([FIRST])) == Economy(
        customer_id="C1",
        kind=CustomerKind.FARM_HOUSEHOLD,
        household_size=3,
        labour=2,
        assets=yuan(182_000),
        debts=yuan(20_000),
        shares=yuan(2_000),
        net_income=yuan(38_000),
        expected_income=yuan(44_000),
        spending=yuan(16_000),
        disposable=yuan(11_000),
        opinion=Opinion.GOOD,
        complete=True,
        missing_items=(),
        refreshed_on=FOUND,
    )


@pytest.mark.parametrize("section", ["members", "rights", "spending", "village_opinion"])
def test_a_household_s_file_without_a_section_says_what_is_missing(section):
    assert recorded(sections=evolve(WHOLE, **{section: None})).missing_items == (section,)


def test_a_photo_that_is_not_there_is_missing():
    shown = WHOLE.evidence or ()
    assert recorded(sections=evolve(WHOLE, evidence=shown[:2])).missing_items == ("project_photo",)


def test_there_is_no_debt_is_an_answer_but_nobody_lives_on_nothing():
    assert recorded(sections=evolve(WHOLE, debts=())).missing_items == ()
    event = recorded(sections=evolve(WHOLE, business_lines=(), debts=()))
    assert event.missing_items == ("business_lines",)
    assert (event.figures.net_income, event.figures.falls_due) == (yuan(0), yuan(0))


def test_what_is_not_on_file_is_not_nought():
    figures = recorded(sections=Sections(members=MEMBERS)).figures
    assert (figures.household_size, figures.labour) == (3, 2)
    rest = attrs.asdict(evolve(figures, household_size=None, labour=None))
    assert set(rest.values()) == {None}


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (CustomerKind.ENTERPRISE, ("tax_record", "main_contracts")),
        (CustomerKind.SOLE_TRADER, ("members", "signed_form", "accounts")),
    ],
)
def test_a_firm_has_a_list_of_its_own(kind, missing):
    sections = Sections(
        registration=Registration(
            business_scope="grain", capital=yuan(500_000), employees=12, owns_premises=True
        ),
        owners=(Owner(role=OwnerRole.LEGAL_REPRESENTATIVE, name="赵六", share=60),),
        assets=WHOLE.assets,
        debts=WHOLE.debts,
        business_lines=WHOLE.business_lines,
        flows=(Flow(kind=FlowKind.BANK_FLOW, year=2025, amount=yuan(60_000)),),
        evidence=(evolve((WHOLE.evidence or ())[0], kind=EvidenceKind.SITE_VISIT_RECORD),),
    )
    event = recorded(sections=sections, customer=Party("C1", Standing.ACTIVE, kind))
    assert event.missing_items == missing
    figures = event.figures
    assert (figures.household_size, figures.labour, figures.disposable) == (12, 12, yuan(27_000))


def test_a_section_replaces_the_one_before_and_leaves_the_others():
    event = recorded(FIRST, sections=Sections(debts=(debt(5_000, 5_000),)), since=LATER)
    assert event.figures == evolve(
        FIRST.figures,
        debts=yuan(5_000),
        contingent_debts=yuan(0),
        falls_due=yuan(5_000),
        disposable=yuan(17_000),
    )
    assert event.missing_items == ()


def test_what_is_learnt_late_of_an_earlier_day_does_not_replace_what_is_newer():
    event = recorded(FIRST, sections=Sections(debts=()), since=date(2026, 1, 5))
    assert event.figures == FIRST.figures
    assert event.refresh_due == FIRST.refresh_due


def test_the_same_sections_found_by_the_same_people_are_recorded_once():
    recording(FIRST).then_nothing()
    again = recorded(FIRST, investigators=("li",), people=(LI,))
    assert again.investigators == ("li",)
    recording(FIRST, again).then(FIRST)


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        (CustomerKind.FARM_HOUSEHOLD, date(2027, 3, 2)),
        (CustomerKind.ENTERPRISE, date(2026, 9, 2)),
        (CustomerKind.NATURAL_PERSON, date(2028, 3, 2)),
    ],
)
def test_a_file_is_due_for_refresh_by_its_kind(kind, due):
    event = recorded(customer=Party("C1", Standing.ACTIVE, kind))
    assert event.refresh_due == due


def test_a_bank_refreshes_as_often_as_it_decides():
    name = "bank.economic_file.refresh_months.farm_household"
    book = PolicyBook({name: Dated[str]().with_value(date(2026, 1, 1), "3", "board 2025-9")})
    event = recorded(book=book)
    assert event.refresh_due == date(2026, 6, 2)
    assert event.refresh_setting.source == "board 2025-9"


@pytest.mark.parametrize(
    ("sections", "figure", "became"),
    [
        (Sections(business_lines=(planting(52_400, 22_000),)), Watched.NET_INCOME, 30_400),
        (Sections(debts=(debt(26_000, 0), debt(50_000, 0, contingent=True))), "debts", 26_000),
        (Sections(assets=(Asset(kind=AssetKind.HOUSE, value=yuan(100)),)), "assets", 100),
    ],
)
def test_a_change_for_the_worse_beyond_its_threshold_is_an_alert(sections, figure, became):
    event = recorded(FIRST, sections=sections, since=LATER)
    (alert,) = event.alerts
    was = getattr(FIRST.figures, figure)
    assert (alert.figure, alert.formerly, alert.became) == (figure, was, yuan(became))
    assert alert.setting.parameter.startswith("bank.monitoring.")


@pytest.mark.parametrize(
    "sections",
    [
        Sections(business_lines=(planting(52_500, 22_000),)),
        Sections(business_lines=(planting(90_000, 22_000),)),
        Sections(debts=(debt(25_999, 0), debt(50_000, 0, contingent=True))),
    ],
)
def test_a_change_for_the_better_or_below_its_threshold_is_none(sections):
    assert recorded(FIRST, sections=sections, since=LATER).alerts == ()


def test_a_debt_where_there_was_none_is_an_alert():
    before = recorded(sections=evolve(WHOLE, debts=()))
    event = recorded(before, sections=Sections(debts=(debt(1, 1),)), since=LATER)
    assert [alert.figure for alert in event.alerts] == [Watched.DEBTS]


@pytest.mark.parametrize("standing", [Standing.MERGED, Standing.ERASED])
def test_a_file_is_kept_of_a_customer_with_whom_business_is_done(standing):
    gone = Party("C1", standing, CustomerKind.FARM_HOUSEHOLD)
    recording(customer=gone).then_refused(FILE_IS_OF_A_CUSTOMER)
    recording(customer=None).then_refused(FILE_IS_OF_A_CUSTOMER)


def test_something_must_be_said():
    recording(sections=Sections()).then_refused(SECTION_IS_GIVEN)


def test_nothing_is_found_tomorrow():
    recording(since=date(2026, 3, 21)).then_refused(FOUND_BY_TODAY, today=TODAY)


def test_who_investigated_is_named_and_may_investigate():
    recording(investigators=(), people=()).then_refused(INVESTIGATORS_ARE_NAMED)
    recording(people=(WANG,)).then_refused(INVESTIGATORS_ARE_NAMED, not_staff="li")
    stranger = recording(investigators=("teller",), people=(TELLER,))
    stranger.then_refused(INVESTIGATORS_ARE_NAMED, not_staff="teller")


def test_nobody_records_or_investigates_those_they_are_connected_with():
    cousin = officer("wang", connected="C1")
    recording(staff=cousin).then_refused(CONNECTED_STAY_OUT)
    recording(people=(cousin, LI)).then_refused(CONNECTED_STAY_OUT)


def test_only_those_whose_post_it_is_collect():
    recording(staff=None).then_refused(ACTOR_IS_STAFF)
    recording(staff=TELLER).then_refused(ACTOR_HOLDS_THE_POST)


def test_amounts_of_two_currencies_do_not_add_up():
    dollars = (Asset(kind=AssetKind.DEPOSIT, value=Money(100, "USD")),)
    recording(sections=evolve(WHOLE, assets=dollars)).then_refused(ONE_CURRENCY)
    recording(FIRST, sections=Sections(assets=dollars), since=LATER).then_refused(ONE_CURRENCY)


def test_nobody_owns_less_than_nothing():
    below = (Asset(kind=AssetKind.DEPOSIT, value=yuan(-1)),)
    recording(sections=evolve(WHOLE, assets=below)).then_refused(NOTHING_IS_NEGATIVE)


def test_a_household_has_one_head():
    two = (MEMBERS[0], evolve(MEMBERS[1], kinship=Kinship.HEAD))
    recording(sections=Sections(members=two)).then_refused(ONE_HEAD, heads=2)


def taking_over(*past: Any, **changes: Any) -> When:
    return given(ECONOMIC_FILE, *past).when(evolve(TAKE_OVER, **changes))


def test_a_file_of_another_system_is_taken_over_as_it_stood():
    (event,) = taking_over().outcome()
    assert event == evolve(
        FIRST, collected_by=None, investigators=(), origin=TAKE_OVER.origin, alerts=()
    )
    taking_over(event).then_nothing()


def test_what_cannot_be_in_a_file_taken_over_is_a_finding():
    below = evolve(WHOLE, assets=(Asset(kind=AssetKind.DEPOSIT, value=yuan(-1)),), members=())
    taking_over(sections=below).then_found(NOTHING_IS_NEGATIVE)
    headless = Sections(members=MEMBERS[1:])
    taking_over(sections=headless).then_found(ONE_HEAD)
