"""What is counted of a customer's behaviour, and how each figure is computed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.money import Money


class Figure(StrEnum):
    """What a customer does with their credit, and what is done with them."""

    RECEIPTS_EARLY = "receipts_early"
    RECEIPTS_ON_TIME = "receipts_on_time"
    RECEIPTS_LATE = "receipts_late"
    DAYS_LATE = "days_late"
    PART_PAYMENTS = "part_payments"
    PREPAYMENTS = "prepayments"
    DRAWDOWN_COUNT = "drawdown_count"
    AMOUNT_DRAWN = "amount_drawn"
    USE_OF_LIMIT = "use_of_limit"
    CONTACT_COUNT = "contact_count"
    REQUEST_COUNT = "request_count"
    COMPLAINT_COUNT = "complaint_count"
    CHANNELS_USED = "channels_used"
    REVENUE = "revenue"
    AVERAGE_CASH = "average_cash"
    DEPOSITS_STATED = "deposits_stated"
    NET_INCOME_STATED = "net_income_stated"


class How(StrEnum):
    """How a figure comes of the acts of a period."""

    COUNT = "count"
    LONGEST = "longest"  # Of days.
    SUM = "sum"  # Of amounts.
    LAST = "last"  # The newest amount of the period.
    EACH = "each"  # How often each word.
    STATE = "state"  # A share, as it stands on the last day of the period.


@frozen(kw_only=True)
class Act:
    """Something that counts towards a figure, on a day."""

    figure: Figure
    on: date
    record: str  # That says so: "loan-L1@5".
    days: int = 0
    months: int = 0  # Of the period that an amount is of; 0: it is of a day.
    amount: Money | None = None
    word: str = ""


Computed = Mapping[Figure, tuple[How, str]]
COMPUTED: Final[Computed] = {
    Figure.RECEIPTS_EARLY: (How.COUNT, "receipts when nothing was due; the borrower's own money"),
    Figure.RECEIPTS_ON_TIME: (How.COUNT, "receipts on a due date with nothing older unpaid"),
    Figure.RECEIPTS_LATE: (
        How.COUNT,
        "receipts after the due date of what was unpaid longest",
    ),
    Figure.DAYS_LATE: (
        How.LONGEST,
        "most days from that due date to a receipt, or to today",
    ),
    Figure.PART_PAYMENTS: (How.COUNT, "receipts of less than what was due on their value date"),
    Figure.PREPAYMENTS: (How.COUNT, "receipts to prepay or settle, or beyond what was due"),
    Figure.DRAWDOWN_COUNT: (How.COUNT, "payments out, those reversed left out"),
    Figure.AMOUNT_DRAWN: (How.SUM, "amounts paid out, those reversed left out"),
    Figure.USE_OF_LIMIT: (How.STATE, "used of the customer's own limits that stand under no other"),
    Figure.CONTACT_COUNT: (How.COUNT, "visits to leads and for investigations, campaign contacts"),
    Figure.REQUEST_COUNT: (How.COUNT, "requests and suggestions received"),
    Figure.COMPLAINT_COUNT: (How.COUNT, "complaints received"),
    Figure.CHANNELS_USED: (How.EACH, "channels of applications and leads, each so many times"),
    Figure.REVENUE: (How.LAST, "revenue of the newest statement that ends in the period"),
    Figure.AVERAGE_CASH: (How.LAST, "average cash of the newest statement that ends in the period"),
    Figure.DEPOSITS_STATED: (How.LAST, "deposits in the newest economic file of the period"),
    Figure.NET_INCOME_STATED: (How.LAST, "net income in the newest economic file of the period"),
}


def value_of(figure: Figure, acts: Sequence[Act]) -> str:
    """Return a figure of the acts of a period that count towards it, at least one."""
    match COMPUTED[figure][0]:
        case How.LONGEST:
            return str(max(act.days for act in acts))
        case How.SUM:
            return ", ".join(str(amount) for amount in totals(acts))
        case How.LAST:
            return str(max(acts, key=lambda act: (act.on, act.months)).amount)
        case How.EACH:
            words = sorted(act.word for act in acts)
            return ", ".join(f"{word} {words.count(word)}" for word in dict.fromkeys(words))
    return str(len(acts))


def standing(acts: Iterable[Act]) -> Iterator[Act]:
    """Yield acts, of amounts stated anew for the same day or period the last alone."""
    stated: dict[tuple[Figure, date, int], Act] = {}
    for act in acts:
        if COMPUTED[act.figure][0] is How.LAST:
            stated[act.figure, act.on, act.months] = act
        else:
            yield act
    yield from stated.values()


def totals(acts: Sequence[Act]) -> Sequence[Money]:
    """Return the sum of amounts in each currency, in order of the currencies."""
    sums: dict[str, int] = {}
    for act in acts:
        if act.amount is not None:
            sums[act.amount.currency] = sums.get(act.amount.currency, 0) + act.amount.fen
    return [Money(sums[currency], currency) for currency in sorted(sums)]
