"""Which terms allow an accrual: each that does not names its field and what to do.

Source: Circular PBOC 2003-251; the meaning of the fields.
"""

from domain.claim import Rounding
from domain.contradiction import require
from domain.loan.accrual.terms import DAYS_MAX, PERCENT_MAX, AccrueTerms
from domain.money import Money


def require_sound(terms: AccrueTerms) -> str:
    """Return the currency of the amounts; raise Contradiction where nothing can accrue."""
    start, until = terms.start, terms.until
    require(
        start < until, "until", f"{until} is not after {start}, the first day; give a later day"
    )
    for name in ("penalty_percent", "misuse_percent"):
        percent = getattr(terms, name)
        fits = 0 <= percent <= PERCENT_MAX
        require(fits, name, f"is {percent}; give 0 to {PERCENT_MAX} percent of the contract rate")
    fits = 0 <= terms.grace_days <= DAYS_MAX
    require(fits, "grace_days", f"is {terms.grace_days}; give 0 to {DAYS_MAX} days")
    require(terms.due is None or terms.due <= until, "due", f"is after {until}, the last day")
    exact = terms.rounding is not Rounding.EXACT
    require(exact, "rounding", "a claim has whole fen; use a rounding")
    for first, last in terms.pauses:
        require(first < last, "pauses", f"ends on {last} and begins on {first}; let it end later")
    return _currency(terms)


def _currency(terms: AccrueTerms) -> str:
    named: list[tuple[str, Money | None]] = [
        *((name, getattr(terms, name)) for name in ("balance", "overdue", "unpaid_interest")),
        ("misused", terms.misused),
        *(("drawn", draw.amount) for draw in terms.drawn),
        *(("repaid", draw.amount) for draw in terms.repaid),
    ]
    given = [(name, amount) for name, amount in named if amount is not None]
    says = "nothing bears interest; give a balance, or what is overdue, unpaid or misused"
    require(given, "balance", says)
    currency = given[0][1].currency
    for name, amount in given:
        same = f"is in {amount.currency}, {given[0][0]} in {currency}; use one currency"
        require(amount.currency == currency, name, same)
        require(amount.fen >= 0, name, f"{amount} is negative; give nought or more")
    for name in ("drawn", "repaid"):
        days = (draw.value_date for draw in getattr(terms, name))
        within = all(terms.start <= day < terms.until for day in days)
        says = f"a day is not from {terms.start} to before {terms.until}; change it"
        require(within, name, says)
    return currency
