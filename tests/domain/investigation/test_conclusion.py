"""Concluding: nothing is missing, the report says why, and everyone signs as themselves."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.facts.policy import PolicyBook
from domain.facts.seen import FILE_IS_AS_READ
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.facts.waiver import Waiver
from domain.investigation.events import InvestigationConcluded
from domain.investigation.rules import (
    CREDIT_RECORD_IS_KNOWN,
    DEBTS_ARE_ALL_FOUND,
    INVESTIGATION_IS_OPEN,
    LENDING_NAMES_TERMS,
    LENDS_WHAT_CAN_BE_REPAID,
    NO_DOUBT_IS_LEFT,
    NO_PART_IS_MISSING,
    REFUTED_IS_NOT_LENT,
    REPAYMENT_IS_COVERED,
    SECURITY_COVERS,
    SECURITY_IS_AS_ASSESSED,
)
from domain.investigation.values import CheckItem, Factor, Verdict, VisitWay
from domain.kinds import CustomerKind
from tests.domain.financial_statement.statements import yuan
from tests.domain.investigation.files import (
    APPLICATION,
    CASH_FLOW,
    CHECKS,
    COLLATERAL,
    CONCLUDE,
    DEBTS,
    FACTORS,
    FORM,
    FOUND,
    INTERVIEW,
    OPEN,
    REPAYMENT,
    RISK,
    SECURED,
    SECURITY,
    SEEN,
    TERMS,
    TODAY,
    VISIT,
    acting,
    after,
    without,
)
from tests.domain.rating.files import INQUIRIES

WORTH_LESS = evolve(COLLATERAL, counts=yuan(39_999))
RELEASED = evolve(COLLATERAL, released_on=TODAY)
DECLINE = evolve(CONCLUDE, lend=False, proposed=None, says="the purpose is not genuine")


def concluded(*commands: Any, **changes: Any) -> InvestigationConcluded:
    (event,) = after(*(commands or FOUND)).when(evolve(CONCLUDE, **changes)).outcome()
    assert isinstance(event, InvestigationConcluded)
    return event


def test_what_is_recommended_is_recorded_with_all_that_it_is_based_on():
    event = concluded()
    assert (event.lend, event.proposed, event.findings) == (True, TERMS, ())
    assert (event.decided_by, event.decided_on, event.seen) == ("wang", TODAY, SEEN)
    assert event.grounds.inquiries == INQUIRIES
    assert [one.parameter for one in event.settings] == [
        "dual_investigators.min",
        "interview.personal.required",
        "bank.investigation.credit_report.days_max",
    ]


def test_the_same_conclusion_again_is_nothing_new_and_another_needs_it_opened_again():
    after(*FOUND, CONCLUDE).when(CONCLUDE).then_nothing()
    after(*FOUND, CONCLUDE).when(DECLINE).then_refused(INVESTIGATION_IS_OPEN)


@pytest.mark.parametrize(
    "left_out,missing",
    [
        (VISIT, "field_visit"),
        (CHECKS[2], "purpose_genuine"),
        (INTERVIEW, "interview"),
        (FORM, "form"),
        (REPAYMENT, "repayment"),
        (RISK, "risk"),
    ],
)
def test_lending_is_not_recommended_while_a_part_is_missing(left_out, missing):
    past = after(*without(left_out))
    past.when(CONCLUDE).then_refused(NO_PART_IS_MISSING, missing=missing)


def test_each_factor_that_counts_has_a_mark():
    some = evolve(FACTORS, assessed=FACTORS.assessed[1:])
    past = after(*without(FACTORS), some)
    past.when(CONCLUDE).then_refused(NO_PART_IS_MISSING, missing="character")


def test_two_were_in_the_field_together():
    alone = evolve(VISIT, visitors=("wang",))
    desk = evolve(VISIT, way=VisitWay.DESK_CHECK)
    for visit in (alone, desk):
        past = after(*without(VISIT), visit)
        past.when(CONCLUDE).then_refused(NO_PART_IS_MISSING, missing="field_visit")


def test_a_desk_check_is_enough_where_the_investigation_is_simplified():
    name = "bank.investigation.simplified.amount_max"
    book = PolicyBook({name: Dated[str]().with_value(TODAY, "50000", "Board 2026-2")})
    opened = evolve(OPEN, simplified=True, book=book)
    desk = evolve(VISIT, way=VisitWay.DESK_CHECK, division=None)
    assert concluded(opened, desk, *without(OPEN, VISIT)).lend


def test_a_business_needs_its_licence_its_market_and_its_statements():
    firm = evolve(APPLICATION, customer_kind=CustomerKind.SOLE_TRADER)
    plain = evolve(FACTORS, assessed=FACTORS.assessed[:8])
    commands = [evolve(one, application=firm) for one in (*without(FACTORS), plain)]
    missing = (
        "licence_valid, industry_outlook, main_product, technology, market_share,"
        " market_outlook, financial_statement"
    )
    past = after(*commands)
    past.when(evolve(CONCLUDE, application=firm)).then_refused(NO_PART_IS_MISSING, missing=missing)


def test_a_trade_is_proven_where_trade_is_paid_for_and_an_enterprise_is_not_interviewed():
    terms = evolve(TERMS, loan_purpose=LoanPurpose.WORKING_CAPITAL)
    firm = evolve(APPLICATION, customer_kind=CustomerKind.ENTERPRISE, terms=terms)
    commands = [evolve(one, application=firm) for one in without(INTERVIEW)]
    past = after(*commands)
    past.when(evolve(CONCLUDE, application=firm, proposed=terms)).then_refused(
        NO_PART_IS_MISSING, missing="licence_valid, trade_genuine, financial_statement"
    )


def test_no_interview_is_asked_for_where_the_policy_does_not():
    name = "interview.personal.required"
    book = PolicyBook({name: Dated[str]().with_value(TODAY, "false", "Board 2026-2")})
    assert concluded(*without(INTERVIEW), book=book).lend


def test_a_household_has_an_economic_file():
    after(*FOUND).when(evolve(CONCLUDE, economy=None)).then_refused(
        NO_PART_IS_MISSING, missing="economic_file"
    )


def test_security_that_is_proposed_was_looked_into():
    secured = evolve(TERMS, security=(SecurityWay.MORTGAGE,))
    proposing = evolve(CONCLUDE, proposed=secured)
    after(*FOUND).when(proposing).then_refused(NO_PART_IS_MISSING, missing="security")
    after(*SECURED).when(proposing).then_found(SECURITY_COVERS)


def test_lending_is_not_recommended_without_a_recent_report_under_live_consent():
    assert INQUIRIES.report is not None
    for inquiries in (
        None,
        evolve(INQUIRIES, report=None),
        evolve(INQUIRIES, consent_until=None),
        evolve(INQUIRIES, consent_until=date(2026, 3, 1)),
        evolve(INQUIRIES, report=evolve(INQUIRIES.report, reported_on=date(2025, 12, 1))),
    ):
        past = after(*FOUND)
        past.when(evolve(CONCLUDE, inquiries=inquiries)).then_refused(CREDIT_RECORD_IS_KNOWN)


def test_it_can_be_declined_as_soon_as_something_was_looked_into():
    after(OPEN).when(DECLINE).then_refused(NO_PART_IS_MISSING)
    refuted = evolve(CHECKS[2], result=Verdict.REFUTED)
    event = concluded(OPEN, refuted, lend=False, proposed=None, inquiries=None)
    assert (event.lend, event.proposed) == (False, None)


def test_what_a_check_refuted_is_not_lent_on():
    refuted = evolve(CHECKS[2], result=Verdict.REFUTED)
    after(*FOUND, refuted).when(CONCLUDE).then_refused(
        REFUTED_IS_NOT_LENT, refuted="purpose_genuine"
    )


def test_terms_are_proposed_where_lending_is_and_only_there():
    after(*FOUND).when(evolve(CONCLUDE, proposed=None)).then_refused(LENDING_NAMES_TERMS)
    after(*FOUND).when(evolve(CONCLUDE, lend=False)).then_refused(LENDING_NAMES_TERMS)


def test_no_more_is_recommended_than_can_be_repaid_unless_authority_says_so():
    dear = evolve(CONCLUDE, proposed=evolve(TERMS, amount=yuan(60_000)))
    after(*FOUND).when(dear).then_refused(LENDS_WHAT_CAN_BE_REPAID, monthly=yuan(4_900))
    waiver = Waiver(
        rule=LENDS_WHAT_CAN_BE_REPAID.code,
        authority="credit head",
        reason="deposit of 30,000 pledged",
        document=SEEN.digest,
    )
    event = concluded(proposed=dear.proposed, waiver=waiver)
    assert event.waiver == waiver
    other = evolve(waiver, rule="INVE-020")
    after(*FOUND).when(evolve(dear, waiver=other)).then_refused(LENDS_WHAT_CAN_BE_REPAID)
    assert "超出测算额度由 credit head 批准：deposit of 30,000 pledged" in event.text


def test_warnings_are_found_and_do_not_stop_the_conclusion():
    hidden = evolve(DEBTS, debts=DEBTS.debts[1:])
    doubt = evolve(CHECKS[0], result=Verdict.DOUBTFUL)
    late = evolve(REPAYMENT, sources=())
    past = after(*FOUND, hidden, CASH_FLOW, RISK, doubt, late)
    past.when(CONCLUDE).then_found(DEBTS_ARE_ALL_FOUND, NO_DOUBT_IS_LEFT, REPAYMENT_IS_COVERED)


def test_it_is_concluded_on_the_file_as_it_was_read():
    assert concluded(read=SEEN.digest).grounds.read == SEEN.digest
    other = evolve(CONCLUDE, read="sha256:" + "0" * 64)
    after(*FOUND).when(other).then_refused(FILE_IS_AS_READ)


def test_the_items_and_factors_are_those_of_the_manual():
    assert {*CheckItem} > {one.item for one in CHECKS}
    assert len(Factor) == 13


def test_another_investigator_concludes_as_well():
    assert concluded(*FOUND, actor="zhao", staff=acting(OPEN, "zhao").staff).decided_by == "zhao"


def test_what_was_reckoned_from_what_changed_is_reckoned_anew():
    more = evolve(DEBTS, debts=(*DEBTS.debts, evolve(DEBTS.debts[0], each_year=yuan(50_000))))
    past = after(*FOUND, more)
    past.when(CONCLUDE).then_refused(NO_PART_IS_MISSING, missing="cash_flow, risk")
    after(*FOUND, more, CASH_FLOW, RISK).when(CONCLUDE).then_refused(LENDS_WHAT_CAN_BE_REPAID)
    after(*FOUND, SECURITY).when(CONCLUDE).then_refused(NO_PART_IS_MISSING, missing="risk")


def test_sources_are_held_against_what_is_proposed():
    longer = evolve(TERMS, amount=yuan(60_000), months=24)
    past = after(*FOUND)
    past.when(evolve(CONCLUDE, proposed=longer)).then_found(REPAYMENT_IS_COVERED)


def test_security_that_was_valued_anew_or_released_is_assessed_anew():
    lending = evolve(CONCLUDE, securities=(COLLATERAL,))
    assert after(*SECURED).when(lending).outcome()
    for changed in (WORTH_LESS, RELEASED):
        after(*SECURED).when(evolve(CONCLUDE, securities=(changed,))).then_refused(
            SECURITY_IS_AS_ASSESSED, changed="collateral-K1"
        )
