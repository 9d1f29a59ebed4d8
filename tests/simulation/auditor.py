"""A second, naive account of the bank: only what was asked and accepted, added up by hand.

It knows no schedule, no interest and no order of discharge; it knows that money does not vanish.
"""

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from adapters.bus import Outcome
from domain.money import Money


def fen(text: str) -> int:
    """Return an amount like "120.00 CNY" in fen."""
    return Money.parse(text).fen


@define
class Auditor:
    """What a clerk with a pencil would keep."""

    paid_out: dict[tuple[str, str], int] = field(factory=dict)  # By loan and reference.
    received: dict[tuple[str, str], int] = field(factory=dict)  # By loan and receipt.
    refunded: dict[tuple[str, str], int] = field(factory=dict)
    taken_over: dict[str, int] = field(factory=dict)
    replaces: dict[str, str] = field(factory=dict)  # New loan -> the loan that its money pays off.

    def note(self, name: str, fields: Mapping[str, Any], outcome: Outcome) -> None:
        """Write down an accepted command that did something."""
        if not outcome.events or not name.startswith("loan."):
            return
        loan = fields["loan_id"]
        match name:
            case "loan.disburse":
                self.paid_out[loan, fields["reference"]] = fen(fields["amount"])
            case "loan.reverse_disbursement":
                del self.paid_out[loan, fields["reference"]]
            case "loan.record_repayment":
                self.received[loan, fields["receipt_no"]] = fen(fields["amount"])
            case "loan.reverse_repayment":
                del self.received[loan, fields["receipt_no"]]
            case "loan.refund_excess":
                self.refunded[loan, fields["reference"]] = fen(fields["amount"])
            case "loan.take_back" if fields["kind"] == "refund":
                del self.refunded[loan, fields["number"]]
            case "loan.agree" if fields.get("replaces"):
                self.replaces[loan] = fields["replaces"]
            case "loan.take_over" if fields["plan"]:
                self.taken_over[loan] = fen(fields["amount"])

    @property
    def cash(self) -> int:
        """What should lie in the till: in less out; a loan that replaces another takes nothing."""
        out = sum(fen for (loan, _), fen in self.paid_out.items() if loan not in self.replaces)
        return sum(self.received.values()) - out - sum(self.refunded.values())

    def lent(self, loan: str) -> int:
        """What was lent on a loan, by us or by the former system."""
        ours = sum(amount for (known, _), amount in self.paid_out.items() if known == loan)
        return ours + self.taken_over.get(loan, 0)

    def came_back(self, loan: str) -> int:
        """What stands as received on a loan, in money or by the loan that replaces it."""
        return sum(self.receipts(loan).values())

    def receipts(self, loan: str) -> dict[str, int]:
        """Return what stands as received on a loan, by number."""
        by_hand = {no: fen for (known, no), fen in self.received.items() if known == loan}
        by_loan = {
            no: fen for (new, no), fen in self.paid_out.items() if self.replaces.get(new) == loan
        }
        return by_hand | by_loan
