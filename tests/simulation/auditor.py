"""A second, naive account of the bank: only what was asked and accepted, added up by hand.

It knows no schedule, no order of discharge and of interest only what is kept back from a bill; it
knows that money does not vanish.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import define, field

from adapters.bus import Outcome
from domain.money import Money


def fen(text: str) -> int:
    """Return an amount like "120.00 CNY" in fen."""
    return Money.parse(text).fen


def discount(agreed: Mapping[str, Any], paid_on: str) -> int:
    """Return what is kept back from a bill: its days, three more from elsewhere, of 360."""
    bill = agreed["bill"]
    days = (date.fromisoformat(bill["matures_on"]) - date.fromisoformat(paid_on)).days
    share = Fraction(agreed["rate_yearly"].rstrip("%")) / 100
    days += 3 if bill["acceptor_elsewhere"] else 0
    return round(fen(agreed["amount"]) * share * days / 360)


@define
class Auditor:
    """What a clerk with a pencil would keep."""

    paid_out: dict[tuple[str, str], int] = field(factory=dict)  # By loan and reference.
    received: dict[tuple[str, str], int] = field(factory=dict)  # By loan and receipt.
    refunded: dict[tuple[str, str], int] = field(factory=dict)
    taken_over: dict[str, int] = field(factory=dict)
    replaces: dict[str, str] = field(factory=dict)  # New loan -> the loan that its money pays off.
    entrusted: set[str] = field(factory=set)  # Loans of others' money, which is not in our till.
    bills: dict[str, Mapping[str, Any]] = field(factory=dict)  # What was agreed, by loan.
    kept_back: dict[tuple[str, str], int] = field(factory=dict)  # As paid out.

    def note(self, name: str, fields: Mapping[str, Any], outcome: Outcome) -> None:
        """Write down an accepted command that did something."""
        if not outcome.events or not name.startswith("loan."):
            return
        loan = fields["loan_id"]
        match name:
            case "loan.disburse":
                self.paid_out[loan, fields["reference"]] = fen(fields["amount"])
                if loan in self.bills:
                    kept = discount(self.bills[loan], fields["value_date"])
                    self.kept_back[loan, fields["reference"]] = kept
            case "loan.reverse_disbursement":
                del self.paid_out[loan, fields["reference"]]
                self.kept_back.pop((loan, fields["reference"]), None)
            case "loan.record_repayment":
                self.received[loan, fields["receipt_no"]] = fen(fields["amount"])
            case "loan.reverse_repayment":
                del self.received[loan, fields["receipt_no"]]
            case "loan.refund_excess":
                self.refunded[loan, fields["reference"]] = fen(fields["amount"])
            case "loan.take_back" if fields["kind"] == "refund":
                del self.refunded[loan, fields["number"]]
            case "loan.agree" if fields.get("bill"):
                self.bills[loan] = fields
            case "loan.agree" if fields.get("replaces"):
                self.replaces[loan] = fields["replaces"]
            case "loan.entrust":
                self.entrusted.add(loan)
            case "loan.take_over" if fields["plan"]:
                self.taken_over[loan] = fen(fields["amount"])

    @property
    def cash(self) -> int:
        """What should lie in the till: in less out.

        A loan that replaces another takes nothing, nor does one of money that others entrusted.
        """
        outside = self.replaces.keys() | self.entrusted
        out = sum(fen for (loan, _), fen in self.paid_out.items() if loan not in outside)
        out -= sum(self.kept_back.values())
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
