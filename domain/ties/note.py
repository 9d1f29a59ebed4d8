"""A note is lent under a contract, and ends before its contract does."""

from datetime import date

from attrs import frozen

from domain.dated import Dated
from domain.facts.bill import Bill
from domain.facts.terms import CreditTerms
from domain.fields import looked_up
from domain.ids import ContractId, CustomerId, DayOfMonth, FacilityId, LoanId, ReceiptNo
from domain.money import Money
from domain.terms import Terms


@frozen(kw_only=True)
class LendUnderContract:
    """Agree a loan note under a signed contract, and pay its money out."""

    loan_id: LoanId
    customer_id: CustomerId
    contract_id: ContractId
    facility_id: FacilityId | None
    contract_terms: CreditTerms
    amount: Money
    due_day: DayOfMonth
    signed_on: date
    value_date: date
    reference: ReceiptNo
    product_id: str  # That of the terms, by which the product is looked up.
    bill: Bill | None = None  # That is discounted.
    terms: Dated[Terms | None] | None = looked_up("product", by="product_id")
    entrusted_by: CustomerId | None = None  # Whose money it lends; None: the institution's.
    today: date


@frozen(kw_only=True)
class UndoLending:
    """Undo the payment of a loan under a contract, and the loan with it."""

    loan_id: LoanId
    reference: ReceiptNo
    today: date


@frozen(kw_only=True)
class ConfirmLoanEnded:
    """Confirm that nothing is owed on a loan any more, so that its contract may end."""

    loan_id: LoanId
