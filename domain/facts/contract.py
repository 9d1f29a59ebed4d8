"""What is known of a contract: what was signed, by whom, and on which approval."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.approval import Condition
from domain.facts.terms import CreditTerms
from domain.ids import ApplicationId, ContractId, CustomerId, DayOfMonth, FacilityId, StaffId
from domain.money import Money


class ContractKind(StrEnum):
    """The standard forms (合同种类)."""

    LOAN = "loan"
    GUARANTEE = "guarantee"
    MORTGAGE = "mortgage"
    PLEDGE_OF_RIGHTS = "pledge_of_rights"
    MAXIMUM_AMOUNT_MORTGAGE = "maximum_amount_mortgage"


class ContractStage(StrEnum):
    """How far a contract has come."""

    DRAFTED = "drafted"
    CHECKED = "checked"
    SIGNED = "signed"
    ENDED = "ended"
    VOIDED = "voided"


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
