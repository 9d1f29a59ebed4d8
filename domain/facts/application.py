"""What is known of an application for credit."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.terms import CreditTerms
from domain.ids import ApplicationId, CustomerId, FileId, IndustryCode, StaffId, UnitId
from domain.kinds import CustomerKind


class ApplicationStage(StrEnum):
    """How far an application has come."""

    RECEIVED = "received"
    RETURNED = "returned"  # 退回补件: the customer completes it.
    ADMITTED = "admitted"  # 准入
    CAUTIONED = "cautioned"  # 审慎: goes on, with more care.
    PROHIBITED = "prohibited"  # 禁入
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True)
class Application:
    """An application, by whom it was taken in, and the outcome of admission."""

    application_id: ApplicationId
    customer_id: CustomerId
    customer_kind: CustomerKind
    unit_id: UnitId
    taken_by: StaffId
    applied_on: date
    stage: ApplicationStage
    terms: CreditTerms  # As asked for.
    industry: IndustryCode | None = None  # Where the money goes (贷款投向行业).
    insider: bool = False  # Connected with our own people, as declared or found at admission.
    entrusted_by: CustomerId | None = None  # Whose money is asked for; None: the lender's own.

    @property
    def goes_on(self) -> bool:
        """Whether investigation, approval and contract may follow."""
        return self.stage in (ApplicationStage.ADMITTED, ApplicationStage.CAUTIONED)

    @property
    def archives(self) -> tuple[FileId, ...]:
        """The archives where its papers are: its own, and the customer's."""
        return f"credit_application-{self.application_id}", f"customer-{self.customer_id}"

    @property
    def file(self) -> tuple[str, ...]:
        """The streams that make up the credit file, before the contract."""
        number, customer = self.application_id, self.customer_id
        decided = ("entrustment",) if self.entrusted_by else ("investigation", "approval")
        of_application = ("credit_application", *decided)
        of_customer = ("customer", "economic_file", "financial_statement", "credit_inquiry")
        return (
            *(f"{category}-{number}" for category in of_application),
            *(f"{category}-{customer}" for category in (*of_customer, "relationship", "rating")),
            *(f"archive-{file_id}" for file_id in self.archives),
        )
