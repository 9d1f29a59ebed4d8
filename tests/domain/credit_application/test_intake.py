"""Taking in an application, returning it for completion, and withdrawing it."""

from datetime import date

import pytest
from attrs import evolve

from domain.credit_application import CREDIT_APPLICATION
from domain.credit_application.checklist import PaperState, items, required
from domain.credit_application.events import (
    CreditApplicationResubmitted,
    CreditApplicationReturned,
    CreditApplicationWithdrawn,
)
from domain.credit_application.rules import (
    AMOUNT_IS_ASKED_FOR,
    APPLICANT_IS_ACTIVE,
    APPLICATION_IS_KNOWN,
    APPLIED_FOR_IS_OFFERED,
    APPLIED_ON_A_PAST_DAY,
    APPROVED_IS_NOT_WITHDRAWN,
    INDUSTRY_IS_IN_ITS_SECTION,
    ONE_APPLICATION_A_NUMBER,
    RETURN_SAYS_WHY,
    STEP_FOLLOWS_ITS_STAGE,
    WHAT_LACKED_IS_IN,
)
from domain.credit_application.values import ReturnReason, WithdrawalReason
from domain.facts.application import ApplicationStage
from domain.facts.approval import Approval, ApprovalOutcome
from domain.facts.duty import (
    ACTOR_HOLDS_THE_POST,
    ACTOR_IS_STAFF,
    CONNECTED_STAY_OUT,
    UNIT_MAY_LEND,
)
from domain.facts.staff import Post
from domain.kinds import DocumentKind
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.credit_application.files import (
    APPLICATION,
    ASKED,
    CHECKLIST,
    OFFERED,
    RESUBMIT,
    RETURN,
    SUBMIT,
    SUBMITTED,
    TODAY,
    WITHDRAW,
    paper,
)
from tests.domain.staffing import member
from tests.specs import given

RETURNED = CreditApplicationReturned(
    reasons=(ReturnReason.PAPERS_MISSING,),
    says="Bring the household register.",
    lacking=(DocumentKind.HOUSEHOLD_REGISTER,),
    returned_by="wang",
    on=TODAY,
)
WITHDRAWN = CreditApplicationWithdrawn(
    reason=WithdrawalReason.NO_LONGER_NEEDED, says=None, on=TODAY
)


def test_an_application_is_taken_in_with_its_true_day_channel_and_officer():
    given(CREDIT_APPLICATION).when(SUBMIT).then(SUBMITTED)
    known = CREDIT_APPLICATION.fact("A1", CREDIT_APPLICATION.fold([SUBMITTED]))
    assert known == APPLICATION
    given(CREDIT_APPLICATION, SUBMITTED).when(SUBMIT).then_nothing()


def test_a_number_names_one_application():
    other = evolve(SUBMIT, terms=evolve(ASKED, months=24))
    given(CREDIT_APPLICATION, SUBMITTED).when(other).then_refused(ONE_APPLICATION_A_NUMBER)


@pytest.mark.parametrize(
    "party",
    [None, Party("C1", Standing.MERGED, APPLICATION.customer_kind), Party("C1", Standing.ERASED)],
)
def test_who_applies_is_a_customer_with_whom_business_is_done(party):
    given(CREDIT_APPLICATION).when(evolve(SUBMIT, customer=party)).then_refused(APPLICANT_IS_ACTIVE)


def test_an_application_is_not_made_on_a_day_ahead():
    ahead = evolve(SUBMIT, applied_on=date(2026, 3, 3))
    given(CREDIT_APPLICATION).when(ahead).then_refused(APPLIED_ON_A_PAST_DAY)


def test_what_is_applied_for_is_lent_and_more_than_nothing():
    given(CREDIT_APPLICATION).when(evolve(SUBMIT, product=None)).then_refused(
        APPLIED_FOR_IS_OFFERED
    )
    for amount in (Money.zero(), Money(5_000_000, "USD")):
        asked = evolve(SUBMIT, terms=evolve(ASKED, amount=amount))
        given(CREDIT_APPLICATION).when(asked).then_refused(AMOUNT_IS_ASKED_FOR)
    given(CREDIT_APPLICATION).when(evolve(SUBMIT, industry="C0111")).then_refused(
        INDUSTRY_IS_IN_ITS_SECTION
    )


def test_it_is_taken_in_by_who_holds_a_post_for_it_and_is_not_connected():
    given(CREDIT_APPLICATION).when(evolve(SUBMIT, staff=None)).then_refused(ACTOR_IS_STAFF)
    reviewer = member("zhao", Post.REVIEWER)
    given(CREDIT_APPLICATION).when(evolve(SUBMIT, staff=reviewer)).then_refused(
        ACTOR_HOLDS_THE_POST
    )
    own = evolve(SUBMIT, customer_id="C9")
    given(CREDIT_APPLICATION).when(own).then_refused(CONNECTED_STAY_OUT)


def test_a_suspended_unit_takes_in_nothing():
    given(CREDIT_APPLICATION).when(evolve(SUBMIT, unit=None)).then_refused(UNIT_MAY_LEND)


def test_it_is_returned_with_reasons_and_with_what_lacks_by_the_checklist():
    given(CREDIT_APPLICATION, SUBMITTED).when(RETURN).then(RETURNED)
    back = given(CREDIT_APPLICATION, SUBMITTED, RETURNED)
    back.when(RETURN).then_nothing()
    back.when(evolve(RETURN, says="and the land contract")).then_refused(STEP_FOLLOWS_ITS_STAGE)
    state = CREDIT_APPLICATION.fold([SUBMITTED, RETURNED])
    assert (state.stage, state.since) == (ApplicationStage.RETURNED, TODAY)


def test_a_return_says_why():
    none = evolve(RETURN, reasons=())
    given(CREDIT_APPLICATION, SUBMITTED).when(none).then_refused(RETURN_SAYS_WHY)
    twice = evolve(RETURN, reasons=RETURN.reasons * 2)
    given(CREDIT_APPLICATION, SUBMITTED).when(twice).then_refused(RETURN_SAYS_WHY)


def test_it_comes_back_complete_and_is_received_again():
    back = CreditApplicationResubmitted(
        terms=ASKED, industry="A0111", on=TODAY, customer_id="C1", unit_id="B1"
    )
    given(CREDIT_APPLICATION, SUBMITTED, RETURNED).when(RESUBMIT).then(back)
    state = CREDIT_APPLICATION.fold([SUBMITTED, RETURNED, back])
    assert state.stage is ApplicationStage.RECEIVED


def test_it_may_come_back_with_other_terms():
    less = evolve(ASKED, amount=Money.parse("30000"))
    changed = evolve(RESUBMIT, terms=less, offered=RESUBMIT.product)
    (back,) = given(CREDIT_APPLICATION, SUBMITTED, RETURNED).when(changed).outcome()
    assert back.terms == less
    gone = evolve(changed, offered=None)
    given(CREDIT_APPLICATION, SUBMITTED, RETURNED).when(gone).then_refused(APPLIED_FOR_IS_OFFERED)


def test_what_lacked_is_in_when_it_comes_back():
    still = evolve(RESUBMIT, papers=RETURN.papers)
    given(CREDIT_APPLICATION, SUBMITTED, RETURNED).when(still).then_refused(
        WHAT_LACKED_IS_IN, lacking="household_register"
    )


def test_only_what_was_returned_comes_back():
    given(CREDIT_APPLICATION, SUBMITTED).when(RESUBMIT).then_refused(STEP_FOLLOWS_ITS_STAGE)


def test_it_is_withdrawn_with_a_reason_and_then_stays_withdrawn():
    given(CREDIT_APPLICATION, SUBMITTED).when(WITHDRAW).then(WITHDRAWN)
    given(CREDIT_APPLICATION, SUBMITTED, WITHDRAWN).when(WITHDRAW).then_nothing()
    given(CREDIT_APPLICATION, SUBMITTED, WITHDRAWN).when(RETURN).then_refused(
        STEP_FOLLOWS_ITS_STAGE
    )
    other = evolve(WITHDRAW, reason=WithdrawalReason.TOOK_TOO_LONG)
    given(CREDIT_APPLICATION, SUBMITTED, WITHDRAWN).when(other).then_refused(STEP_FOLLOWS_ITS_STAGE)


def test_what_was_approved_is_not_withdrawn():
    approval = Approval(
        application_id="A1",
        customer_id="C1",
        outcome=ApprovalOutcome.APPROVED,
        terms=ASKED,
        conditions=(),
        facility_id=None,
        people=(),
        decided_on=TODAY,
        valid_until=None,
    )
    approved = evolve(WITHDRAW, approval=approval)
    given(CREDIT_APPLICATION, SUBMITTED).when(approved).then_refused(APPROVED_IS_NOT_WITHDRAWN)
    declined = evolve(approved, approval=evolve(approval, outcome=ApprovalOutcome.DECLINED))
    given(CREDIT_APPLICATION, SUBMITTED).when(declined).then(WITHDRAWN)


@pytest.mark.parametrize("command", [RETURN, RESUBMIT, WITHDRAW])
def test_nothing_is_done_to_an_application_that_nobody_took_in(command):
    given(CREDIT_APPLICATION).when(command).then_refused(APPLICATION_IS_KNOWN)


def test_the_checklist_asks_by_kind_of_customer_and_by_product():
    assert required(CHECKLIST, OFFERED, TODAY) == (
        DocumentKind.LOAN_APPLICATION,
        DocumentKind.IDENTITY_DOCUMENT,
        DocumentKind.HOUSEHOLD_REGISTER,
        DocumentKind.LAND_CONTRACT,
    )
    assert required(CHECKLIST, None, date(2024, 1, 1)) == (DocumentKind.LOAN_APPLICATION,)


def test_a_paper_is_in_running_out_run_out_or_missing():
    kinds = (DocumentKind.BUSINESS_LICENCE, DocumentKind.IDENTITY_DOCUMENT)
    last = paper(DocumentKind.BUSINESS_LICENCE, date(2026, 4, 1))
    for day, state in (
        (date(2026, 3, 1), PaperState.FILED),
        (date(2026, 3, 2), PaperState.EXPIRING),
        (date(2026, 4, 1), PaperState.EXPIRING),
        (date(2026, 4, 2), PaperState.EXPIRED),
    ):
        licence, identity = items(kinds, (last,), day, 30)
        assert (licence.state, identity.state) == (state, PaperState.MISSING)


def test_of_two_papers_of_a_kind_the_one_that_is_valid_longer_counts():
    old = paper(DocumentKind.BUSINESS_LICENCE, date(2026, 2, 1), "D1")
    new = paper(DocumentKind.BUSINESS_LICENCE, date(2028, 2, 1), "D2")
    (item,) = items((DocumentKind.BUSINESS_LICENCE,), (new, old), TODAY, 30)
    assert (item.state, item.paper) == (PaperState.FILED, new)
