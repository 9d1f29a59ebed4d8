"""What is known of a loan: who owes it, and what of it no limit counts."""

from attrs import frozen

from domain.money import Money
from domain.party import Party


@frozen
class Borrowing(Party):
    """The borrower of a loan, and what they owe of it outside every limit."""

    loan_id: str = ""
    # Principal, as lent less what was paid back; None under a limit, or of others' money.
    outside_limits: Money | None = None
