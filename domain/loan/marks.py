"""What holds of a loan on a day beside its balances, for registers and those who classify."""

from datetime import date

from domain.loan.facts import Extended, InterestPaused, Misused, Received, Restructured
from domain.loan.state import Loan
from domain.loan.values import Purpose


def marks_on(loan: Loan, day: date) -> tuple[str, ...]:
    """Return the names of what holds on a day, in a fixed order."""
    holds = {
        "extended": any(fact.value_date <= day for fact in loan.standing(Extended)),
        "restructured": any(fact.value_date <= day for fact in loan.standing(Restructured)),
        "misused": any(_lasts(fact, day) for fact in loan.standing(Misused)),
        "paused": any(_lasts(fact, day) for fact in loan.standing(InterestPaused)),
        "refinanced": any(
            fact.purpose is Purpose.REFINANCING and fact.value_date <= day
            for fact in loan.standing(Received)
        ),
    }
    return tuple(name for name, held in holds.items() if held)


def _lasts(spell: InterestPaused | Misused, day: date) -> bool:
    return spell.value_date <= day and (spell.until is None or day < spell.until)
