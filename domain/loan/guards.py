"""What others must accept together with what happens to a loan, or nothing happens at all."""

from collections.abc import Iterator, Sequence
from functools import reduce

from domain.kinds import CustomerKind
from domain.loan.commands import LoanCommand
from domain.loan.discounting.holding import BillGuard, holding
from domain.loan.events import (
    DisbursementReversed,
    LoanAgreed,
    LoanCancelled,
    LoanDisbursed,
    LoanEvent,
    LoanReopened,
    LoanSettled,
    LoanTakenOver,
)
from domain.loan.evolution import evolve
from domain.loan.origination import renewed_for
from domain.loan.refinancing.commands import PayOffByLoan, UndoPayOff
from domain.loan.state import Loan
from domain.loan.under_contract.paid_back import paid_back
from domain.loan.values import Lending
from domain.ties import ReleaseLoan, RestoreHeadroom, TieLoan

Guard = TieLoan | ReleaseLoan | PayOffByLoan | UndoPayOff | RestoreHeadroom | BillGuard


def guards(command: LoanCommand, loan: Loan | None, events: Sequence[LoanEvent]) -> Sequence[Guard]:
    """Return what must be accepted.

    The borrower's file is tied to open loans and no others; the loan that is replaced takes the
    money of the one that replaces it, and gives it back with it.  The limit that a note uses is
    told how much of it was paid back, whenever that changes.  A bill goes with its loan.
    """
    loan_id = command.loan_id
    return (
        *_of(loan_id, loan, events),
        *_paid_back(loan_id, loan, events),
        *holding(loan_id, loan, events),
    )


def _of(loan_id: str, loan: Loan | None, events: Sequence[LoanEvent]) -> Iterator[Guard]:
    customer_id = loan.begun.customer_id if loan else ""
    for event in events:
        match event:
            case LoanAgreed():
                yield TieLoan(
                    customer_id=event.customer_id,
                    loan_id=loan_id,
                    kind_required=_kinds(event),
                    replaces=event.replaces,
                )
            case LoanTakenOver():
                yield TieLoan(customer_id=event.customer_id, loan_id=loan_id)
            case LoanReopened():
                yield TieLoan(customer_id=customer_id, loan_id=loan_id)
            case LoanSettled() | LoanCancelled():
                yield ReleaseLoan(customer_id=customer_id, loan_id=loan_id, ended_on=event.on)
            case LoanDisbursed(replaces=str(old)):
                assert loan is not None
                yield _pay_off(loan_id, loan, event, old)
            case DisbursementReversed(replaces=str(old)):
                yield UndoPayOff(loan_id=old, by_loan=loan_id, reference=event.reference)


def _kinds(agreed: LoanAgreed) -> tuple[CustomerKind, ...]:
    renewal = agreed.lending is Lending.RENEWAL
    return renewed_for(agreed.terms) if renewal else agreed.terms.customer_kinds


def _pay_off(loan_id: str, loan: Loan, event: LoanDisbursed, old: str) -> PayOffByLoan:
    return PayOffByLoan(
        loan_id=old,
        by_loan=loan_id,
        lending=loan.agreed.lending,
        reference=event.reference,
        amount=event.amount,
        value_date=event.value_date,
        for_another=loan.for_another,
    )


def _paid_back(
    loan_id: str, loan: Loan | None, events: Sequence[LoanEvent]
) -> Iterator[RestoreHeadroom]:
    if loan is None or not isinstance(loan.begun, LoanAgreed) or not loan.begun.facility_id:
        return
    after = reduce(evolve, events, loan)
    if paid_back(after) != paid_back(loan):
        yield RestoreHeadroom(
            facility_id=loan.begun.facility_id, loan_id=loan_id, amount=paid_back(after)
        )
