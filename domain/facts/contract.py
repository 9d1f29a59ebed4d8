"""What is known of a contract: what was signed, by whom, and on which approval."""

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.facts.approval import Condition
from domain.facts.terms import CreditTerms
from domain.ids import (
    ApplicationId,
    ContractId,
    Count,
    CustomerId,
    DayOfMonth,
    FacilityId,
    StaffId,
)
from domain.money import Money


class ContractKind(StrEnum):
    """The standard forms (合同种类)."""

    LOAN = "loan"
    GUARANTEE = "guarantee"
    MORTGAGE = "mortgage"
    PLEDGE_OF_RIGHTS = "pledge_of_rights"
    MAXIMUM_AMOUNT_MORTGAGE = "maximum_amount_mortgage"
    ENTRUSTED_LOAN = "entrusted_loan"  # Of three parties: 委托人, borrower and institution.


LENDING: Final = (ContractKind.LOAN, ContractKind.ENTRUSTED_LOAN)  # What is drawn on by notes.


class ContractStage(StrEnum):
    """How far a contract has come."""

    DRAFTED = "drafted"
    CHECKED = "checked"
    SIGNED = "signed"
    ENDED = "ended"
    VOIDED = "voided"


class Breach(StrEnum):
    """What breaks a contract (违约情形)."""

    LATE_PAYMENT = "late_payment"
    MISUSE = "misuse"
    UNTRUE_STATEMENT = "untrue_statement"
    COVENANT_BROKEN = "covenant_broken"
    SECURITY_IMPAIRED = "security_impaired"
    CROSS_DEFAULT = "cross_default"


class Remedy(StrEnum):
    """What the lender may do about it (违约救济)."""

    PENALTY_INTEREST = "penalty_interest"
    STOP_DRAWING = "stop_drawing"
    CALL_IN = "call_in"  # 提前到期: all is due at once.
    MORE_SECURITY = "more_security"
    REALISE_SECURITY = "realise_security"
    DAMAGES = "damages"


@frozen(kw_only=True)
class BreachTerm:
    """A case of breach, and what it gives the lender a right to."""

    breach: Breach
    cure_days: Count  # To put it right, from notice on; 0: none.
    remedies: tuple[Remedy, ...]


@frozen(kw_only=True)
class Contract:
    """A contract, and what hangs on it."""

    contract_id: ContractId
    kind: ContractKind
    stage: ContractStage
    customer_id: CustomerId  # The borrower, whoever gives security.
    application_id: ApplicationId | None  # None for a security contract over several loans.
    facility_id: FacilityId | None
    terms: CreditTerms | None  # Of a loan contract.
    due_day: DayOfMonth | None
    conditions: tuple[Condition, ...]
    securities: tuple[str, ...]  # Streams: "collateral-K1", "guarantee-G1".
    secures_up_to: Money | None  # Of a maximum-amount contract.
    signed_on: date | None
    drawn: Money | None  # Of a loan contract: paid out so far.
    people: tuple[StaffId, ...]  # Who drafted, checked and witnessed.
    secured_by: tuple[ContractId, ...] = ()  # Security contracts that a loan contract names.
    secures: tuple[ContractId, ...] = ()  # Loan contracts that a security contract secures.
    givers: tuple[CustomerId, ...] = ()  # Who gives the security of a security contract.
    breach_terms: tuple[BreachTerm, ...] = ()
    ended_on: date | None = None
    entrusted_by: CustomerId | None = None  # The third party, whose money is lent.

    @property
    def parties(self) -> tuple[CustomerId, ...]:
        """Who signs beside the institution: borrower and who entrusts, or who gives security."""
        third = (self.entrusted_by,) if self.entrusted_by else ()
        return self.givers or (self.customer_id, *third)

    @property
    def left(self) -> Money | None:
        """What can still be drawn on a loan contract; None of a security contract."""
        if self.terms is None or self.drawn is None:
            return None
        return Money(self.terms.amount.fen - self.drawn.fen, self.drawn.currency)
