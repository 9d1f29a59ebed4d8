"""Decisions: loans hang on a customer while they are open, and a while after they ended."""

from collections.abc import Sequence

from domain.customer.events import CustomerEvent, LoanReleased, LoanTied
from domain.customer.rules import KIND_MAY_BORROW, LOAN_IS_TIED, REPLACED_LOAN_IS_THEIR_OWN
from domain.customer.standing import active, on_record
from domain.customer.state import Customer, Registered
from domain.retention import retained_until
from domain.ties import ReleaseLoan, TieLoan


def tie_loan(command: TieLoan, customer: Customer) -> Sequence[CustomerEvent]:
    """Tie a loan; () where it is open with the customer.

    A merged duplicate takes no new loan; one of its own that is reopened is tied to it again.
    """
    known = on_record(customer)
    if command.loan_id in known.open_loans:
        return ()
    if command.loan_id not in known.released:
        kind = active(customer).first.kind
        allowed = ", ".join(command.kind_required)
        KIND_MAY_BORROW.require(
            not allowed or kind in command.kind_required, kind=kind, allowed=allowed
        )
        REPLACED_LOAN_IS_THEIR_OWN.require(
            command.replaces is None or command.replaces in _loans(known),
            replaces=command.replaces,
        )
    return (LoanTied(loan_id=command.loan_id),)


def _loans(customer: Registered) -> set[str]:
    """Return the loans of a customer, those of merged duplicates included."""
    absorbed = (loan for one in customer.absorbed for loan in one.loans)
    return {*customer.open_loans, *customer.released, *absorbed}


def release_loan(command: ReleaseLoan, customer: Customer) -> Sequence[CustomerEvent]:
    """Release a loan, also of a merged duplicate; () where it was released on that day.

    The file is kept by the law of the day that the loan ended.
    """
    known = on_record(customer)
    released = LoanReleased(
        loan_id=command.loan_id,
        ended_on=command.ended_on,
        retained_until=retained_until(command.ended_on),
    )
    if known.released.get(command.loan_id) == released:
        return ()
    LOAN_IS_TIED.require(command.loan_id in known.open_loans, loan_id=command.loan_id)
    return (released,)
