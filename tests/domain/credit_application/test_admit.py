"""Admission: business and means, what it rests on, and judging again."""

from datetime import date

import pytest
from attrs import evolve

from domain.credit_application import CREDIT_APPLICATION
from domain.credit_application.admission.judge import changes, judge
from domain.credit_application.admission.rules import (
    BUSINESS_IS_LAWFUL,
    EARLIER_DEBTS_ARE_SETTLED,
    INCOME_IS_STEADY,
    LICENCES_ARE_VALID,
    RECORD_IS_GOOD,
    SECURITY_IS_GIVEN,
    STANDARDS_ALLOW_IT,
    TERMS_FIT_THE_PRODUCT,
)
from domain.credit_application.admission.verdicts import Outcome
from domain.credit_application.values import EarlierDebt
from domain.dated import Dated
from domain.facts.economy import Economy
from domain.facts.policy import SHIPPED, PolicyBook
from domain.facts.standards import Stance, Standard
from domain.facts.terms import SecurityWay
from domain.kinds import CustomerKind, DocumentKind
from domain.money import Money
from domain.rate import Rate
from domain.terms import Terms
from tests.domain.credit_application.files import (
    ADMIT,
    ALL_PAPERS,
    ASKED,
    OFFERED,
    STATED,
    SUBMITTED,
    TODAY,
    paper,
)
from tests.domain.credit_application.judging import (
    ASKED_BUREAU,
    DEALINGS,
    GOOD,
    REPORT,
    admitting,
    asking,
    judged,
    stating,
)
from tests.specs import given


def test_what_meets_every_criterion_is_admitted_and_each_says_why():
    event = judged(GOOD)
    assert event.outcome is Outcome.ADMITTED
    assert event.findings == ()
    assert [verdict.rule for verdict in event.verdicts] == [
        f"ADMT-{number}"
        for number in ("001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011")
    ]
    assert all(verdict.says and verdict.source for verdict in event.verdicts)


def test_it_stores_inputs_settings_standards_and_what_was_seen():
    event = judged(GOOD)
    assert event.inputs.stated == STATED
    assert event.inputs.offered == OFFERED
    assert event.inputs.found.reported_on == date(2026, 2, 20)
    assert "bank.unsecured.farm_household.amount_max" in {s.parameter for s in event.settings}
    assert [one.standard_id for one in event.standards] == ["farming"]
    assert event.seen == ADMIT.seen


def test_judged_again_by_its_own_policy_it_comes_to_the_same():
    event = judged(GOOD)
    again = judge(event.inputs, SHIPPED)
    assert (again.outcome, again.verdicts) == (event.outcome, event.verdicts)
    given(CREDIT_APPLICATION, SUBMITTED, event).when(GOOD).then_nothing()


def test_judged_again_by_another_policy_it_says_what_differs():
    event = judged(GOOD)
    strict = PolicyBook(
        {"bank.unsecured.farm_household.amount_max": Dated[str]().with_value(TODAY, "30000", "B")}
    )
    again = judge(event.inputs, strict)
    (change,) = changes(event.verdicts, again.verdicts)
    assert (again.outcome, change.rule) == (Outcome.PROHIBITED, SECURITY_IS_GIVEN.code)
    assert "up to 30000.00" in change.again.says


def test_what_is_unlawful_stops():
    admitting(stating(lawful=False)).then_found(BUSINESS_IS_LAWFUL)
    assert judged(stating(lawful=False)).outcome is Outcome.PROHIBITED


@pytest.mark.parametrize(
    ("stance", "outcome"),
    [
        (Stance.DO_NOT_LEND, Outcome.PROHIBITED),
        (Stance.CAUTION, Outcome.CAUTIONED),
        (Stance.PREFERRED, Outcome.ADMITTED),
    ],
)
def test_industrial_policy_stops_it_or_asks_for_care(stance, outcome):
    rice = Standard(stance=stance, says="Rice in the reserve.", industries=("A01",))
    book = PolicyBook(
        standards={"reserve": Dated[Standard | None]().with_value(TODAY, rice, "State 2026-1")}
    )
    event = judged(evolve(GOOD, policy=book))
    assert event.outcome is outcome
    verdict = event.verdicts[1]
    assert "Rice in the reserve." in verdict.says


def test_a_standard_that_the_officer_finds_against_it_stops_it():
    found = stating(standards_against=("gambling_or_usury",))
    admitting(found).then_found(STANDARDS_ALLOW_IT)
    assert judged(found).outcome is Outcome.PROHIBITED


@pytest.mark.parametrize(
    "asked",
    [
        {"amount": Money.parse("999")},
        {"months": 48},
        {"rate_yearly": Rate.parse("2.5%")},
    ],
)
def test_what_lies_outside_the_product_stops(asked):
    event = judged(GOOD, asking(**asked))
    assert event.outcome is Outcome.PROHIBITED
    assert TERMS_FIT_THE_PRODUCT.code in {verdict.rule for verdict in event.findings}


def test_a_product_for_some_security_and_purposes_fits_only_those():
    terms = evolve(
        OFFERED,
        securities=(SecurityWay.MORTGAGE,),
        loan_purposes=(ASKED.loan_purpose,),
    )
    product = Dated[Terms | None]().with_value(date(2025, 1, 1), terms)
    admitting(evolve(GOOD, product=product)).then_found(TERMS_FIT_THE_PRODUCT)
    gone = Dated[Terms | None]().with_value(date(2025, 1, 1), None)
    event = judged(evolve(GOOD, product=gone))
    assert event.outcome is Outcome.PROHIBITED


def test_income_is_steady_and_leaves_something():
    admitting(stating(income_months=6)).then_found(INCOME_IS_STEADY)
    assert judged(stating(income_months=6)).outcome is Outcome.CAUTIONED
    assert judged(stating(income_yearly=None)).outcome is Outcome.CAUTIONED
    spent = stating(spending_yearly=Money.parse("55000"))
    admitting(spent).then_found(INCOME_IS_STEADY)
    assert judged(spent).outcome is Outcome.PROHIBITED


def test_the_economic_file_comes_before_what_is_stated():
    economy = Economy(
        customer_id="C1",
        kind=CustomerKind.FARM_HOUSEHOLD,
        household_size=4,
        labour=2,
        assets=None,
        debts=None,
        shares=None,
        net_income=Money.parse("30000"),
        expected_income=None,
        spending=None,
        disposable=Money.parse("-1"),
        opinion=None,
        complete=False,
        missing_items=("land",),
        refreshed_on=date(2026, 1, 1),
    )
    event = judged(evolve(GOOD, economy=economy))
    assert event.outcome is Outcome.PROHIBITED
    assert "economic file" in event.findings[0].says


def test_what_is_overdue_at_the_bureau_stops_and_old_reports_ask_for_care():
    late = evolve(ASKED_BUREAU, report=evolve(REPORT, overdue_amount=Money.parse("10")))
    admitting(evolve(GOOD, inquiries=late)).then_found(RECORD_IS_GOOD, EARLIER_DEBTS_ARE_SETTLED)
    old = evolve(ASKED_BUREAU, report=evolve(REPORT, reported_on=date(2026, 1, 30)))
    assert judged(evolve(GOOD, inquiries=old)).outcome is Outcome.CAUTIONED
    assert judged(ADMIT).outcome is Outcome.CAUTIONED
    unknown = evolve(ADMIT, stated=evolve(STATED, overdue_now=None))
    admitting(unknown).then_found(RECORD_IS_GOOD)
    black = evolve(GOOD, dealings=evolve(DEALINGS, blacklisted=True))
    assert judged(black).outcome is Outcome.PROHIBITED


def test_earlier_debts_are_settled_or_covered_by_a_plan_in_the_archive():
    owed = EarlierDebt(owed=Money.parse("3000"), plan_document="D7")
    admitting(stating(earlier_debts=(owed,))).then_found(EARLIER_DEBTS_ARE_SETTLED)
    assert judged(stating(earlier_debts=(owed,))).outcome is Outcome.PROHIBITED
    plan = paper(DocumentKind.OTHER, number="D7")
    covered = evolve(stating(earlier_debts=(owed,)), papers=((*ALL_PAPERS[0], plan), ALL_PAPERS[1]))
    assert judged(covered).outcome is Outcome.CAUTIONED
    settled = evolve(owed, settled_on=date(2025, 12, 1))
    assert judged(stating(earlier_debts=(settled,))).outcome is Outcome.ADMITTED


TRADER = evolve(
    SUBMITTED,
    customer_kind=CustomerKind.SOLE_TRADER,
    industry="H6210",
    terms=evolve(ASKED, amount=Money.parse("20000")),
)
LICENCE = paper(DocumentKind.BUSINESS_LICENCE, date(2027, 1, 1))
CHECK = paper(DocumentKind.LICENCE_ANNUAL_CHECK)
PERMIT = paper(DocumentKind.SPECIAL_PERMIT, date(2028, 1, 1))


@pytest.mark.parametrize(
    ("papers", "outcome", "says"),
    [
        ((LICENCE, CHECK, PERMIT), Outcome.ADMITTED, "valid"),
        ((LICENCE, CHECK), Outcome.PROHIBITED, "special_permit missing"),
        ((CHECK, PERMIT), Outcome.PROHIBITED, "business_licence missing"),
        ((LICENCE, PERMIT), Outcome.CAUTIONED, "no annual check on file"),
        (
            (evolve(LICENCE, valid_until=date(2026, 3, 20)), CHECK, PERMIT),
            Outcome.CAUTIONED,
            "business_licence until 2026-03-20",
        ),
        (
            (LICENCE, CHECK, evolve(PERMIT, valid_until=date(2026, 3, 1))),
            Outcome.PROHIBITED,
            "special_permit expired",
        ),
        (
            (LICENCE, evolve(CHECK, dated=date(2024, 8, 1)), PERMIT),
            Outcome.CAUTIONED,
            "last annual check of 2024-08-01",
        ),
    ],
)
def test_who_trades_shows_licence_annual_check_and_permits(papers, outcome, says):
    files = ((*ALL_PAPERS[0], *papers), ALL_PAPERS[1])
    event = judged(evolve(GOOD, papers=files), TRADER)
    (verdict,) = [one for one in event.verdicts if one.rule == LICENCES_ARE_VALID.code]
    assert (verdict.outcome, says in verdict.says) == (outcome, True), verdict.says


def test_without_a_licence_nothing_goes_on():
    admitting(GOOD, TRADER).then_found(LICENCES_ARE_VALID)
