"""What is known of a drawdown: under which contract, and by which note."""

from attrs import frozen

from domain.ids import ContractId, CustomerId, DrawdownId, LoanId


@frozen(kw_only=True)
class Drawdown:
    """A drawdown that was requested."""

    drawdown_id: DrawdownId
    contract_id: ContractId
    customer_id: CustomerId
    loan_id: LoanId
