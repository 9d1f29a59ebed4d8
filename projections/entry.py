"""What each kind of fact posts: balanced entries, and their differences.

Source: Accounting Standards for Business Enterprises, basic standard, Art. 11 (debit and credit);
金融企业呆账核销管理办法 (written off against the allowance, which a recovery restores).
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from domain.loan.booked import Booked
from domain.loan.values import FactKind, Restated, Split
from domain.money import Money
from domain.recorded import Fact
from projections import chart
from projections.chart import Account

# What the parts of a split are posted to, in the order of Split.parts.
_SIDES: Final = (
    chart.FEE_INCOME,
    chart.PENALTY_INCOME,
    chart.INTEREST_INCOME,
    chart.LOANS,
    chart.EXCESS_HELD,
)


@frozen(kw_only=True)
class Posting:
    """One side of an entry; the postings of an event balance in each currency."""

    account: str  # Code of the chart.
    loan_id: str  # "" for what is of no loan.
    reference: str  # Of the payment or receipt.
    currency: str
    debit: int  # Fen, >= 0; one of the two is 0, and not both.
    credit: int

    @property
    def amount(self) -> Money:
        """The amount, debit > 0 and credit < 0."""
        return Money(self.debit - self.credit, self.currency)


Place = tuple[date, str]  # The value date and the number of a fact.
Postings = Iterator[tuple[date, Posting]]  # With the value date of each.


def moved(fact: Fact, kind: FactKind, moved: Split, place: Place) -> Postings:
    """Yield what a fact of a kind posts for what it moved; the contrary where that is negative."""
    match kind:
        case FactKind.RECEIPT:
            yield from received(fact, moved, place, chart.CASH)
        case FactKind.WAIVER | FactKind.WRITE_OFF:
            yield from pair(fact, (chart.ALLOWANCE, chart.LOANS), moved.principal, place)
        case FactKind.CAPITALISATION | FactKind.RESPREADING:
            yield from pair(fact, (chart.LOANS, chart.INTEREST_INCOME), moved.interest, place)
        case FactKind.REFUND:
            yield from pair(fact, (chart.EXCESS_HELD, chart.CASH), moved.excess, place)


def pair(fact: Fact, sides: tuple[Account, Account], amount: Money, place: Place) -> Postings:
    """Yield debit and credit of an amount; the contrary where it is negative."""
    for account, side in zip(sides, (amount, -amount), strict=True):
        yield from posting(fact, account, side, place[0], reference=place[1])


def received(fact: Fact, split: Split, place: Place, money: Account) -> Postings:
    """Yield money against each part of a split; a negative part takes back what it posted.

    Principal that was written off before restores the allowance.
    """
    on, receipt_no = place
    off_books = split.off_books.fen if split.off_books else 0
    parts = [part.fen for part in split.parts]
    sides = [(money, sum(parts) + off_books), (chart.ALLOWANCE, -off_books)]
    sides[1:1] = [(account, -part) for account, part in zip(_SIDES, parts, strict=True)]
    for account, fen in sides:
        if fen:
            yield on, _side(fact, account, fen, reference=receipt_no, currency=split.fee.currency)


def earned(fact: Fact, booked: Booked, reference: str) -> Postings:
    """Yield what becomes income of a discount, on its own days, of which some may be ahead."""
    for row in booked.earned:
        sides = (chart.UNEARNED, chart.DISCOUNT_INCOME)
        yield from pair(fact, sides, row.amount, (row.on, reference))


def restated(fact: Fact, restated: tuple[Restated, ...]) -> Postings:
    """Yield the difference that each restated fact makes, on its own day."""
    for row in restated:
        place = (row.value_date, row.receipt_no)
        yield from moved(fact, row.kind, row.after - row.before, place)


def posting(fact: Fact, account: Account, amount: Money, on: date, *, reference: str) -> Postings:
    """Yield one side of an entry, debit > 0; nothing for nothing."""
    if amount.fen:
        kept = _side(fact, account, amount.fen, reference=reference, currency=amount.currency)
        yield on, kept


def _side(fact: Fact, account: Account, fen: int, *, reference: str, currency: str) -> Posting:
    """Return a side in whole fen, debit > 0: ledgers are built from millions of them.

    What moves another's money is booked beside our own, and a bill in accounts of its own.
    """
    if isinstance(fact.event, Booked):
        if fact.event.entrusted:
            account = chart.BESIDE[account]
        elif fact.event.discounted:
            account = chart.OF_A_BILL.get(account, account)
    return Posting(
        account=account.code,
        loan_id=fact.id,
        reference=reference,
        currency=currency,
        debit=fen if fen > 0 else 0,
        credit=-fen if fen < 0 else 0,
    )
