"""The values that a drawdown's commands and events share."""

from enum import StrEnum

from attrs import frozen

from domain.fields import personal
from domain.ids import Digest, ReceiptNo
from domain.money import Money


class PayeeKind(StrEnum):
    """Whose account the money goes to."""

    COUNTERPARTY = "counterparty"  # Of the borrower's trade: 交易对手.
    OWN_ACCOUNT = "own_account"  # The borrower's, or of somebody who passes it on.
    TRANSIT_ACCOUNT = "transit_account"  # 过渡户


@frozen(kw_only=True)
class Payee:
    """Who is paid on the borrower's behalf, and for what trade.

    Name and account are sealed under the borrower's key, for a payee may be a person.
    """

    payee_id: ReceiptNo  # "1", "2", …, within the drawdown.
    kind: PayeeKind
    amount: Money
    trade: Digest | None  # Of the contract, order or invoice that shows the trade.
    name: str = personal()
    account_no: str = personal()
    bank_no: str
    bank_name: str


class CancelReason(StrEnum):
    """Why a drawdown is not paid."""

    BORROWER_WITHDREW = "borrower_withdrew"
    CONDITIONS_NOT_MET = "conditions_not_met"
    REQUESTED_WRONGLY = "requested_wrongly"


class UndoReason(StrEnum):
    """Why a payment is taken back."""

    KEYED_WRONG = "keyed_wrong"
    RETURNED_BY_PAYEE_BANK = "returned_by_payee_bank"
    SENT_TWICE = "sent_twice"
