"""What has happened to the price of a loan: the contract with history."""

from datetime import date

from attrs import frozen

from domain.fields import last_day
from domain.ids import ReceiptNo
from domain.loan.booked import Booked
from domain.loan.pricing.values import Repriced
from domain.loan.values import Instalment, RateReason, Restated
from domain.rate import Rate


@frozen(kw_only=True)
class RateChanged(Booked):
    """The rate is another from a day on, also for what is overdue from then."""

    reference: ReceiptNo
    rate_yearly: Rate
    value_date: date
    reason: RateReason
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class LoanRepriced(Booked):
    """The loan followed its benchmark: these are all its repricings, known before or not."""

    rates: tuple[Repriced, ...]  # By day.
    value_date: date  # The first day on which the rate is another than was recorded.
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class InterestPaused(Booked):
    """The loan bears neither interest nor penalty interest from a day on."""

    reference: ReceiptNo
    value_date: date
    until: date | None = last_day()
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class PauseEnded(Booked):
    """The loan bears interest again from a day on."""

    reference: ReceiptNo
    until: date
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


PricingEvent = RateChanged | LoanRepriced | InterestPaused | PauseEnded
