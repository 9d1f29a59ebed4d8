"""What may be asked of a contract: the contract with callers."""

from datetime import date
from typing import Annotated, Final

from attrs import frozen

from domain.contract.values import CopiesWay, EndReason, Signature, SigningWay, VoidReason
from domain.dated import Dated
from domain.facts.application import Application
from domain.facts.approval import Approval
from domain.facts.contract import BreachTerm, Contract, ContractKind
from domain.facts.entrusting import Entrustment
from domain.facts.forms.form import Form
from domain.facts.investigation import Investigation
from domain.facts.policy import PolicyBook
from domain.facts.pricing_policy import AgreedFee
from domain.facts.relationship import Relationship
from domain.facts.security import Security
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.facts.terms import CreditTerms
from domain.facts.unit import Unit
from domain.fields import SEEN, looked_up, stamped
from domain.ids import (
    ApplicationId,
    ContractId,
    DayOfMonth,
    Digest,
    ReceiptNo,
    SecurityStream,
    Span,
    StaffId,
)
from domain.money import Money
from domain.party import Party
from domain.terms import Terms
from domain.ties import DrawContract, SecureContract, UndrawContract, UnsecureContract

Copies = Annotated[int, Span(1, 20)]
_FILE: Final = "application.file, investigation.securities, contract.securities"


@frozen(kw_only=True)
class OfContract:
    """What every act on a contract names: which, and who acts on which day."""

    contract_id: ContractId
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class DraftLoanContract(OfContract):
    """Draft a loan contract on an approval; drafted again before printing, it replaces itself.

    On an entrustment that was accepted, it is the contract of three parties.
    """

    application_id: ApplicationId
    terms: CreditTerms
    due_day: DayOfMonth
    breach_terms: tuple[BreachTerm, ...]
    securities: tuple[SecurityStream, ...] = ()  # What secures it: "collateral-K1".
    secured_by: tuple[ContractId, ...] = ()  # The security contracts that bind these.
    provisions: tuple[str, ...] = ()  # What else is agreed, without personal data.
    fees: tuple[AgreedFee, ...] = ()
    approval: Approval | None = looked_up("approval", by="application_id")
    entrustment: Entrustment | None = looked_up("entrustment", by="application_id", default=None)
    application: Application | None = looked_up("credit_application", by="application_id")
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    product: Dated[Terms | None] | None = looked_up("product", by="terms.product_id", default=None)
    backing: tuple[Security, ...] | None = looked_up("", by="securities")


@frozen(kw_only=True)
class DraftSecurityContract(OfContract):
    """Draft a contract of guarantee, mortgage or pledge; of a maximum amount, for many loans."""

    application_id: ApplicationId
    kind: ContractKind
    securities: tuple[SecurityStream, ...]
    breach_terms: tuple[BreachTerm, ...]
    secures: tuple[ContractId, ...] = ()  # The loan contracts; () of a maximum amount.
    secures_up_to: Money | None = None  # The ceiling of a maximum-amount contract,
    debts_since: date | None = None  # and the days between which the debts arise.
    debts_until: date | None = None
    provisions: tuple[str, ...] = ()  # What else is agreed, without personal data.
    approval: Approval | None = looked_up("approval", by="application_id")
    entrustment: Entrustment | None = looked_up("entrustment", by="application_id", default=None)
    application: Application | None = looked_up("credit_application", by="application_id")
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    secured: tuple[Contract, ...] | None = looked_up("contract", by="secures")
    backing: tuple[Security, ...] | None = looked_up("", by="securities")


@frozen(kw_only=True)
class CheckContract(OfContract):
    """Check a draft against the approval, by a second person."""

    contract: Contract | None = looked_up("contract", by="contract_id")
    approval: Approval | None = looked_up("approval", by="contract.application_id")
    entrustment: Entrustment | None = looked_up(
        "entrustment", by="contract.application_id", default=None
    )
    application: Application | None = looked_up(
        "credit_application", by="contract.application_id", default=None
    )
    investigation: Investigation | None = looked_up(
        "investigation", by="contract.application_id", default=None
    )
    seen: Seen | None = looked_up(SEEN, by=_FILE, default=None)


@frozen(kw_only=True)
class SendBackContract(OfContract):
    """Send a draft back to who drafted it."""

    reason: str  # Without personal data.


@frozen(kw_only=True)
class PrintContract(OfContract):
    """Print a checked contract on the form of the day; its text is frozen from then on."""

    copies: Copies
    contract: Contract | None = looked_up("contract", by="contract_id")
    approval: Approval | None = looked_up("approval", by="contract.application_id")
    entrustment: Entrustment | None = looked_up(
        "entrustment", by="contract.application_id", default=None
    )
    forms: Dated[Form] | None = looked_up("contract_form", by="contract.kind")


@frozen(kw_only=True)
class SignContract(OfContract):
    """Record that a contract was signed, in whose presence, and that the seals were compared."""

    signed_on: date
    text_digest: Digest  # Of the text under which the signatures stand.
    way: SigningWay
    signatures: tuple[Signature, ...]  # One of each party at least.
    witnesses: tuple[StaffId, ...] = ()  # Who of the staff saw it signed.
    contract: Contract | None = looked_up("contract", by="contract_id")
    approval: Approval | None = looked_up("approval", by="contract.application_id")
    entrustment: Entrustment | None = looked_up(
        "entrustment", by="contract.application_id", default=None
    )
    signatories: tuple[Party, ...] | None = looked_up("customer", by="contract.parties")
    relationships: tuple[Relationship, ...] | None = looked_up(
        "relationship", by="contract.parties"
    )
    present: tuple[Staff, ...] | None = looked_up("staff", by="witnesses")
    product: Dated[Terms | None] | None = looked_up("product", by="contract.terms.product_id")
    book: PolicyBook | None = looked_up("policy", of="book")


@frozen(kw_only=True)
class VoidContract(OfContract):
    """Void a contract that is not signed."""

    reason: VoidReason


@frozen(kw_only=True)
class EndContract(OfContract):
    """End a signed contract, once all that hangs on it has ended."""

    reason: EndReason
    on: date
    contract: Contract | None = looked_up("contract", by="contract_id")
    secured: tuple[Contract, ...] | None = looked_up("contract", by="contract.secures")


@frozen(kw_only=True)
class MoveCopies(OfContract):
    """Take copies of a contract into custody, or out of it."""

    reference: ReceiptNo  # Of the entry in the register; makes the command safe to send twice.
    way: CopiesWay
    copies: Copies
    place: str  # Where they are kept, or taken to; without personal data.
    on: date


ContractTie = DrawContract | UndrawContract | SecureContract | UnsecureContract
ContractCommand = (
    DraftLoanContract
    | DraftSecurityContract
    | CheckContract
    | SendBackContract
    | PrintContract
    | SignContract
    | VoidContract
    | EndContract
    | MoveCopies
    | ContractTie
)
