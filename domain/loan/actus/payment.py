"""The payments that the terms leave to be worked out: an annuity's and a linear amortizer's.

Source: ACTUS Technical Specification 1.1, 3.8 (annuity amount function) and the published cases:
the first level payment is solved from one cycle before it is due (or from the start, where that
is later) without accrued interest; after a rate reset, what has accrued is solved for with the
balance (ann07, ann09, ann15, ann25).  A linear amortizer repays in equal parts over the dates
that are left (lam27, lam31).
"""

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from domain.claim import EXACT
from domain.loan.actus.contract import Contract
from domain.loan.actus.exact import Exact
from domain.loan.actus.schedule import counted_day
from domain.loan.actus.state import State
from domain.loan.actus.terms import TermsError
from domain.loan.annuity import level_payment_over


def first_fixing(contract: Contract) -> datetime | None:
    """Return the day before the first payment, when an annuity's payment is fixed.

    None where the payment is given, or where that day is before the start or not after the status
    date: the payment is fixed with the start, or at the status date.
    """
    terms = contract.terms
    first = contract.first(terms.principal)
    if terms.next_principal_redemption_payment is not None or first is None:
        return None
    fixing = first - timedelta(1)
    is_later = fixing >= terms.initial_exchange_date and fixing > terms.status_date
    return fixing if is_later else None


def level_payment_at_start(contract: Contract, state: State) -> Exact:
    """Return the level payment before any was due."""
    terms = contract.terms
    first, start = contract.first(terms.principal), terms.initial_exchange_date
    if first is not None and terms.principal.cycle is not None:
        start = max(start, contract.after(first, terms.principal.cycle, -1))
    due = [moment for moment in _payments(contract) if moment >= start]
    return state.balance * _for_one(contract, state.rate, [counted_day(m) for m in (start, *due)])


def level_payment_from(contract: Contract, state: State, moment: datetime) -> Exact:
    """Return the level payment for a balance and what has accrued on it, as of a moment."""
    due = [counted_day(m) for m in _payments(contract) if m > moment]
    if not due:
        return state.payment if state.payment is not None else state.balance
    days = [counted_day(moment), *due]
    first = contract.timing.year_part(days[0], days[1])
    balance = state.balance + state.accrued / (1 + state.rate * first)
    return balance * _for_one(contract, state.rate, days)


def equal_part(contract: Contract) -> Fraction:
    """Return the principal of a linear amortizer by the number of payments that are left."""
    terms = contract.terms
    left = [m for m in contract.moments(terms.principal) if m > terms.status_date]
    if not left:
        raise TermsError("statusDate", "is not before the last payment of principal")
    return terms.notional_principal / len(left)


def _payments(contract: Contract) -> list[datetime]:
    """Return when payments are due over the whole amortisation, its end among them."""
    terms = contract.terms
    return contract.moments(terms.principal, terms.amortization_date or contract.end)


def _for_one(contract: Contract, rate: Fraction, days: list[date]) -> Fraction:
    """Return the level payment, on the days after the first, that repays a balance of one."""
    if len(days) < 2:
        raise TermsError("cycleAnchorDateOfPrincipalRedemption", "leaves no payment to be fixed")
    rates = []
    for start, end in pairwise(days):
        over, of = contract.timing.ratio(start, end)
        rates.append((over * rate.numerator, of * rate.denominator))
    return Fraction(level_payment_over(1, rates, policy=EXACT))
