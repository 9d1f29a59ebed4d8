"""Amounts asked for on other days than before: more drawn, capitalised, arrears spread anew.

Source: Civil Code of the PRC, Art. 543 (what was agreed is changed by agreement), Art. 671.
"""

from domain.kinds import Component
from domain.loan.servicing.claims import NEVER, unplanned
from domain.loan.servicing.debt import Debt, Replan
from domain.loan.servicing.discharge import Payment, pay_accrued
from domain.loan.servicing.owed import accrued
from domain.loan.servicing.replan import ask_again, restore_term
from domain.loan.values import Respreading


def add_principal(debt: Debt, amount: int) -> None:
    """Add principal, to be paid back over all the days that remain.

    The instalment of a period that has begun stays as it was.  Where no days remain the principal
    is owed, and due on no day until one is agreed.
    """
    splits = debt.begun and not debt.met and debt.pays is not None
    ask_again(debt, Replan.KEEP_NEXT if splits else Replan.WHOLE_TERM)
    restore_term(debt)
    debt.broken = debt.broken or debt.begun
    debt.ahead += amount
    if debt.contract.as_stated or debt.next_open() >= len(debt.claims):
        _add_unplanned(debt, amount)
    elif debt.claims[debt.next_open()].due_date == NEVER:
        debt.claims[-1].principal += amount


def _add_unplanned(debt: Debt, amount: int) -> None:
    if debt.claims and debt.claims[-1].due_date == NEVER:
        debt.claims[-1].principal += amount
    else:
        debt.claims.append(unplanned(len(debt.claims) + 1, amount))
        debt.fees_asked.append(0)


def capitalise(debt: Debt, asked: int | None) -> int:
    """Let unpaid interest, due first and then accrued, join the principal; return how much."""
    if debt.contract.as_stated:
        return 0
    left = debt.due_interest if asked is None else min(asked, debt.due_interest)
    due = _take_interest(debt, left)
    more = Payment(accrued(debt) if asked is None else asked - due)
    pay_accrued(debt, more)
    joins = due + more.parts[Component.INTEREST]
    if joins:
        add_principal(debt, joins)
    return joins


def respread(debt: Debt, how: Respreading) -> tuple[int, int]:
    """Spread overdue principal and interest over the instalments ahead; return both.

    The principal bears interest again.  Where no instalment is ahead nothing is moved.
    """
    if debt.next_open() >= len(debt.claims) or debt.contract.as_stated:
        return 0, 0
    principal, interest = take_principal(debt), _take_interest(debt, debt.due_interest)
    if how is Respreading.SPREAD:
        debt.carried += interest
        add_principal(debt, principal)
    else:
        add_principal(debt, principal + interest)
    return principal, interest


def take_principal(debt: Debt) -> int:
    """Take back what principal is due and unpaid; it is then asked for on no day."""
    return sum(take_back(debt, index) for index in range(debt.fallen))


def take_back(debt: Debt, index: int) -> int:
    """Take back the unpaid principal of one instalment that is due."""
    claim = debt.claims[index]
    unpaid = claim.unpaid_of(Component.PRINCIPAL)
    claim.principal -= unpaid
    if debt.bears(index):
        debt.late -= unpaid
    else:
        debt.in_grace -= unpaid
    return unpaid


def _take_interest(debt: Debt, left: int) -> int:
    """Take back interest that is due and unpaid, the oldest first; return how much."""
    taken = 0
    for index in range(debt.fallen):
        claim = debt.claims[index]
        unpaid = min(claim.unpaid_of(Component.INTEREST), left - taken)
        claim.interest -= unpaid
        taken += unpaid
        debt.compounding -= unpaid if debt.bears(index) else 0
    debt.due_interest -= taken
    return taken
