"""The debt that a contract begins with, before any fact."""

from datetime import date
from heapq import heapify

from domain.calendar import DayCount, day_of_month
from domain.claim import Policy, rounded
from domain.kinds import CompoundRule
from domain.loan.contract import Contract
from domain.loan.plan.spread import Pays, kept
from domain.loan.servicing.claims import NEVER, Claim, claims_of
from domain.loan.servicing.clock import MONTHS_A_YEAR, Clock
from domain.loan.servicing.debt import Debt
from domain.loan.servicing.replan import PAYS
from domain.rate import E8


def open_debt(contract: Contract, since: date) -> Debt:
    """Return the debt of a contract on the day of paying out, or since money drawn earlier."""
    claims, start = claims_of(contract), min(since, contract.paid_out_on)
    amount, clock = contract.amount.fen, Clock(contract)
    policy = Policy(interest=contract.rounding)
    _find_silent(contract, clock, claims)
    rhythm = _rhythm(claims)
    pays, keeping = _shape(contract, claims, rhythm, policy)
    maturity = claims[-1].due_date if claims else NEVER
    return Debt(
        contract=contract,
        clock=clock,
        policy=policy,
        claims=claims,
        term=len(claims),
        fees_asked=[claim.fee for claim in claims],
        pays=pays,
        keeping=keeping,
        due_day=contract.due_day,
        rhythm=rhythm,
        day=start,
        rate=0 if contract.as_stated else contract.rate_yearly.e8,
        ahead=sum(claim.principal for claim in claims),
        undrawn=amount if start < contract.paid_out_on else 0,
        period_start=start,
        broken=start < contract.paid_out_on,
        settles_next=_first_settling(contract),
        marks=_marks(contract, maturity),
        maturity=maturity,
        lent=amount,
    )


def _find_silent(contract: Contract, clock: Clock, claims: list[Claim]) -> None:
    """Mark instalments that leave their interest to the next one, as in days of grace for it."""
    balance, start, e8 = contract.amount.fen, contract.paid_out_on, contract.rate_yearly.e8
    for claim in claims[:-1]:
        if claim.interest == 0 and not contract.as_stated:
            rate = clock.of_period(start, claim.due_date, due_day=contract.due_day, e8=e8)
            claim.asks_interest = rounded(balance * rate[0], rate[1], contract.rounding) == 0
        balance, start = balance - claim.principal, claim.due_date


def _rhythm(claims: list[Claim]) -> int:
    """Return the months between instalments: one where there is nothing to tell it from."""
    if len(claims) < 2 or claims[1].due_date == NEVER:
        return 1
    first, second = claims[0].due_date, claims[1].due_date
    return max(12 * (second.year - first.year) + second.month - first.month, 1)


def _shape(
    contract: Contract, claims: list[Claim], rhythm: int, policy: Policy
) -> tuple[Pays | None, int]:
    """Return how a plan pays and what it keeps; None where it is of a shape of its own."""
    pays = PAYS.get(contract.method)
    if pays is None or not claims:
        return None, 0
    rate = contract.rate_yearly.e8 * rhythm, MONTHS_A_YEAR * E8
    rates = [rate] * max(contract.instalments, 1)
    solved = int(kept(contract.amount.fen, rates, pays, policy=policy))
    stated = (_asked(claims[0], pays), _asked(claims[min(1, len(claims) - 1)], pays))
    by_months = contract.day_count is DayCount.MONTHS_AND_DAYS
    for keeping in (solved, *stated) if by_months else stated:
        if all(_asked(claim, pays) == keeping for claim in claims[1:-1]):
            return pays, keeping
    return None, 0


def _asked(claim: Claim, pays: Pays) -> int:
    """Return what an instalment asks for of that which stays the same."""
    return claim.principal + (claim.interest if pays is Pays.LEVEL else 0)


def _first_settling(contract: Contract) -> date:
    """Return the first day on which penalty interest comes to bear compound interest."""
    if not contract.penalty_compounds or contract.compound is CompoundRule.OFF:
        return NEVER
    start = contract.paid_out_on
    return day_of_month(start.year, start.month + 1, contract.due_day)


def _marks(contract: Contract, maturity: date) -> list[date]:
    marks = [contract.paid_out_on, maturity]
    heapify(marks)
    return marks
