"""What has happened about whose money a loan is: the contract with history."""

from attrs import frozen

from domain.ids import CustomerId, ReceiptNo


@frozen(kw_only=True)
class LoanEntrusted:
    """A loan lends the money of a customer, who bears its risk."""

    entrusted_by: CustomerId
    contract_no: ReceiptNo


EntrustedEvent = LoanEntrusted
