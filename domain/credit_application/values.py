"""What an application is made of, beside the terms that it asks for."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.ids import CustomerId, Digest, DocumentId, Months, StandardId
from domain.money import Money


class ReturnReason(StrEnum):
    """Why an application goes back to the customer (退回补件)."""

    PAPERS_MISSING = "papers_missing"
    PAPERS_EXPIRED = "papers_expired"
    FORM_INCOMPLETE = "form_incomplete"
    CONTRADICTORY = "contradictory"
    TERMS_OUT_OF_RANGE = "terms_out_of_range"


class WithdrawalReason(StrEnum):
    """Why an application is withdrawn."""

    NO_LONGER_NEEDED = "no_longer_needed"
    LENT_ELSEWHERE = "lent_elsewhere"
    TERMS_NOT_ACCEPTED = "terms_not_accepted"
    TOOK_TOO_LONG = "took_too_long"
    NOT_COMPLETED = "not_completed"  # Returned, and never completed.
    ENTERED_WRONGLY = "entered_wrongly"  # By us: it is taken in again as it was made.


@frozen(kw_only=True)
class EarlierDebt:
    """A debt from before that was not paid when due, and what became of it."""

    owed: Money
    settled_on: date | None = None
    plan_document: DocumentId | None = None  # The agreed plan, in the application's archive.

    @property
    def settled(self) -> bool:
        """Whether nothing is owed any more."""
        return self.settled_on is not None


@frozen(kw_only=True)
class ProposedGuarantor:
    """A customer who is to guarantee, at first look."""

    guarantor_id: CustomerId
    own_assets: Money  # What they own, less what they owe.
    public_body: bool = False  # A state organ, school, hospital or the like.


@frozen(kw_only=True)
class Stated:
    """What the officer states at admission, and the paper that it stands on."""

    lawful: bool  # The business, and what the money is for, are lawful.
    income_months: Months | None = None  # How long income has been steady.
    income_yearly: Money | None = None
    spending_yearly: Money | None = None
    debt_service_yearly: Money | None = None  # What falls due on debts in a year.
    overdue_now: Money | None = None  # At us and elsewhere; where no credit report is on file.
    earlier_debts: tuple[EarlierDebt, ...] = ()
    standards_against: tuple[StandardId, ...] = ()  # Standards found to speak against it.
    guarantors: tuple[ProposedGuarantor, ...] = ()
    evidence: Digest
