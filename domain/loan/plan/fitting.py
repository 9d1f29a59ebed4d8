"""Which terms fit the periods that they lead to; the rest of what a plan can contradict.

Source: Civil Code of the PRC, Art. 667-680; the methods' own definitions.
"""

from datetime import date

from domain.calendar import ShiftRule
from domain.claim import Number
from domain.contradiction import require
from domain.loan.plan.periods import Period
from domain.loan.plan.spread import Pays, Portion
from domain.loan.plan.steps import Step
from domain.loan.plan.terms import PlanTerms
from domain.money import Money


def require_fitting(terms: PlanTerms, periods: list[Period], steps: list[Step]) -> None:
    """Raise Contradiction where the terms do not fit the number or the days of the periods."""
    count, end = len(periods), periods[-1].end
    for name in ("grace_principal", "grace_interest"):
        grace = getattr(terms, name)
        says = f"{grace} periods of grace in a term of {count}; give at most {count - 1}"
        require(grace < count, name, says)
    over = terms.amortised_over
    longer = f"{over} periods are fewer than the term's {count}; give at least as many"
    require(over is None or over >= count, "amortised_over", longer)
    agreed = "stages" if terms.stages else "principals" if terms.principals else "instalments"
    says = f"are for {len(steps)} periods, the term has {count}; let them agree"
    require(len(steps) == count, agreed, says)
    drawn = terms.principal.fen + sum(draw.amount.fen for draw in terms.draws)
    asked = sum(amount.fen for amount in terms.principals)
    sums = [Money(fen, terms.principal.currency) for fen in (asked, drawn)]
    more = f"ask for {sums[0]}, {sums[1]} is lent; lower them"
    require(asked <= drawn, "principals", more)
    for draw in terms.draws:
        says = f"{draw.value_date} is not from {terms.paid_out_on} to before {end}; change it"
        require(terms.paid_out_on <= draw.value_date < end, "draws", says)
    _repayments(terms, end)


def _repayments(terms: PlanTerms, end: date) -> None:
    owed, moves = terms.principal.fen, [(d.value_date, d.amount.fen) for d in terms.draws]
    moves += [(d.value_date, -d.amount.fen) for d in terms.repayments]
    for day, fen in sorted(moves, key=lambda move: (move[0], -move[1])):
        owed += fen
        within = terms.paid_out_on < day <= end
        require(fen > 0 or within, "repayments", f"{day} is not within the term; change it")
        require(owed >= 0, "repayments", f"more is repaid by {day} than is owed; lower it")
    days = [draw.value_date for draw in terms.repayments]
    require(len(days) == len(set(days)), "repayments", "two fall on one day; add them up")


def require_covered(
    terms: PlanTerms, step: Step, portion: Portion, *, keeping: Number, no: int
) -> None:
    """Raise Contradiction where an agreed instalment does not even pay its interest."""
    agreed = step.pays is Pays.LEVEL and step.amount is not None and portion.balance > 0
    if not agreed or terms.payment_cap.values:
        return
    name = "stages" if terms.stages else "instalments" if terms.instalments else "instalment"
    enough = keeping >= portion.interest if step.agreed else keeping > portion.interest
    currency = terms.principal.currency
    asked, due = Money(int(keeping), currency), Money(int(portion.interest), currency)
    says = f"{asked} does not cover the interest of period {no}, {due}; ask for more"
    require(enough, name, f"{says}, or the loan is never paid back")


def require_announced(terms: PlanTerms, periods: list[Period]) -> date | None:
    """Return the first due date of a year whose holidays are not announced; None: there is none.

    Raises Contradiction for it where the terms ask for announced years only.
    """
    if terms.shift is ShiftRule.NO_SHIFT:
        return None
    late = [period.due for period in periods if not terms.calendar.is_announced(period.due)]
    says = f"the calendar {terms.calendar.name} ends before {late[0] if late else ''}"
    require(not (late and terms.announced_only), "maturity", f"{says}; make the plan shorter")
    return late[0] if late else None
