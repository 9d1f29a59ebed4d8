"""A contract takes up an entrustment, and a drawdown lends of what was deposited."""

from datetime import date

from attrs import frozen

from domain.ids import ApplicationId, ContractId, LoanId, ReceiptNo
from domain.money import Money


@frozen(kw_only=True)
class TakeUpEntrustment:
    """Sign the contract of three parties on an entrustment that holds."""

    application_id: ApplicationId
    contract_id: ContractId
    today: date


@frozen(kw_only=True)
class LendFunds:
    """Lend of what was deposited, and of nothing else."""

    application_id: ApplicationId
    loan_id: LoanId
    reference: ReceiptNo  # Of the payment.
    amount: Money
    value_date: date


@frozen(kw_only=True)
class UnlendFunds:
    """Hold again what was lent by a payment that did not take place."""

    application_id: ApplicationId
    loan_id: LoanId
