"""Decisions: name whose money a loan is, and mark what is booked beside our own."""

from collections.abc import Sequence

import attrs

from domain.loan.booked import Booked
from domain.loan.entrusted.commands import EntrustedCommand
from domain.loan.entrusted.events import LoanEntrusted
from domain.loan.entrusted.rules import (
    ENTRUSTED_ONCE,
    ENTRUSTER_IS_A_CUSTOMER,
    ENTRUSTER_IS_NAMED,
    ONLY_AN_ENTRUSTED_PRODUCT,
)
from domain.loan.events import LoanEvent
from domain.loan.standing import begun
from domain.loan.state import Loan
from domain.party import Standing


def decide(command: EntrustedCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Name whose money a loan lends; () where it was named under that agreement."""
    known = begun(loan)
    made = LoanEntrusted(entrusted_by=command.entrusted_by, contract_no=command.contract_no)
    if known.entrusted == made:
        return ()
    ONLY_AN_ENTRUSTED_PRODUCT.require(known.for_another, loan_id=command.loan_id)
    ENTRUSTED_ONCE.require(known.entrusted is None and not known.paid_out)
    entruster = command.entruster
    registered = entruster is not None and entruster.standing is Standing.ACTIVE
    ENTRUSTER_IS_A_CUSTOMER.require(
        registered and command.entrusted_by != known.begun.customer_id,
        entrusted_by=command.entrusted_by,
    )
    return (made,)


def require_entruster(loan: Loan) -> None:
    """Raise Refused where an entrusted loan does not say whose money it is."""
    ENTRUSTER_IS_NAMED.require(not loan.for_another or loan.entrusted is not None)


def marked(events: Sequence[LoanEvent], loan: Loan | None) -> Sequence[LoanEvent]:
    """Return events with those that post marked, where it is another's money that they move."""
    if loan is None or loan.entrusted is None:
        return events
    return tuple(
        attrs.evolve(event, entrusted=True) if isinstance(event, Booked) else event
        for event in events
    )
