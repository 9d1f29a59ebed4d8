"""What follows from returning an application for completion, and from its coming back."""

from collections.abc import Sequence
from typing import Final

from domain.credit_application.checklist import items, lacking, required
from domain.credit_application.commands import ResubmitCreditApplication, ReturnCreditApplication
from domain.credit_application.duties import INTAKE, RETURNING, require_known, require_stage
from domain.credit_application.events import (
    CreditApplicationEvent,
    CreditApplicationResubmitted,
    CreditApplicationReturned,
)
from domain.credit_application.rules import RETURN_SAYS_WHY, WHAT_LACKED_IS_IN
from domain.credit_application.sound import require_asked
from domain.credit_application.state import CreditApplication
from domain.facts.application import ApplicationStage
from domain.facts.duty import require_duty
from domain.kinds import DocumentKind

_RETURNED_FROM: Final = (
    ApplicationStage.RECEIVED,
    ApplicationStage.ADMITTED,
    ApplicationStage.CAUTIONED,
)


def return_for_completion(
    command: ReturnCreditApplication, application: CreditApplication
) -> Sequence[CreditApplicationEvent]:
    """Return an application; () where it stands returned so."""
    submitted = require_known(application)
    staff = require_duty(command.staff, command.today, RETURNING, submitted.customer_id)
    known, said = application.returned, (command.reasons, command.says)
    stands = application.stage is ApplicationStage.RETURNED
    if stands and known and (known.reasons, known.says) == said:
        return ()
    require_stage(application, _RETURNED_FROM)
    named = command.reasons
    RETURN_SAYS_WHY.require(0 < len(named) == len(set(named)), reasons=", ".join(named))
    returned = CreditApplicationReturned(
        reasons=named,
        says=command.says,
        lacking=_lacking(command),
        returned_by=staff.staff_id,
        on=command.today,
    )
    return (returned,)


def resubmit(
    command: ResubmitCreditApplication, application: CreditApplication
) -> Sequence[CreditApplicationEvent]:
    """Take in a returned application again, with the papers that it lacked."""
    submitted = require_known(application)
    require_duty(command.staff, command.today, INTAKE, submitted.customer_id)
    require_stage(application, (ApplicationStage.RETURNED,))
    assert application.returned is not None
    assert application.terms is not None
    still = {*application.returned.lacking} & {*_lacking(command)}
    WHAT_LACKED_IS_IN.require(not still, lacking=", ".join(sorted(still)))
    terms = command.terms or application.terms
    industry = command.industry or application.industry
    product = command.offered if command.terms else command.product
    entrusted = submitted.entrusting is not None
    require_asked(terms, product, industry, command.today, entrusted=entrusted)
    back = CreditApplicationResubmitted(
        terms=terms,
        industry=industry,
        on=command.today,
        customer_id=submitted.customer_id,
        unit_id=submitted.unit_id,
    )
    return (back,)


def _lacking(
    command: ReturnCreditApplication | ResubmitCreditApplication,
) -> tuple[DocumentKind, ...]:
    offered = command.product.on(command.today) if command.product else None
    asked = required(command.checklist, offered, command.today)
    papers = [paper for file in command.papers or () for paper in file]
    return lacking(items(asked, papers, command.today, 0))
