"""What follows from each command on a bill."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, assert_never

from domain.bill.commands import (
    BillCommand,
    BillTie,
    ClaimRecourse,
    OfBill,
    PresentBill,
    RecordRefusal,
    RefusalReason,
)
from domain.bill.events import (
    BillEnded,
    BillEvent,
    BillGivenUp,
    BillPresented,
    BillRefused,
    BillReopened,
    BillTakenUp,
    RecourseClaimed,
)
from domain.bill.rules import (
    BILL_IS_HELD,
    HELD_FOR_ONE_LOAN,
    ONE_CLAIM_A_REFERENCE,
    PRESENTED_IN_TIME,
    PRESENTED_WHILE_HELD,
    RECOURSE_AFTER_REFUSAL,
    RECOURSE_IS_ON_WHO_SIGNED,
    REFUSED_ONCE_PRESENTED,
    TOLD_IN_TIME,
)
from domain.bill.state import Holding
from domain.facts.bill import BillParty
from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.origin import Finding
from domain.ties.bill import EndBill, GiveUpBill, ReopenBill, TakeUpBill

COLLECTORS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.DISBURSEMENT_OFFICER,
)
PRESENTATION: Final = timedelta(days=10)  # From maturity.
NOTICE: Final = timedelta(days=3)  # From the proof of refusal.


def decide(command: BillCommand, known: Holding) -> Sequence[BillEvent]:
    """Return what follows from a command."""
    match command:
        case PresentBill():
            return present(command, known)
        case RecordRefusal():
            return record_refusal(command, known)
        case ClaimRecourse():
            return claim_recourse(command, known)
        case TakeUpBill() | GiveUpBill() | EndBill() | ReopenBill():
            return hold(command, known)
    assert_never(command)


def hold(command: BillTie, known: Holding) -> Sequence[BillEvent]:
    """Take a bill up for a loan, and let it go with it; () where that is so."""
    mine = known.taken is not None and known.taken.loan_id == command.loan_id
    match command:
        case TakeUpBill():
            if mine and known.ended_on is None:
                return ()
            HELD_FOR_ONE_LOAN.require(known.held_for is None, held_for=known.held_for)
            taken = BillTakenUp(
                bill=command.bill,
                loan_id=command.loan_id,
                customer_id=command.customer_id,
                on=command.on,
            )
            return (taken,)
        case GiveUpBill():
            return (BillGivenUp(loan_id=command.loan_id),) if mine else ()
        case EndBill():
            ended = BillEnded(loan_id=command.loan_id, on=command.on)
            return (ended,) if mine and known.ended_on != command.on else ()
        case ReopenBill():
            HELD_FOR_ONE_LOAN.require(mine, held_for=known.held_for)
            return (BillReopened(loan_id=command.loan_id),) if known.ended_on else ()
    assert_never(command)


def _held(command: OfBill, known: Holding) -> BillTakenUp:
    """Return how a bill came to be ours; Refused where it is not, or for who may not act."""
    taken = known.taken
    require_duty(command.staff, command.today, COLLECTORS, taken.customer_id if taken else None)
    BILL_IS_HELD.require(known.held_for is not None, bill_no=command.bill_no)
    assert taken is not None
    return taken


def present(command: PresentBill, known: Holding) -> Sequence[BillEvent]:
    """Record a presentment, with a finding where it is late; () where it is recorded."""
    taken, done = _held(command, known), known.presented
    if done and (done.reference, done.on) == (command.reference, command.on):
        return ()
    PRESENTED_WHILE_HELD.require(
        done is None and taken.on <= command.on <= command.today,
        on=command.on,
        discounted_on=taken.on,
    )
    last = taken.bill.collected_from + PRESENTATION
    late = Finding(PRESENTED_IN_TIME.code, f"presented {command.on}, the last day was {last}")
    presented = BillPresented(
        reference=command.reference,
        on=command.on,
        presented_by=command.actor,
        findings=(late,) if command.on > last else (),
    )
    return (presented,)


def record_refusal(command: RecordRefusal, known: Holding) -> Sequence[BillEvent]:
    """Record that payment was refused; () where that is recorded."""
    taken, done = _held(command, known), known.refused
    said = (command.on, command.reason, command.evidence)
    if done and (done.on, done.reason, done.evidence) == said:
        return ()
    bankrupt = command.reason is RefusalReason.BANKRUPT
    presented = known.presented is not None and known.presented.on <= command.on
    due = taken.bill.collected_from <= command.on
    REFUSED_ONCE_PRESENTED.require(
        done is None
        and taken.on <= command.on <= command.today
        and (bankrupt or (presented and due)),
        on=command.on,
        payable_from=taken.bill.collected_from,
    )
    refused = BillRefused(
        on=command.on,
        reason=command.reason,
        evidence=command.evidence,
        refusal_recorded_by=command.actor,
    )
    return (refused,)


def claim_recourse(command: ClaimRecourse, known: Holding) -> Sequence[BillEvent]:
    """Record a claim on somebody who signed, with a finding where it is late; () where it is."""
    taken, refused = _held(command, known), known.refused
    done = known.claims.get(command.reference)
    said = (command.signatory, command.endorser, command.on, command.letter)
    if done and (done.signatory, done.endorser, done.on, done.letter) == said:
        return ()
    ONE_CLAIM_A_REFERENCE.require(done is None, reference=command.reference)
    RECOURSE_AFTER_REFUSAL.require(
        refused is not None and refused.on <= command.on <= command.today, on=command.on
    )
    assert refused is not None
    named = command.endorser in taken.bill.endorsers
    RECOURSE_IS_ON_WHO_SIGNED.require(
        named if command.signatory is BillParty.ENDORSER else command.endorser is None,
        signatory=command.signatory,
        endorser=command.endorser,
    )
    last = refused.on + NOTICE
    late = Finding(TOLD_IN_TIME.code, f"told {command.on}, the last day was {last}")
    claimed = RecourseClaimed(
        reference=command.reference,
        signatory=command.signatory,
        endorser=command.endorser,
        on=command.on,
        letter=command.letter,
        claimed_by=command.actor,
        findings=(late,) if command.on > last else (),
    )
    return (claimed,)
