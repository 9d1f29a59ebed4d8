"""What was paid out on loans, as lines: counted without folding the loans."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.loan.events import DisbursementReversed, LoanDisbursed
from domain.money import Money
from domain.recorded import Fact
from projections.view import FOREVER, Line, Lines, Reader


@frozen(kw_only=True)
class PaidOut:
    """Money that was paid out on a loan, or that it was not paid after all."""

    loan_id: str
    reference: str
    currency: str
    fen: int
    stands: int  # 1 or 0.

    @property
    def amount(self) -> Money:
        """How much it was."""
        return Money(self.fen, self.currency)


def paid(fact: Fact, event: LoanDisbursed | DisbursementReversed) -> Iterator[tuple[date, PaidOut]]:
    """Yield a payment on its value date, or that it was taken back."""
    yield (
        event.value_date,
        PaidOut(
            loan_id=fact.id,
            reference=event.reference,
            currency=event.amount.currency,
            fen=event.amount.fen,
            stands=int(isinstance(event, LoanDisbursed)),
        ),
    )


PAID: Final = Lines(
    name="paid_out",
    row=PaidOut,
    of={LoanDisbursed: paid, DisbursementReversed: paid},
    by=("loan_id",),
)


def paid_on(reader: Reader, loan_ids: Collection[str]) -> Sequence[Line[PaidOut]]:
    """Return the payments on these loans that stand, and count by the reader's day."""
    last = {
        (line.row.loan_id, line.row.reference): line
        for line in reader.on(FOREVER).lines(PAID, {"loan_id": loan_ids})
    }
    return [line for line in last.values() if line.row.stands and line.on <= reader.day]
