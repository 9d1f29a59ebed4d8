"""What may be asked about whose money a loan is: the contract with callers."""

from attrs import frozen

from domain.fields import looked_up
from domain.ids import CustomerId, LoanId, ReceiptNo
from domain.party import Party


@frozen(kw_only=True)
class EntrustLoan:
    """Name the customer whose money an entrusted loan lends, before it is paid out."""

    loan_id: LoanId
    entrusted_by: CustomerId
    contract_no: ReceiptNo  # Of the agreement with who entrusts.
    entruster: Party | None = looked_up("customer", by="entrusted_by")


EntrustedCommand = EntrustLoan
