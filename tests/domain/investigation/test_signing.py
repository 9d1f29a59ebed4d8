"""Signing the report as oneself, and opening it again."""

from datetime import date
from typing import Any

from attrs import evolve

from domain.investigation import INVESTIGATION
from domain.investigation.events import ReportSigned
from domain.investigation.rules import (
    ACTOR_INVESTIGATES,
    INVESTIGATION_IS_CONCLUDED,
    REPORT_IS_AS_CONCLUDED,
)
from tests.domain.investigation.files import (
    CONCLUDE,
    FOUND,
    REOPEN,
    SIGN,
    TERMS,
    after,
    signing,
)


def test_the_recommendation_is_known_once_each_investigator_signed():
    past = after(*FOUND, CONCLUDE)
    first = signing("wang", past)
    assert fact(past.past).concluded_on is None
    both = after(*FOUND, CONCLUDE, first, evolve(signing("zhao", past), today=date(2026, 3, 3)))
    known = fact(both.past)
    assert (known.concluded_on, known.lend, known.proposed) == (date(2026, 3, 3), True, TERMS)
    assert known.report == first.report
    assert fact(after(*FOUND, CONCLUDE, first).past).lend is None


def fact(past: Any) -> Any:
    return INVESTIGATION.fact("A1", INVESTIGATION.fold(past))


def test_a_signature_is_a_statement_of_truth_given_once():
    past = after(*FOUND, CONCLUDE)
    sign = signing("wang", past)
    (signed,) = past.when(sign).outcome()
    assert isinstance(signed, ReportSigned)
    assert "真实性、完整性负责" in signed.says
    after(*FOUND, CONCLUDE, sign).when(sign).then_nothing()


def test_who_did_not_investigate_does_not_sign_and_nobody_signs_another_report():
    past = after(*FOUND, CONCLUDE)
    past.when(signing("sun", past)).then_refused(ACTOR_INVESTIGATES)
    past.when(SIGN).then_refused(REPORT_IS_AS_CONCLUDED)
    after(*FOUND).when(SIGN).then_refused(REPORT_IS_AS_CONCLUDED, report=None)


def test_opened_again_it_is_concluded_anew_and_the_old_report_stays_on_record():
    sign = signing("wang", after(*FOUND, CONCLUDE))
    past = after(*FOUND, CONCLUDE, sign, REOPEN)
    assert fact(past.past).report is None
    again = evolve(CONCLUDE, says="the title was shown")
    (event,) = past.when(again).outcome()
    assert event.report != sign.report
    past.when(sign).then_refused(REPORT_IS_AS_CONCLUDED)


def test_only_what_was_concluded_is_opened_again():
    after(*FOUND).when(REOPEN).then_refused(INVESTIGATION_IS_CONCLUDED)
