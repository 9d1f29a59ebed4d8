"""What may be asked of a bill that we hold: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.bill import BillParty
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import BillNo, BillPartyId, Digest, ReceiptNo
from domain.ties.bill import EndBill, GiveUpBill, ReopenBill, TakeUpBill


class RefusalReason(StrEnum):
    """Why payment of a bill was refused (拒付理由)."""

    NO_FUNDS = "no_funds"
    FROZEN = "frozen"  # By order of a court, or a stop of payment.
    DEFECTIVE = "defective"  # Of the bill, or of its endorsements.
    DISPUTED = "acceptor_disputes"
    BANKRUPT = "bankrupt"  # Recourse is then taken before maturity, too.


@frozen(kw_only=True)
class OfBill:
    """What every act on a bill names: which, and who acts on which day."""

    bill_no: BillNo
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class PresentBill(OfBill):
    """Record that a bill was presented to its acceptor for payment (提示付款)."""

    reference: ReceiptNo  # Of the collection.
    on: date


@frozen(kw_only=True)
class RecordRefusal(OfBill):
    """Record that the acceptor refused to pay (拒付)."""

    on: date  # That of the proof of refusal.
    reason: RefusalReason
    evidence: Digest  # Of the proof of refusal (拒绝证明, 退票理由书).


@frozen(kw_only=True)
class ClaimRecourse(OfBill):
    """Record that recourse was taken on somebody who signed the bill (追索)."""

    reference: ReceiptNo  # Of the letter.
    signatory: BillParty
    endorser: BillPartyId | None = None  # Which one, of several.
    on: date
    letter: Digest


BillTie = TakeUpBill | GiveUpBill | EndBill | ReopenBill
BillCommand = PresentBill | RecordRefusal | ClaimRecourse | BillTie
