"""Admission: security, guarantors, connected persons, papers, and what may be waived."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from domain.credit_application import CREDIT_APPLICATION
from domain.credit_application.admission.rules import (
    BUSINESS_IS_LAWFUL,
    FILE_IS_COMPLETE,
    GUARANTORS_ARE_FIT,
    INSIDERS_GET_NO_BETTER,
    SECURITY_IS_GIVEN,
)
from domain.credit_application.admission.verdicts import Outcome
from domain.credit_application.commands import AdmitCreditApplication
from domain.credit_application.rules import (
    APPLICANT_IS_ACTIVE,
    APPLICATION_IS_KNOWN,
    ONLY_WAIVABLE_IS_WAIVED,
    STATED_IN_ONE_CURRENCY,
    STEP_FOLLOWS_ITS_STAGE,
    WAIVED_IS_BROKEN,
)
from domain.credit_application.values import ProposedGuarantor
from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.guarantor import Assessment
from domain.facts.related import Related, RelatedCustomer, Tie
from domain.facts.seen import FILE_IS_AS_READ
from domain.facts.terms import SecurityWay
from domain.kinds import CustomerKind, RepaymentMethod
from domain.money import Money
from domain.party import Party, Standing
from domain.rate import Rate
from tests.domain.credit_application.files import (
    ADMIT,
    ALL_PAPERS,
    DIGEST,
    HEAD,
    SUBMITTED,
    WITHDRAW,
)
from tests.domain.credit_application.judging import (
    BY_COMMITTEE,
    DEALINGS,
    GOOD,
    admitting,
    asking,
    judged,
    stating,
)
from tests.specs import given


def test_more_than_is_lent_unsecured_asks_for_security():
    much = asking(amount=Money.parse("100001"))
    admitting(GOOD, much).then_found(SECURITY_IS_GIVEN)
    assert "security is required" in judged(GOOD, much).findings[0].says
    assert judged(GOOD, asking(amount=Money.parse("100000"))).outcome is Outcome.ADMITTED
    mortgaged = asking(amount=Money.parse("200000"), security=(SecurityWay.MORTGAGE,))
    assert judged(GOOD, mortgaged).outcome is Outcome.ADMITTED


def test_all_who_signed_a_bill_answer_for_it_so_that_it_asks_for_no_other_security():
    bills = asking(amount=Money.parse("200000"), method=RepaymentMethod.DISCOUNT)
    (security,) = (v for v in judged(GOOD, bills).verdicts if v.rule == SECURITY_IS_GIVEN.code)
    assert security.outcome is Outcome.ADMITTED


GUARANTEED = asking(security=(SecurityWay.GUARANTEE,))
FRIEND = ProposedGuarantor(guarantor_id="C2", own_assets=Money.parse("80000"))
C2 = Party("C2", Standing.ACTIVE, CustomerKind.NATURAL_PERSON)


def with_guarantor(one: ProposedGuarantor, **more: Any) -> AdmitCreditApplication:
    """Return the command with one guarantor proposed."""
    return evolve(stating(guarantors=(one,)), guarantors=(C2,), **more)


def test_a_guarantor_of_standing_and_means_is_fit():
    assert judged(with_guarantor(FRIEND), GUARANTEED).outcome is Outcome.ADMITTED
    assert judged(GOOD, GUARANTEED).outcome is Outcome.CAUTIONED


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (with_guarantor(evolve(FRIEND, own_assets=Money.parse("49999"))), "needed 50000.00"),
        (with_guarantor(evolve(FRIEND, public_body=True)), "public body"),
        (with_guarantor(evolve(FRIEND, guarantor_id="C3")), "not on our register"),
        (with_guarantor(evolve(FRIEND, guarantor_id="C1")), "is the borrower"),
        (with_guarantor(evolve(FRIEND, own_assets=Money(9_000_000, "USD"))), "another currency"),
        (
            with_guarantor(
                FRIEND,
                guarantor_dealings=(evolve(DEALINGS, customer_id="C2", blacklisted=True),),
            ),
            "black list",
        ),
    ],
)
def test_a_guarantor_who_is_not_fit_stops_it(command, says):
    admitting(command, GUARANTEED).then_found(GUARANTORS_ARE_FIT)
    event = judged(command, GUARANTEED)
    assert (event.outcome, says in event.findings[0].says) == (Outcome.PROHIBITED, True)


ASSESSED = Assessment(
    guarantor_id="C2",
    capacity=Money.parse("80000"),
    guaranteed=Money.parse("30000"),
    guarantees=2,
    valid_until=date(2026, 12, 31),
    suspended=False,
)


def with_assessed(**changes: Any) -> AdmitCreditApplication:
    """Return the command with a guarantor who was assessed."""
    return with_guarantor(FRIEND, assessments=(evolve(ASSESSED, **changes),))


@pytest.mark.row("AP-09", shown_by="credit_application.admit")
def test_what_is_left_of_an_assessment_counts_and_not_what_is_stated():
    event = judged(with_assessed(), GUARANTEED)
    assert event.outcome is Outcome.ADMITTED
    (verdict,) = (one for one in event.verdicts if one.rule == GUARANTORS_ARE_FIT.code)
    assert verdict.says == (
        "own 50000.00 CNY, needed 50000.00 CNY; C2 was assessed: 50000.00 CNY left of"
        " 80000.00 CNY, guarantees given: 2 for 30000.00 CNY"
    )
    more_given = with_assessed(guaranteed=Money.parse("30000.01"), guarantees=3)
    admitting(more_given, GUARANTEED).then_found(GUARANTORS_ARE_FIT)
    stopped = judged(more_given, GUARANTEED)
    assert stopped.outcome is Outcome.PROHIBITED
    assert "guarantees given: 3 for 30000.01 CNY" in stopped.findings[0].says


def test_a_guarantor_who_is_named_twice_counts_once():
    less = with_assessed(capacity=Money.parse("70000"))  # 40,000.00 are left, 50,000.00 needed.
    twice = evolve(less, stated=evolve(less.stated, guarantors=(FRIEND, FRIEND)))
    assert judged(twice, GUARANTEED).outcome is Outcome.PROHIBITED


@pytest.mark.row("AP-09", shown_by="credit_application.admit")
def test_who_is_suspended_or_assessed_in_another_currency_stops_it():
    for changes, says in (
        ({"suspended": True}, "C2 is suspended as a guarantor"),
        (
            {"capacity": Money(10**9, "USD"), "guaranteed": Money(0, "USD")},
            "C2 was assessed in another currency",
        ),
    ):
        event = judged(with_assessed(**changes), GUARANTEED)
        assert (event.outcome, event.findings[0].says) == (Outcome.PROHIBITED, says)


def test_an_assessment_that_ended_counts_no_more_and_asks_for_care():
    ended = with_assessed(valid_until=GOOD.today - timedelta(1), capacity=Money.parse("1"))
    event = judged(ended, GUARANTEED)
    assert event.outcome is Outcome.CAUTIONED
    assert event.findings[0].says.endswith(": assess again")
    assert judged(with_assessed(valid_until=GOOD.today), GUARANTEED).outcome is Outcome.ADMITTED


def test_who_guarantee_one_another_ask_for_care():
    ring = Related(found=(), guarantee_ring=("C1", "C2"), known_by=9)
    event = judged(with_guarantor(FRIEND, related=ring), GUARANTEED)
    assert (event.outcome, event.findings[0].rule) == (Outcome.CAUTIONED, GUARANTORS_ARE_FIT.code)


INSIDER = Related(found=(RelatedCustomer("C9", Tie.INSIDER),), guarantee_ring=(), known_by=9)


def test_nobody_connected_with_us_is_lent_to_unsecured_or_on_better_terms():
    found = evolve(GOOD, related=INSIDER)
    admitting(found).then_found(INSIDERS_GET_NO_BETTER)
    assert judged(found).outcome is Outcome.PROHIBITED
    declared = evolve(SUBMITTED, declared_insider=True)
    assert judged(GOOD, declared).outcome is Outcome.PROHIBITED
    secured = asking(security=(SecurityWay.MORTGAGE,))
    event = judged(found, secured)
    assert (event.outcome, event.findings[0].rule) == (
        Outcome.CAUTIONED,
        INSIDERS_GET_NO_BETTER.code,
    )
    cheap = asking(security=(SecurityWay.MORTGAGE,), rate_yearly=Rate.parse("2.9%"))
    assert "better than others get" in judged(found, cheap).findings[-1].says
    state = CREDIT_APPLICATION.fold([secured, event])
    application = CREDIT_APPLICATION.fact("A1", state)
    assert application.insider
    assert application.goes_on


def test_papers_that_lack_are_said_and_the_application_goes_on_with_care():
    short = evolve(GOOD, papers=(ALL_PAPERS[0], ()))
    admitting(short).then_found(FILE_IS_COMPLETE)
    event = judged(short)
    assert (event.outcome, event.findings[0].says) == (
        Outcome.CAUTIONED,
        "identity_document missing",
    )


MUCH = asking(amount=Money.parse("120000"))
WAIVED = evolve(GOOD, waivers=(BY_COMMITTEE,), actor="sun", staff=HEAD)


def test_a_criterion_that_may_be_waived_is_waived_by_authority_and_recorded():
    event = judged(WAIVED, MUCH)
    assert (event.outcome, event.waivers) == (Outcome.CAUTIONED, (BY_COMMITTEE,))
    (verdict,) = event.findings
    assert (verdict.rule, verdict.waived) == (SECURITY_IS_GIVEN.code, True)
    given(CREDIT_APPLICATION, MUCH, event).when(WAIVED).then_nothing()


def test_a_waiver_is_entered_by_a_head():
    low = evolve(WAIVED, staff=GOOD.staff)
    admitting(low, MUCH).then_refused(ACTOR_HOLDS_THE_POST)


def test_law_is_not_waived_nor_anything_of_insiders():
    lawful = evolve(WAIVED, waivers=(evolve(BY_COMMITTEE, rule=BUSINESS_IS_LAWFUL.code),))
    admitting(lawful, MUCH).then_refused(ONLY_WAIVABLE_IS_WAIVED)
    insider = evolve(WAIVED, related=INSIDER)
    admitting(insider, MUCH).then_refused(ONLY_WAIVABLE_IS_WAIVED)


def test_what_is_met_is_not_waived():
    admitting(WAIVED).then_refused(WAIVED_IS_BROKEN)


def test_what_is_prohibited_stops_and_what_is_judged_otherwise_is_judged_again():
    stopped = judged(stating(lawful=False))
    given(CREDIT_APPLICATION, SUBMITTED, stopped).when(GOOD).then_refused(STEP_FOLLOWS_ITS_STAGE)
    given(CREDIT_APPLICATION, SUBMITTED, stopped).when(WITHDRAW).then_refused(
        STEP_FOLLOWS_ITS_STAGE
    )
    with_care = judged(ADMIT)
    assert given(CREDIT_APPLICATION, SUBMITTED, with_care).when(GOOD).outcome()


def test_it_is_judged_on_the_file_as_it_was_read():
    assert judged(evolve(GOOD, read=DIGEST))
    other = evolve(GOOD, read=f"sha256:{'ff' * 32}")
    admitting(other).then_refused(FILE_IS_AS_READ)


def test_who_is_judged_applied_and_is_still_a_customer():
    given(CREDIT_APPLICATION).when(GOOD).then_refused(APPLICATION_IS_KNOWN)
    admitting(evolve(GOOD, customer=None)).then_refused(APPLICANT_IS_ACTIVE)


def test_what_is_stated_is_in_the_currency_applied_for():
    dollars = stating(income_yearly=Money(6_000_000, "USD"))
    admitting(dollars).then_refused(STATED_IN_ONE_CURRENCY)
