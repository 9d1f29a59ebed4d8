"""What every event that posts says of where it is booked."""

from datetime import date

from attrs import frozen

from domain.facts.bill import KeptBack
from domain.ids import LoanId
from domain.money import Money


@frozen(kw_only=True)
class Earned:
    """Of interest that was kept back, what becomes income on a day; < 0: what no longer does."""

    on: date  # May be ahead: it is then booked once that day has come.
    amount: Money


@frozen(kw_only=True)
class Booked:
    """An event that posts."""

    entrusted: bool = False  # Of another's money: booked beside our own.
    discounted: bool = False  # Of a discounted bill: booked as one.
    earned: tuple[Earned, ...] = ()  # What it changes about when a discount is earned.


@frozen(kw_only=True)
class PaidOut(Booked):
    """A payment of a loan's money, or its undoing."""

    replaces: LoanId | None = None  # The loan whose principal the money pays off (借新还旧).
    kept_back: KeptBack | None = None  # Of a discounted bill: the rest of the amount was paid.
