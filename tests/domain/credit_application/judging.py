"""Judging an application: what the tests of admission share."""

from datetime import date
from typing import Any

from attrs import evolve

from domain.credit_application import CREDIT_APPLICATION
from domain.credit_application.admission.rules import (
    SECURITY_IS_GIVEN,
)
from domain.credit_application.commands import AdmitCreditApplication
from domain.credit_application.events import AdmissionJudged, CreditApplicationSubmitted
from domain.facts.inquiry import Inquiries, Report
from domain.facts.relationship import Relationship
from domain.facts.seal import Specimens
from domain.facts.waiver import Waiver
from domain.money import Money
from tests.domain.credit_application.files import (
    ADMIT,
    ASKED,
    DIGEST,
    STATED,
    SUBMITTED,
)
from tests.specs import When, given

REPORT = Report(
    digest=DIGEST,
    reported_on=date(2026, 2, 20),
    open_loans=1,
    owed=Money.parse("8000"),
    overdue_loans=0,
    overdue_amount=Money.zero(),
    guarantees=0,
    guaranteed=Money.zero(),
)
ASKED_BUREAU = Inquiries(
    customer_id="C1", asked_on=date(2026, 2, 20), report=REPORT, consent_until=None
)
GOOD = evolve(ADMIT, inquiries=ASKED_BUREAU)
DEALINGS = Relationship(
    customer_id="C1",
    specimens=Specimens(),
    settles_here=True,
    accepts_supervision=True,
    tier=None,
    priority_until=None,
    blacklisted=False,
)
BY_COMMITTEE = Waiver(
    rule=SECURITY_IS_GIVEN.code,
    authority="Credit committee 2026-8",
    reason="Ten years without arrears",
    document=DIGEST,
)


def admitting(
    command: AdmitCreditApplication, submitted: CreditApplicationSubmitted = SUBMITTED
) -> When:
    """Return a command on an application as submitted."""
    return given(CREDIT_APPLICATION, submitted).when(command)


def judged(
    command: AdmitCreditApplication, submitted: CreditApplicationSubmitted = SUBMITTED
) -> AdmissionJudged:
    """Return what a command leads to."""
    (event,) = admitting(command, submitted).outcome()
    assert isinstance(event, AdmissionJudged)
    return event


def stating(**said: Any) -> AdmitCreditApplication:
    """Return the command with other statements."""
    return evolve(GOOD, stated=evolve(STATED, **said))


def asking(**asked: Any) -> CreditApplicationSubmitted:
    """Return the application with other terms."""
    return evolve(SUBMITTED, terms=evolve(ASKED, **asked))
