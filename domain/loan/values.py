"""The values that a loan's commands and events share."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.ids import Name, ReceiptNo
from domain.money import Money


class ReversalReason(StrEnum):
    """Why a receipt is reversed."""

    KEYED_WRONG = "keyed_wrong"
    WRONG_LOAN = "wrong_loan"
    RETURNED_BY_PAYER_BANK = "returned_by_payer_bank"
    SENT_TWICE = "sent_twice"


class CorrectionReason(StrEnum):
    """Why a fact is taken back."""

    KEYED_WRONG = "keyed_wrong"
    WRONG_LOAN = "wrong_loan"
    AGREED_IN_ERROR = "agreed_in_error"
    REVOKED = "revoked"  # By agreement, or by a court.
    DISPROVED = "disproved"  # What was found turned out not to be so.


class FactKind(StrEnum):
    """The kinds of fact that are recorded about a loan, each with numbers of its own."""

    DRAWDOWN = "drawdown"
    RECEIPT = "receipt"
    RATE = "rate"
    PAUSE = "pause"
    FEE = "fee"
    MISUSE = "misuse"
    EXTENSION = "extension"
    RESTRUCTURING = "restructuring"
    RESPREADING = "respreading"
    CAPITALISATION = "capitalisation"
    WAIVER = "waiver"
    WRITE_OFF = "write_off"
    REFUND = "refund"


class CancelReason(StrEnum):
    """Why an agreed loan is not paid out."""

    BORROWER_WITHDREW = "borrower_withdrew"
    CONDITIONS_NOT_MET = "conditions_not_met"
    AGREED_IN_ERROR = "agreed_in_error"


class Purpose(StrEnum):
    """What money was received for."""

    AS_DUE = "as_due"  # What is due; what is beyond goes as the contract says.
    PREPAY_KEEP_INSTALMENT = "prepay_keep_instalment"  # 缩期: the term becomes shorter.
    PREPAY_KEEP_TERM = "prepay_keep_term"  # 减额: the instalments become lower.
    SETTLE = "settle"  # 提前结清: all that is owed.
    REFINANCING = "refinancing"  # 借新还旧, 无还本续贷: a new loan's money; principal alone.
    RECOVERY = "recovery"  # 核销后收回: what came in after the loan was written off.


class Lending(StrEnum):
    """What a loan is lent for, beside its purpose."""

    NEW = "new"
    REFINANCING = "refinancing"  # 借新还旧: its money pays off the principal of another loan.
    RENEWAL = "renewal"  # 无还本续贷: the same for a going business, agreed before that matures.


class FeeKind(StrEnum):
    """What a fee is charged for."""

    UP_FRONT = "up_front"
    PERIODIC = "periodic"
    LATE = "late"
    EARLY = "early"  # For prepaying, where it was agreed by hand.


class RateReason(StrEnum):
    """Why a rate is another from a day on."""

    REPRICED = "repriced"  # By the contract's rule: a reference rate and a spread.
    AGREED = "agreed"


class Respreading(StrEnum):
    """What becomes of arrears that are spread anew."""

    CAPITALISED = "capitalised"  # Unpaid interest joins the principal and bears interest.
    SPREAD = "spread"  # Asked for in equal parts with the coming instalments, without interest.


@frozen(kw_only=True)
class Instalment:
    """What a plan asks for on one day."""

    no: int  # From 1, in order of due date.
    due_date: date
    principal: Money
    interest: Money
    fee: Money


@frozen(kw_only=True)
class Split:
    """An amount by what it discharges; also used for what is due.  All in one currency."""

    fee: Money
    penalty: Money
    interest: Money
    principal: Money
    excess: Money  # Beyond all that is owed: held for the borrower.
    off_books: Money | None = None  # Principal that had been written off before; None: nothing.

    @classmethod
    def nothing(cls, currency: str) -> "Split":
        """Return a split of nothing."""
        zero = Money.zero(currency)
        return cls(fee=zero, penalty=zero, interest=zero, principal=zero, excess=zero)

    @property
    def parts(self) -> tuple[Money, ...]:
        """Fee, penalty, interest, principal and excess, in this order."""
        return (self.fee, self.penalty, self.interest, self.principal, self.excess)

    @property
    def total(self) -> Money:
        """The sum of the parts, and of what is off the books."""
        every = (*self.parts, *filter(None, (self.off_books,)))
        return Money(sum(part.fen for part in every), self.fee.currency)

    def __add__(self, other: "Split") -> "Split":
        return self._each(other, Money.__add__)

    def __sub__(self, other: "Split") -> "Split":
        return self._each(other, Money.__sub__)

    def __neg__(self) -> "Split":
        return Split.nothing(self.fee.currency) - self

    def _each(self, other: "Split", operation: Callable[[Money, Money], Money]) -> "Split":
        fee, penalty, interest, principal, excess = map(operation, self.parts, other.parts)
        zero = Money.zero(self.fee.currency)
        off_books = operation(self.off_books or zero, other.off_books or zero)
        return Split(
            fee=fee,
            penalty=penalty,
            interest=interest,
            principal=principal,
            excess=excess,
            off_books=off_books if off_books.fen else None,
        )


@frozen(kw_only=True)
class Restated:
    """What a fact moved, where that is another because of what became known later."""

    receipt_no: ReceiptNo  # The number of the receipt, or of another fact.
    value_date: date
    before: Split
    after: Split
    kind: FactKind = FactKind.RECEIPT


@frozen(kw_only=True)
class StatedAmount:
    """A balance that another system stated, under that system's name for it."""

    name: Name
    amount: Money


@frozen(kw_only=True)
class StatedDate:
    """A day that another system stated, under that system's name for it."""

    name: Name
    day: date
