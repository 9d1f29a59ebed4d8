"""What may be asked of a loan: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.dated import Dated
from domain.facts.bill import Bill, BillParty
from domain.facts.policy import PolicyBook
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.fields import looked_up, stamped
from domain.ids import CustomerId, DayOfMonth, LoanId, Months, ProductId, ReceiptNo
from domain.kinds import RepaymentMethod
from domain.loan.charges.commands import ChargesCommand
from domain.loan.entrusted.commands import EntrustedCommand
from domain.loan.loss.commands import LossCommand
from domain.loan.pricing.commands import PricingCommand
from domain.loan.pricing.values import Pricing
from domain.loan.refinancing.commands import RefinancingCommand
from domain.loan.rescheduling.commands import ReschedulingCommand
from domain.loan.shape import Shape
from domain.loan.values import (
    CancelReason,
    CorrectionReason,
    FactKind,
    Instalment,
    Lending,
    Purpose,
    ReversalReason,
    StatedAmount,
    StatedDate,
)
from domain.money import Money
from domain.origin import Origin
from domain.rate import Rate
from domain.terms import Terms
from domain.ties import ConfirmLoanEnded, LendUnderContract, UndoLending


@frozen(kw_only=True)
class AgreeLoan:
    """Agree a loan with a customer within a product's terms."""

    loan_id: LoanId
    customer_id: CustomerId
    product_id: ProductId
    amount: Money
    rate_yearly: Rate
    method: RepaymentMethod
    instalments: Months  # One a month, or as the shape says.
    due_day: DayOfMonth  # The last day of the month where it has no such day.
    signed_on: date
    shape: Shape | None = None  # None: an instalment a month, as the method has it.
    pricing: Pricing | None = None  # By a benchmark; None: the rate is fixed.
    lending: Lending = Lending.NEW
    replaces: LoanId | None = None  # The loan whose principal its money pays off.
    bill: Bill | None = None  # That is discounted, by the method discount alone.
    loan_purpose: LoanPurpose | None = None  # None: nobody says; then the product may not ask.
    security: tuple[SecurityWay, ...] = ()  # How it is secured; (): nobody says.
    # The product's terms from day to day, None from its withdrawal on; None for no such product.
    terms: Dated[Terms | None] | None = looked_up("product", by="product_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    today: date = stamped("today")


@frozen(kw_only=True)
class TakeOverLoan:
    """Take over a running loan as another system stated it."""

    loan_id: LoanId
    customer_id: CustomerId
    amount: Money  # Principal paid out.
    rate_yearly: Rate | None  # None where it was not stated.
    granted_on: date
    plan: tuple[Instalment, ...]  # () where no plan was stated.
    origin: Origin
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordStatement:
    """Record what another system stated about a loan as of a day."""

    loan_id: LoanId
    as_of: date
    status: str
    amounts: tuple[StatedAmount, ...]
    dates: tuple[StatedDate, ...] = ()
    origin: Origin
    today: date = stamped("today")


@frozen(kw_only=True)
class CancelLoan:
    """Cancel an agreed loan before money is paid out."""

    loan_id: LoanId
    reason: CancelReason
    on: date
    today: date = stamped("today")


@frozen(kw_only=True)
class DisburseLoan:
    """Pay out an agreed loan, or a part of it where the product allows several."""

    loan_id: LoanId
    amount: Money
    value_date: date
    reference: ReceiptNo  # The payment's number; makes the command safe to send twice.
    today: date = stamped("today")


@frozen(kw_only=True)
class ReverseDisbursement:
    """Reverse a payment that was entered wrongly; the loan is agreed and unpaid again."""

    loan_id: LoanId
    reference: ReceiptNo


@frozen(kw_only=True)
class RecordRepayment:
    """Record money received from the borrower."""

    loan_id: LoanId
    receipt_no: ReceiptNo  # The payment channel's number; makes the command safe to send twice.
    amount: Money
    value_date: date  # The day the money counts from, not the day it was keyed in.
    origin: Origin | None = None
    purpose: Purpose = Purpose.AS_DUE  # What the borrower elects for what is beyond what is due.
    paid_by: BillParty | None = None  # Of a discounted bill: who paid.
    today: date = stamped("today")


@frozen(kw_only=True)
class ReverseRepayment:
    """Reverse a receipt; the loan is then as if it had never come, from its value date on."""

    loan_id: LoanId
    receipt_no: ReceiptNo
    reason: ReversalReason


@frozen(kw_only=True)
class RefundExcess:
    """Pay back to the borrower what was received beyond all that was owed."""

    loan_id: LoanId
    reference: ReceiptNo
    amount: Money
    value_date: date
    today: date = stamped("today")


@frozen(kw_only=True)
class TakeBack:
    """Take back a fact that was recorded about a loan, as if it had never been."""

    loan_id: LoanId
    kind: FactKind  # Drawdowns and receipts have commands of their own.
    number: ReceiptNo  # That it was recorded under.
    reason: CorrectionReason


UnderContractCommand = LendUnderContract | UndoLending | ConfirmLoanEnded
LoanCommand = (
    AgreeLoan
    | TakeOverLoan
    | RecordStatement
    | CancelLoan
    | DisburseLoan
    | ReverseDisbursement
    | RecordRepayment
    | ReverseRepayment
    | RefundExcess
    | TakeBack
    | EntrustedCommand
    | PricingCommand
    | ChargesCommand
    | ReschedulingCommand
    | LossCommand
    | RefinancingCommand
    | UnderContractCommand
)
