"""What may be asked of an entrustment: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.entrustment.values import EntrustmentEnding, EntrustmentFound
from domain.facts.application import Application
from domain.facts.approval import Approval
from domain.facts.contract import Contract
from domain.facts.entrusting import Entrustment
from domain.facts.mandate import Mandate
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.facts.terms import CreditTerms
from domain.facts.unit import Unit
from domain.fields import SEEN, looked_up, stamped
from domain.ids import ApplicationId, CustomerId, Digest, MandateId, ReceiptNo
from domain.money import Money
from domain.party import Party
from domain.ties import LendFunds, TakeUpEntrustment, UnlendFunds


@frozen(kw_only=True)
class OfEntrustment:
    """What every act on an entrustment names: which, and who acts on which day."""

    application_id: ApplicationId
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class AcceptEntrustment(OfEntrustment):
    """Accept to serve a loan of another's money, under a mandate; no credit is decided on."""

    found: EntrustmentFound
    terms: CreditTerms  # As borrower and who entrusts agreed them.
    service_fee: Money  # That who entrusts pays.
    mandate_id: MandateId
    read: Digest | None = None  # Of the file that was read; None: the actor does not say.
    application: Application | None = looked_up("credit_application", by="application_id")
    approval: Approval | None = looked_up("approval", by="application_id")
    entruster: Party | None = looked_up("customer", by="application.entrusted_by")
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    mandate: Mandate | None = looked_up("mandate", by="mandate_id")
    parent: Mandate | None = looked_up("mandate", by="mandate.parent_id")
    grandparent: Mandate | None = looked_up("mandate", by="parent.parent_id")
    seen: Seen | None = looked_up(SEEN, by="application.file")


@frozen(kw_only=True)
class DepositFunds(OfEntrustment):
    """Record money that came in from who entrusts it, into the account for it alone."""

    reference: ReceiptNo
    paid_by: CustomerId
    amount: Money
    value_date: date


@frozen(kw_only=True)
class ReturnFunds(OfEntrustment):
    """Record money paid back to who entrusted it, of what was not lent."""

    reference: ReceiptNo
    amount: Money
    value_date: date


@frozen(kw_only=True)
class CollectFee(OfEntrustment):
    """Record the fee for serving the loan, from who entrusts the money."""

    reference: ReceiptNo
    paid_by: CustomerId
    amount: Money
    value_date: date


@frozen(kw_only=True)
class EndEntrustment(OfEntrustment):
    """End an entrustment of which nothing is held."""

    ending: EntrustmentEnding
    entrustment: Entrustment | None = looked_up("entrustment", by="application_id")
    contract: Contract | None = looked_up("contract", by="entrustment.contract_id")


EntrustmentCommand = (
    AcceptEntrustment
    | DepositFunds
    | ReturnFunds
    | CollectFee
    | EndEntrustment
    | TakeUpEntrustment
    | LendFunds
    | UnlendFunds
)
