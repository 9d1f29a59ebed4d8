"""Contracts hold on to what is drawn on them and what secures them."""

from datetime import date

from attrs import frozen

from domain.ids import ContractId, CustomerId, LoanId
from domain.money import Money


@frozen(kw_only=True)
class DrawContract:
    """Draw on a loan contract, within its amount."""

    contract_id: ContractId
    loan_id: LoanId
    amount: Money


@frozen(kw_only=True)
class UndrawContract:
    """Take back what was drawn on a contract by a payment that did not take place."""

    contract_id: ContractId
    loan_id: LoanId


@frozen(kw_only=True)
class SecureContract:
    """Secure a loan contract by a security contract that it names."""

    contract_id: ContractId  # The security contract.
    loan_contract_id: ContractId
    customer_id: CustomerId
    amount: Money
    signed_on: date


@frozen(kw_only=True)
class UnsecureContract:
    """Release a security contract from a loan contract that ended."""

    contract_id: ContractId
    loan_contract_id: ContractId
