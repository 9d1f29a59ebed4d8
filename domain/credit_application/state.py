"""An application as known so far."""

from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.credit_application.events import (
    AdmissionJudged,
    CreditApplicationEvent,
    CreditApplicationPriced,
    CreditApplicationResubmitted,
    CreditApplicationReturned,
    CreditApplicationSubmitted,
    CreditApplicationWithdrawn,
)
from domain.facts.application import Application, ApplicationStage
from domain.facts.terms import CreditTerms
from domain.ids import IndustryCode


@frozen(kw_only=True)
class CreditApplication:
    """An application: None as submitted before it exists; terms and industry as last asked for."""

    submitted: CreditApplicationSubmitted | None = None
    stage: ApplicationStage = ApplicationStage.RECEIVED
    since: date | None = None  # Of the stage.
    terms: CreditTerms | None = None
    industry: IndustryCode | None = None
    returned: CreditApplicationReturned | None = None  # As last returned.
    withdrawn: CreditApplicationWithdrawn | None = None
    judged: AdmissionJudged | None = None  # As last judged.
    priced: CreditApplicationPriced | None = None  # As last priced.


def evolve(application: CreditApplication, event: CreditApplicationEvent) -> CreditApplication:
    """Return the application after an event."""
    match event:
        case CreditApplicationSubmitted():
            return CreditApplication(
                submitted=event, since=event.applied_on, terms=event.terms, industry=event.industry
            )
        case CreditApplicationReturned():
            returned = ApplicationStage.RETURNED
            return attrs.evolve(application, stage=returned, since=event.on, returned=event)
        case CreditApplicationResubmitted():
            return attrs.evolve(
                application,
                stage=ApplicationStage.RECEIVED,
                since=event.on,
                terms=event.terms,
                industry=event.industry,
            )
        case CreditApplicationWithdrawn():
            withdrawn = ApplicationStage.WITHDRAWN
            return attrs.evolve(application, stage=withdrawn, since=event.on, withdrawn=event)
        case AdmissionJudged():
            stage = ApplicationStage(event.outcome.value)
            return attrs.evolve(application, stage=stage, since=event.on, judged=event)
        case CreditApplicationPriced():
            return attrs.evolve(application, priced=event)
    assert_never(event)


def fact(application_id: str, application: CreditApplication) -> Application | None:
    """Return what others may know of an application; None before it was taken in."""
    submitted, judged = application.submitted, application.judged
    if submitted is None:
        return None
    assert application.terms is not None
    return Application(
        application_id=application_id,
        customer_id=submitted.customer_id,
        customer_kind=submitted.customer_kind,
        unit_id=submitted.unit_id,
        taken_by=submitted.taken_by,
        applied_on=submitted.applied_on,
        stage=application.stage,
        terms=application.terms,
        industry=application.industry,
        insider=submitted.declared_insider or bool(judged and judged.inputs.insider),
        entrusted_by=submitted.entrusting.entrusted_by if submitted.entrusting else None,
    )
