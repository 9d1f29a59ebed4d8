"""What may be asked about the price of a loan: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.fields import looked_up, stamped
from domain.ids import BenchmarkId, LoanId, ReceiptNo
from domain.quotes import Quotes
from domain.rate import Rate


@frozen(kw_only=True)
class ChangeRate:
    """Change the rate of a loan from a day on, as agreed with the borrower."""

    loan_id: LoanId
    reference: ReceiptNo  # The agreement's number; makes the command safe to send twice.
    rate_yearly: Rate
    value_date: date
    today: date = stamped("today")


@frozen(kw_only=True)
class RepriceLoan:
    """Let a loan follow its benchmark on every repricing day up to today."""

    loan_id: LoanId
    benchmark_id: BenchmarkId  # The loan's own.
    quotes: Quotes | None = looked_up("benchmark", by="benchmark_id")
    today: date = stamped("today")


@frozen(kw_only=True)
class PauseInterest:
    """Pause interest and penalty interest from a day on (停息)."""

    loan_id: LoanId
    reference: ReceiptNo
    value_date: date
    until: date | None = None  # The first day that bears interest again; None: not yet known.
    today: date = stamped("today")


@frozen(kw_only=True)
class EndPause:
    """Say from which day a loan bears interest again."""

    loan_id: LoanId
    reference: ReceiptNo  # Of the pause.
    until: date
    today: date = stamped("today")


PricingCommand = ChangeRate | RepriceLoan | PauseInterest | EndPause
