"""Other days than were agreed at first: a later maturity, or terms that are all new.

Source: 贷款通则 第12条 (extension: agreed before maturity, nothing is overdue in between);
商业银行金融资产风险分类办法 第18-22条 (restructuring); Civil Code of the PRC, Art. 543, 678.
"""

from bisect import bisect_left
from datetime import date
from heapq import heappush

from domain.calendar import months_after
from domain.kinds import Component
from domain.loan.facts import Extended, Restructured
from domain.loan.plan.spread import Pays
from domain.loan.schedule import first_due_date
from domain.loan.servicing.claims import NEVER, Claim
from domain.loan.servicing.debt import Debt, Replan
from domain.loan.servicing.rearrange import take_back, take_principal
from domain.loan.servicing.replan import PAYS, ask_again, fix_plan, set_rate


def extend(debt: Debt, fact: Extended) -> int:
    """Ask for the principal of the old maturity on the new one; return how much.

    Interest goes on being asked for in between, and bears the new rate from the old maturity.
    """
    fix_plan(debt)
    index = _matured(debt, fact.old_maturity)
    if index is None or fact.new_maturity <= debt.day or debt.contract.as_stated:
        return 0
    moved = _move_to_end(debt, index, fact)
    debt.pays = debt.pays if debt.pays is Pays.NOTHING else None
    debt.term = len(debt.claims)
    _matures(debt, fact.new_maturity)
    if fact.rate_yearly:
        since = max(fact.old_maturity, debt.day)
        debt.rates_ahead = sorted([*debt.rates_ahead, (since, fact.rate_yearly.e8)])
        heappush(debt.marks, since)
    debt.broken = debt.broken or (debt.begun and index < debt.fallen)
    ask_again(debt, Replan.INTEREST)
    return moved


def _matured(debt: Debt, day: date) -> int | None:
    """Return the index of the instalment due on a day, or of the last that asks for principal."""
    asking = [k for k, claim in enumerate(debt.claims) if claim.unpaid_of(Component.PRINCIPAL)]
    on_day = [k for k in asking if debt.claims[k].due_date == day]
    return next(iter(on_day or asking[-1:]), None)


def _move_to_end(debt: Debt, index: int, fact: Extended) -> int:
    """Move the principal of one instalment to a later day, with days for interest before it."""
    claim = debt.claims[index]
    if index < debt.fallen:
        moved = take_back(debt, index)
        debt.ahead += moved
    else:
        moved = claim.unpaid_of(Component.PRINCIPAL)
        claim.principal -= moved
    for day in (*_days_between(debt, claim.due_date, fact), fact.new_maturity):
        if day > debt.day:
            _insert(debt, day)
    place = bisect_left(debt.claims, fact.new_maturity, key=lambda claim: claim.due_date)
    debt.claims[place].principal += moved
    return moved


def _days_between(debt: Debt, old: date, fact: Extended) -> tuple[date, ...]:
    """Return the days on which interest is asked for before the new maturity."""
    if fact.due_dates or len(debt.claims) < 2:
        return tuple(day for day in fact.due_dates if day < fact.new_maturity)
    found = []
    while (day := months_after(old, debt.rhythm, debt.due_day)) < fact.new_maturity:
        found.append(day)
        old = day
    return tuple(found)


def _insert(debt: Debt, day: date) -> None:
    """Have a day on which something can be asked for, if there is none."""
    place = bisect_left(debt.claims, day, key=lambda claim: claim.due_date)
    if place < len(debt.claims) and debt.claims[place].due_date == day:
        return
    debt.claims.insert(place, Claim(no=0, due_date=day, principal=0, interest=0, fee=0))
    debt.fees_asked.insert(place, 0)
    for no, claim in enumerate(debt.claims[place:], place + 1):
        claim.no = no


def _matures(debt: Debt, day: date) -> None:
    debt.maturity = day
    heappush(debt.marks, day)


def restructure(debt: Debt, fact: Restructured) -> int:
    """Plan all principal anew on new terms; return the overdue part of it that is planned too."""
    if debt.contract.as_stated:
        return 0
    if fact.rate_yearly:
        set_rate(debt, fact.rate_yearly.e8)
    fix_plan(debt)
    if fact.method:
        debt.pays = PAYS.get(fact.method, Pays.LEVEL)
    moved = take_principal(debt) if fact.with_arrears else 0
    debt.ahead += moved
    debt.broken = debt.broken or debt.begun
    if fact.instalments or fact.first_due or debt.next_open() >= len(debt.claims):
        _replace_days(debt, fact)
    ask_again(debt, Replan.WHOLE_TERM)
    return moved


def _replace_days(debt: Debt, fact: Restructured) -> None:
    """Have the remaining instalments fall due on other days."""
    first = debt.next_open()
    rows = [claim for claim in debt.claims[first:] if claim.due_date < NEVER]
    start = fact.first_due or (rows[0].due_date if rows else None)
    start = start or first_due_date(debt.day, debt.due_day)
    if fact.first_due:
        debt.due_day = fact.first_due.day
    current = rows[0] if rows else Claim(no=0, due_date=start, principal=0, interest=0, fee=0)
    del debt.claims[first:], debt.fees_asked[first:]
    for k in range(fact.instalments or max(len(rows), 1)):
        day = months_after(start, k * debt.rhythm, debt.due_day)
        claim = Claim(no=0, due_date=day, principal=0, interest=0, fee=0) if k else current
        claim.no, claim.due_date = first + k + 1, day
        debt.claims.append(claim)
        debt.fees_asked.append(claim.fee if k == 0 else 0)
    debt.term = len(debt.claims)
    debt.pays = debt.pays or Pays.LEVEL
    debt.broken = True
    _matures(debt, debt.claims[-1].due_date)
