"""From one day to the next that matters: what runs in between, and what then falls due.

A sweep stops on due dates, at the end of grace, and where a pause or a misuse begins or ends:
as many times as there are such days, however many days lie between them.

Source: Civil Code of the PRC, Art. 674-676; Circular PBOC 2003-251, Art. 3.
"""

from bisect import insort
from datetime import date, timedelta
from heapq import heappop

from domain.calendar import day_of_month
from domain.kinds import CompoundRule, GraceReading
from domain.loan.servicing.claims import Claim, Fee
from domain.loan.servicing.debt import Debt, Replan, Waiting
from domain.loan.servicing.owed import of_period, penalty
from domain.loan.servicing.replan import plan_next, set_rate


def sweep(debt: Debt, day: date) -> None:
    """Take a debt on to the start of a day; what falls due on the day is then due."""
    while (stop := _next_stop(debt)) <= day:
        _run(debt, stop)
        _turn(debt, stop)
    _run(debt, day)


def _next_stop(debt: Debt) -> date:
    stop = debt.settles_next
    if debt.fallen < len(debt.claims):
        stop = min(stop, debt.claims[debt.fallen].due_date)
    if debt.waiting:
        stop = min(stop, debt.waiting[0].until)
    if debt.late_fees:
        stop = min(stop, debt.late_fees[0][0])
    return min(stop, debt.marks[0]) if debt.marks else stop


def _run(debt: Debt, day: date) -> None:
    """Add up what runs from the day that a debt was swept to up to another."""
    if day <= debt.day:
        return
    parts = debt.clock.parts(debt.day, day) * debt.rate
    if debt.pauses and any(debt.day < pause.until for pause in debt.pauses):
        debt.broken, parts = True, 0
    if parts:
        _add_up(debt, parts)
    debt.day = day


def _add_up(debt: Debt, parts: int) -> None:
    contract, late = debt.contract, debt.late
    bearing = 0 if contract.bill else debt.ahead + debt.advanced - debt.undrawn
    if debt.misuses and (misused := _misused(debt)):
        misused_ahead = min(misused, debt.ahead)
        bearing, debt.broken = bearing - misused_ahead, debt.broken or misused_ahead > 0
        late = max(late - (misused - misused_ahead), 0)
        wholly = misused >= debt.principal
        at_misuse = misused_ahead + debt.late - late + (debt.in_grace if wholly else 0)
        debt.penalty_sum += at_misuse * _misuse_percent(debt) * parts
        debt.penalty_run += 0 if wholly else contract.penalty_percent * parts
    else:
        debt.penalty_run += contract.penalty_percent * parts
    debt.interest_sum += bearing * parts
    debt.penalty_sum += late * contract.penalty_percent * parts
    if contract.compound is not CompoundRule.OFF:
        percent = _compound_percent(debt) * parts
        debt.compound_sum += (debt.compounding + debt.settled_penalty) * percent
        debt.compound_run += percent


def _misused(debt: Debt) -> int:
    """Return the principal that is misused: what is ahead first, then what is late.

    Misused principal in its days of grace counts only where all of it is misused.
    """
    open_ones = [window for window in debt.misuses if debt.day < window.until]
    if any(window.amount is None for window in open_ones):
        return debt.principal
    return min(sum(window.amount or 0 for window in open_ones), debt.principal)


def _misuse_percent(debt: Debt) -> int:
    """Return the percent for what is misused, overdue or not: the higher alone."""
    return max(debt.contract.misuse_percent, debt.contract.penalty_percent)


def _compound_percent(debt: Debt) -> int:
    by_contract = debt.contract.compound is CompoundRule.CONTRACT_THEN_PENALTY
    return 100 if by_contract and debt.day < debt.maturity else debt.contract.penalty_percent


def _turn(debt: Debt, day: date) -> None:
    """Let happen what happens on a day by itself."""
    while debt.marks and debt.marks[0] <= day:
        heappop(debt.marks)
    if debt.undrawn and debt.contract.paid_out_on <= day:
        debt.undrawn = 0
    while debt.fallen < len(debt.claims) and debt.claims[debt.fallen].due_date <= day:
        _fall_due(debt)
    while debt.rates_ahead and debt.rates_ahead[0][0] <= day:
        set_rate(debt, debt.rates_ahead.pop(0)[1])
    while debt.waiting and debt.waiting[0].until <= day:
        _end_grace(debt, debt.waiting.popleft())
    while debt.late_fees and debt.late_fees[0][0] <= day:
        _charge_late_fee(debt, *debt.late_fees.popleft())
    if debt.settles_next <= day:
        _settle_penalty(debt, day)


def _fall_due(debt: Debt) -> None:
    """Make the next instalment due; its interest is that of the days that it now has."""
    plan_next(debt)
    index = debt.fallen
    claim = debt.claims[index]
    if debt.broken and claim.asks_interest and not debt.contract.as_stated:
        claim.interest = of_period(debt, debt.interest_sum)
    debt.carried -= claim.carried
    claim.interest, claim.carried = claim.interest + claim.carried, 0
    _release(debt, claim)
    _capitalise(debt, claim)
    debt.fallen += 1
    if debt.replan is Replan.KEEP_NEXT and not debt.met:
        debt.replan = Replan.KEEP_TERM
    debt.met, debt.advanced = False, 0
    owed, interest = claim.principal - claim.paid_principal, claim.interest - claim.paid_interest
    debt.ahead, debt.in_grace = debt.ahead - owed, debt.in_grace + owed
    debt.due_interest += interest
    debt.due_fee += claim.fee - claim.paid_fee
    if claim.asks_interest:
        debt.period_start, debt.interest_sum, debt.broken = claim.due_date, 0, False
    _begin_grace(debt, index)


def _release(debt: Debt, claim: Claim) -> None:
    """Hold for the borrower what was paid early of interest that did not come to be."""
    too_much = claim.paid_interest - claim.interest
    if too_much > 0:
        claim.paid_interest -= too_much
        debt.excess += too_much


def _capitalise(debt: Debt, claim: Claim) -> None:
    """Let the interest of an instalment join the principal where the plan says so."""
    if not claim.joins:
        return
    joins = claim.interest - claim.paid_interest
    if joins != -claim.principal:
        debt.replan = debt.replan or Replan.INTEREST
    claim.principal = claim.paid_principal = -joins
    claim.paid_interest += joins
    debt.ahead += joins


def _begin_grace(debt: Debt, index: int) -> None:
    """Let a claim wait for the end of its days of grace, and for its late fee."""
    contract, day = debt.contract, debt.claims[index].due_date
    ends = day + timedelta(contract.grace_days)
    late_from = ends + timedelta(1)
    from_due = contract.grace is GraceReading.FROM_DUE_DATE and contract.grace_days > 0
    until = late_from if from_due else ends
    waiting = Waiting(until, index, debt.penalty_run, debt.compound_run)
    debt.waiting.append(waiting)
    if contract.late_fee and not contract.as_stated:
        debt.late_fees.append((late_from, index))


def _end_grace(debt: Debt, ended: Waiting) -> None:
    """Make what is still unpaid late: since its due date, or from now on."""
    claim = debt.claims[ended.place]
    principal = claim.principal - claim.paid_principal
    interest = claim.interest - claim.paid_interest
    debt.in_grace, debt.late = debt.in_grace - principal, debt.late + principal
    debt.compounding += interest
    if debt.contract.grace is GraceReading.FROM_DUE_DATE:
        debt.penalty_sum += principal * (debt.penalty_run - ended.penalty_run)
        debt.compound_sum += interest * (debt.compound_run - ended.compound_run)


def _charge_late_fee(debt: Debt, day: date, index: int) -> None:
    claim, late_fee = debt.claims[index], debt.contract.late_fee
    if late_fee and claim.unpaid:
        fee = Fee(no=f"late:{claim.no}", due_date=day, amount=late_fee.fen)
        insort(debt.fees, fee, key=lambda fee: fee.due_date)


def _settle_penalty(debt: Debt, day: date) -> None:
    """Add unpaid penalty interest to what bears compound interest, once a month."""
    debt.settled_penalty = penalty(debt)
    debt.settles_next = day_of_month(day.year, day.month + 1, debt.due_day)
