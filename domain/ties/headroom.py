"""Approvals and loans hold on to limits: what is reserved of one, used, and given back."""

from datetime import date

from attrs import frozen

from domain.facts.application import Application
from domain.fields import looked_up
from domain.ids import ApplicationId, FacilityId, LoanId
from domain.money import Money


@frozen(kw_only=True)
class ReserveHeadroom:
    """Reserve what an approval may draw of a limit, and of every limit above it."""

    facility_id: FacilityId
    application_id: ApplicationId
    amount: Money
    today: date
    application: Application | None = looked_up(
        "credit_application", by="application_id", default=None
    )


@frozen(kw_only=True)
class ReleaseHeadroom:
    """Give back what is still reserved for an approval that is not drawn any further."""

    facility_id: FacilityId
    application_id: ApplicationId


@frozen(kw_only=True)
class UseHeadroom:
    """Use of what is reserved for an approval as much as is paid out."""

    facility_id: FacilityId
    application_id: ApplicationId
    loan_id: LoanId
    amount: Money
    today: date


@frozen(kw_only=True)
class UnuseHeadroom:
    """Reserve again for an approval what a loan used whose payment did not take place."""

    facility_id: FacilityId
    application_id: ApplicationId
    loan_id: LoanId


@frozen(kw_only=True)
class RestoreHeadroom:
    """Restore what a loan used, as far as it was paid back."""

    facility_id: FacilityId
    loan_id: LoanId
    amount: Money  # Of its principal, in all until now: less than before where a receipt fell away.
