"""The commands by which one aggregate holds on to another, sent by guards alone.

They stand here because the sender and the receiver may not import each other.
"""

from datetime import date

from attrs import frozen

from domain.facts.application import Application
from domain.fields import looked_up, personal
from domain.ids import (
    ApplicationId,
    ContractId,
    CustomerId,
    FacilityId,
    GuaranteeId,
    LoanId,
)
from domain.kinds import CustomerKind
from domain.money import Money


@frozen(kw_only=True)
class TieLoan:
    """Tie a loan to its borrower, so that the file is kept while it is open."""

    customer_id: CustomerId
    loan_id: LoanId
    kind_required: tuple[CustomerKind, ...] = ()  # () where another system lent.
    replaces: LoanId | None = None  # The loan that its money pays off.


@frozen(kw_only=True)
class ReleaseLoan:
    """Release a loan that ended; retention runs from that day."""

    customer_id: CustomerId
    loan_id: LoanId
    ended_on: date


@frozen(kw_only=True)
class ClaimIdentity:
    """Claim an identity document for a customer."""

    document: str = personal()  # Kind and normalised number; only its keyed hash is kept.
    holder: CustomerId


@frozen(kw_only=True)
class MoveIdentity:
    """Move an identity document from a merged duplicate to the customer who stays."""

    document: str = personal()
    previous: CustomerId
    holder: CustomerId


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
class RestoreHeadroom:
    """Restore what a loan used, as far as it was paid back."""

    facility_id: FacilityId
    loan_id: LoanId
    amount: Money  # Of its principal, in all until now: less than before where a receipt fell away.


@frozen(kw_only=True)
class UnuseHeadroom:
    """Reserve again for an approval what a loan used whose payment did not take place."""

    facility_id: FacilityId
    application_id: ApplicationId
    loan_id: LoanId


@frozen(kw_only=True)
class TakeOnGuarantee:
    """Count a guarantee against what its guarantor can guarantee in all."""

    guarantor_id: CustomerId
    guarantee_id: GuaranteeId
    amount: Money
    today: date


@frozen(kw_only=True)
class GiveBackGuarantee:
    """Count a guarantee no more."""

    guarantor_id: CustomerId
    guarantee_id: GuaranteeId


@frozen(kw_only=True)
class TakeUpApproval:
    """Sign a contract on an approval that holds; it no longer lapses."""

    application_id: ApplicationId
    contract_id: ContractId
    today: date


@frozen(kw_only=True)
class EndApproval:
    """End what was decided on an application that is withdrawn."""

    application_id: ApplicationId
