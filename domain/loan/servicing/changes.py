"""What each fact other than money received does to a debt that was swept to its day.

Each returns what it moved, as a split: nothing where it only changed terms.

Source: Civil Code of the PRC, Art. 667-678; Circular PBOC 2003-251 (misuse, penalty);
金融企业呆账核销管理办法 (the claim is kept when it is written off).
"""

from bisect import insort
from collections.abc import Callable, Mapping
from datetime import date
from heapq import heappush
from typing import Any, Final

from domain.kinds import Component
from domain.loan.facts import (
    ArrearsRespread,
    Drawn,
    Extended,
    Fact,
    FeeCharged,
    InterestCapitalised,
    InterestPaused,
    Misused,
    RateSet,
    Received,
    Refunded,
    Restructured,
    Waived,
    WrittenOff,
)
from domain.loan.servicing.claims import NEVER, Fee
from domain.loan.servicing.debt import Debt, Replan, Window
from domain.loan.servicing.discharge import Payment, pay_accrued, pay_due, pay_fees
from domain.loan.servicing.new_days import extend, restructure
from domain.loan.servicing.owed import in_all, split_of
from domain.loan.servicing.rearrange import add_principal, capitalise, respread
from domain.loan.servicing.receive import lower_ahead, receive
from domain.loan.servicing.replan import ask_again, set_rate
from domain.loan.values import Split
from domain.money import Money


def apply(debt: Debt, fact: Fact) -> Split:
    """Let a fact count; return what it moved."""
    return _APPLY[type(fact)](debt, fact)


def _draw(debt: Debt, fact: Drawn) -> Split:
    debt.lent += fact.amount.fen
    add_principal(debt, fact.amount.fen)
    return _moved(debt, Component.PRINCIPAL, fact.amount.fen)


def _set_rate(debt: Debt, fact: RateSet) -> Split:
    if not debt.contract.as_stated:
        set_rate(debt, fact.rate_yearly.e8)
    return _nothing(debt)


def _pause(debt: Debt, fact: InterestPaused) -> Split:
    debt.pauses.append(_window(debt, fact.until, None))
    ask_again(debt, Replan.INTEREST)
    return _nothing(debt)


def _misuse(debt: Debt, fact: Misused) -> Split:
    debt.misuses.append(_window(debt, fact.until, fact.amount))
    return _nothing(debt)


def _window(debt: Debt, until: date | None, amount: Money | None) -> Window:
    if until:
        heappush(debt.marks, until)
    return Window(until or NEVER, amount.fen if amount else None)


def _charge(debt: Debt, fact: FeeCharged) -> Split:
    fee = Fee(no=fact.fee_no, due_date=fact.due_date, amount=fact.amount.fen)
    insort(debt.fees, fee, key=lambda fee: fee.due_date)
    return _moved(debt, Component.FEE, fact.amount.fen)


def _extend(debt: Debt, fact: Extended) -> Split:
    return _moved(debt, Component.PRINCIPAL, extend(debt, fact))


def _restructure(debt: Debt, fact: Restructured) -> Split:
    return _moved(debt, Component.PRINCIPAL, restructure(debt, fact))


def _respread(debt: Debt, fact: ArrearsRespread) -> Split:
    principal, interest = respread(debt, fact.how)
    return _moved(debt, Component.PRINCIPAL, principal) + _moved(debt, Component.INTEREST, interest)


def _capitalise(debt: Debt, fact: InterestCapitalised) -> Split:
    asked = fact.amount.fen if fact.amount else None
    return _moved(debt, Component.INTEREST, capitalise(debt, asked))


def _waive(debt: Debt, fact: Waived) -> Split:
    """Give up what is owed of a component: what is due first, then what is ahead."""
    given = Payment(fact.amount.fen)
    pay_due(debt, fact.component, given)
    if fact.component is Component.FEE:
        pay_fees(debt, given, ahead=True)
    elif fact.component is Component.INTEREST:
        pay_accrued(debt, given)
    elif fact.component is Component.PRINCIPAL and (taken := min(given.left, debt.ahead)):
        given.put(Component.PRINCIPAL, taken)
        lower_ahead(debt, taken, Replan.KEEP_INSTALMENT)
    return given.split(debt.contract.amount.currency)


def _write_off(debt: Debt, fact: WrittenOff) -> Split:
    """Note what is owed as written off; it stays owed.  Written off once, nothing more is."""
    if debt.written_off:
        return _nothing(debt)
    debt.written_off = split_of(in_all(debt), debt.contract.amount.currency)
    return debt.written_off


def _refund(debt: Debt, fact: Refunded) -> Split:
    debt.refunded += fact.amount.fen
    return Payment(0).split(debt.contract.amount.currency, fact.amount.fen)


def _moved(debt: Debt, component: Component, fen: int) -> Split:
    moved = Payment(fen)
    moved.put(component, fen)
    return moved.split(debt.contract.amount.currency)


def _nothing(debt: Debt) -> Split:
    return Split.nothing(debt.contract.amount.currency)


_APPLY: Final[Mapping[type, Callable[[Debt, Any], Split]]] = {
    Drawn: _draw,
    Received: receive,
    RateSet: _set_rate,
    InterestPaused: _pause,
    FeeCharged: _charge,
    Misused: _misuse,
    Extended: _extend,
    Restructured: _restructure,
    ArrearsRespread: _respread,
    InterestCapitalised: _capitalise,
    Waived: _waive,
    WrittenOff: _write_off,
    Refunded: _refund,
}
