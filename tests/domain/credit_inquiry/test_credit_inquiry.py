"""A credit report is asked for under a written consent in force, and kept by its digest."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.credit_inquiry import CREDIT_INQUIRY
from domain.credit_inquiry.commands import (
    GiveConsent,
    MakeCreditInquiry,
    RecordReport,
    WithdrawConsent,
)
from domain.credit_inquiry.events import (
    ConsentGiven,
    ConsentWithdrawn,
    CreditInquiryMade,
    ReportRecorded,
)
from domain.credit_inquiry.rules import (
    CONSENT_IS_IN_FORCE,
    CONSENT_IS_KNOWN,
    CONSENT_IS_OF_A_CUSTOMER,
    CONSENT_IS_SIGNED,
    CONSENT_IS_WHOLE,
    INQUIRY_WAS_MADE,
    ONE_CONSENT_A_NUMBER,
    ONE_INQUIRY_A_NUMBER,
)
from domain.credit_inquiry.values import InquiryPurpose, ReportScope
from domain.facts.duty import ACTOR_HOLDS_THE_POST, CONNECTED_STAY_OUT
from domain.facts.inquiry import Inquiries, Report
from domain.facts.policy import SHIPPED
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.officers import TELLER, WANG, officer
from tests.specs import given

TODAY = date(2026, 3, 20)
SIGNED = date(2026, 3, 2)
DIGEST = f"sha256:{7:064x}"
STEP: dict[str, Any] = {"customer_id": "C1", "actor": "wang", "staff": WANG, "today": TODAY}
ACTIVE = Party("C1", Standing.ACTIVE)

GIVE = GiveConsent(
    consent_id="K1",
    scopes=(ReportScope.PERSONAL_REPORT,),
    purposes=(InquiryPurpose.LOAN_APPROVAL,),
    signed_on=SIGNED,
    until=date(2026, 6, 30),
    digest=DIGEST,
    customer=ACTIVE,
    **STEP,
)
GIVEN = ConsentGiven(
    consent_id="K1",
    scopes=(ReportScope.PERSONAL_REPORT,),
    purposes=(InquiryPurpose.LOAN_APPROVAL,),
    signed_on=SIGNED,
    until=date(2026, 6, 30),
    digest=DIGEST,
)
WITHDRAW = WithdrawConsent(consent_id="K1", on=date(2026, 3, 10), **STEP)
WITHDRAWN = ConsentWithdrawn(consent_id="K1", on=date(2026, 3, 10))
MAKE = MakeCreditInquiry(
    inquiry_id="I1",
    report_scope=ReportScope.PERSONAL_REPORT,
    purpose=InquiryPurpose.LOAN_APPROVAL,
    application_id="A1",
    customer=ACTIVE,
    book=None,
    **STEP,
)
MADE = CreditInquiryMade(
    inquiry_id="I1",
    report_scope=ReportScope.PERSONAL_REPORT,
    purpose=InquiryPurpose.LOAN_APPROVAL,
    application_id="A1",
    consent_id="K1",
    asked_by="wang",
    on=TODAY,
    setting=SHIPPED.on("credit_report.query.written_consent", TODAY),
)
REPORT = Report(
    digest=DIGEST,
    reported_on=TODAY,
    open_loans=2,
    owed=Money(30_000_00),
    overdue_loans=1,
    overdue_amount=Money(1_200_00),
    guarantees=0,
    guaranteed=Money(0),
)
RECORD = RecordReport(inquiry_id="I1", report=REPORT, **STEP)
RECORDED = ReportRecorded(inquiry_id="I1", report=REPORT, on=TODAY)


def test_a_consent_is_recorded_once():
    given(CREDIT_INQUIRY).when(GIVE).then(GIVEN)
    given(CREDIT_INQUIRY, GIVEN).when(GIVE).then_nothing()
    other = evolve(GIVE, until=TODAY)
    given(CREDIT_INQUIRY, GIVEN).when(other).then_refused(ONE_CONSENT_A_NUMBER)


@pytest.mark.parametrize("changed", [{"scopes": ()}, {"purposes": ()}, {"until": date(2026, 3, 1)}])
def test_a_consent_says_for_what_and_until_when(changed):
    given(CREDIT_INQUIRY).when(evolve(GIVE, **changed)).then_refused(CONSENT_IS_WHOLE)


def test_a_consent_is_not_signed_ahead():
    ahead = evolve(GIVE, signed_on=date(2026, 3, 21))
    given(CREDIT_INQUIRY).when(ahead).then_refused(CONSENT_IS_SIGNED)


def test_a_consent_is_withdrawn_once_from_a_day_on():
    given(CREDIT_INQUIRY, GIVEN).when(WITHDRAW).then(WITHDRAWN)
    given(CREDIT_INQUIRY, GIVEN, WITHDRAWN).when(WITHDRAW).then_nothing()
    later = evolve(WITHDRAW, on=TODAY)
    given(CREDIT_INQUIRY, GIVEN, WITHDRAWN).when(later).then_refused(ONE_CONSENT_A_NUMBER)
    given(CREDIT_INQUIRY).when(WITHDRAW).then_refused(CONSENT_IS_KNOWN)
    before = evolve(WITHDRAW, on=date(2026, 3, 1))
    given(CREDIT_INQUIRY, GIVEN).when(before).then_refused(CONSENT_IS_KNOWN)


def test_an_enquiry_is_made_today_under_the_consent_in_force():
    given(CREDIT_INQUIRY, GIVEN).when(MAKE).then(MADE)
    given(CREDIT_INQUIRY, GIVEN, MADE).when(MAKE).then_nothing()
    other = evolve(MAKE, application_id=None)
    given(CREDIT_INQUIRY, GIVEN, MADE).when(other).then_refused(ONE_INQUIRY_A_NUMBER)


@pytest.mark.parametrize(
    ("past", "changed"),
    [
        ((), {}),
        ((GIVEN, WITHDRAWN), {}),
        ((evolve(GIVEN, until=date(2026, 3, 19)),), {}),
        ((GIVEN,), {"report_scope": ReportScope.ENTERPRISE_REPORT}),
        ((GIVEN,), {"purpose": InquiryPurpose.POST_LOAN_MANAGEMENT}),
    ],
)
def test_nobody_asks_without_a_consent_in_force_for_that_report_and_purpose(past, changed):
    given(CREDIT_INQUIRY, *past).when(evolve(MAKE, **changed)).then_refused(CONSENT_IS_IN_FORCE)


@pytest.mark.parametrize("customer", [None, Party("C1", Standing.ERASED)])
def test_nobody_asks_about_somebody_who_is_no_customer(customer):
    stranger = evolve(MAKE, customer=customer)
    given(CREDIT_INQUIRY, GIVEN).when(stranger).then_refused(CONSENT_IS_OF_A_CUSTOMER)


def test_a_report_is_kept_by_its_digest_and_a_few_figures():
    given(CREDIT_INQUIRY, GIVEN, MADE).when(RECORD).then(RECORDED)
    given(CREDIT_INQUIRY, GIVEN, MADE, RECORDED).when(RECORD).then_nothing()
    other = evolve(RECORD, report=evolve(REPORT, open_loans=3))
    given(CREDIT_INQUIRY, GIVEN, MADE, RECORDED).when(other).then_refused(ONE_INQUIRY_A_NUMBER)


def test_a_report_belongs_to_an_enquiry_made_by_then():
    given(CREDIT_INQUIRY, GIVEN).when(RECORD).then_refused(INQUIRY_WAS_MADE)
    for day in (date(2026, 3, 19), date(2026, 3, 21)):
        other = evolve(RECORD, report=evolve(REPORT, reported_on=day))
        given(CREDIT_INQUIRY, GIVEN, MADE).when(other).then_refused(INQUIRY_WAS_MADE)


def test_others_know_the_last_enquiry_and_what_came_back():
    fact = CREDIT_INQUIRY.fact
    asked = Inquiries(
        customer_id="C1", asked_on=TODAY, report=REPORT, consent_until=date(2026, 6, 30)
    )
    assert fact("C1", CREDIT_INQUIRY.fold([GIVEN, MADE, RECORDED])) == asked
    without = evolve(asked, report=None, consent_until=None)
    assert fact("C1", CREDIT_INQUIRY.fold([GIVEN, MADE, WITHDRAWN])) == without


def test_those_ask_whose_post_it_is_and_who_are_not_connected():
    given(CREDIT_INQUIRY, GIVEN).when(evolve(MAKE, staff=TELLER)).then_refused(ACTOR_HOLDS_THE_POST)
    cousin = officer("wang", connected="C1")
    given(CREDIT_INQUIRY, GIVEN).when(evolve(MAKE, staff=cousin)).then_refused(CONNECTED_STAY_OUT)
