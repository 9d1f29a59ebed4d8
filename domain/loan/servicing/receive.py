"""How money received is split over what is owed on its day; in whole fen.

It first discharges what is due.  What it brings beyond that pays interest accrued to the day and
then principal early, with a fee where one is agreed; the plan is made again keeping the
instalment or the term.  Money that is just the coming instalment, some days early, is that
instalment where the contract says so.  A new loan's money discharges principal before all else.
A plan that another system stated is paid ahead in order, and is never made again.  A bill
that is taken back before it matures costs less by the discount that is not earned.  What is
beyond all that is owed is excess.

Source: Civil Code of the PRC, Art. 560-561 (order of discharge), Art. 677 (early repayment:
interest for the actual period).
"""

from domain.kinds import Component, PrepaymentMode
from domain.loan.facts import Received
from domain.loan.servicing.debt import Debt, Replan
from domain.loan.servicing.discharge import (
    BESIDE_PENALTY,
    Payment,
    pay_accrued,
    pay_all_due,
    pay_due,
    pay_fees,
)
from domain.loan.servicing.owed import prepayable, prepayment_fee
from domain.loan.servicing.replan import ask_again, plan_next
from domain.loan.servicing.unearned import unearned
from domain.loan.values import Purpose, Split

_WITHOUT_FEE = (Purpose.REFINANCING, Purpose.RECOVERY)


def receive(debt: Debt, fact: Received) -> Split:
    """Take money into a debt that was swept to its day; return what it discharged.

    No fen is lost.  Source: Civil Code of the PRC, Art. 561, 677.
    """
    payment = Payment(fact.amount.fen)
    if fact.purpose is Purpose.REFINANCING:
        pay_due(debt, Component.PRINCIPAL, payment)
        _pay_principal_ahead(debt, payment.left, payment, _mode(debt, fact.purpose))
    pay_all_due(debt, payment)
    if debt.contract.bill:
        _pay_face(debt, payment)
    elif debt.contract.as_stated:
        _pay_stated(debt, payment)
    elif fact.purpose is Purpose.AS_DUE and _is_next_instalment(debt, payment.left):
        _meet(debt, payment)
    elif payment.left:
        _prepay(debt, payment, fact.purpose)
    debt.excess += payment.left
    return payment.split(debt.contract.amount.currency, payment.left)


def _pay_face(debt: Debt, payment: Payment) -> None:
    """Pay what is not yet due of a bill's face; where that is all, what is not earned comes off."""
    kept_back, comes_off = debt.claims[0], unearned(debt)
    if comes_off and payment.left + comes_off >= debt.ahead:
        kept_back.interest -= comes_off
        kept_back.paid_interest -= comes_off
        payment.put(Component.INTEREST, -comes_off)
    if debt.ahead:
        taken = debt.claims[debt.fallen].pay(Component.PRINCIPAL, payment.left)
        debt.ahead -= taken
        payment.put(Component.PRINCIPAL, taken)


def _pay_stated(debt: Debt, payment: Payment) -> None:
    """Pay instalments that are not yet due, one after another."""
    for claim in debt.claims[debt.fallen :] if payment.left else ():
        for component in debt.contract.order:
            if component in BESIDE_PENALTY:
                taken = claim.pay(component, payment.left)
                payment.put(component, taken)
                debt.ahead -= taken if component is Component.PRINCIPAL else 0
    pay_fees(debt, payment, ahead=True)


def _is_next_instalment(debt: Debt, left: int) -> bool:
    """Tell whether money is the coming instalment, paid within the days that count for it."""
    days = debt.contract.early_days
    if days == 0 or left == 0 or debt.met or debt.fallen >= len(debt.claims):
        return False
    claim = debt.claims[debt.fallen]
    if (claim.due_date - debt.day).days > days:
        return False
    plan_next(debt)
    return claim.unpaid == left


def _meet(debt: Debt, payment: Payment) -> None:
    """Pay the coming instalment some days early; its period bears the interest that was asked."""
    claim = debt.claims[debt.fallen]
    paid = {c: claim.pay(c, claim.unpaid_of(c)) for c in BESIDE_PENALTY}
    for component, taken in paid.items():
        payment.put(component, taken)
    debt.met, debt.advanced = True, paid[Component.PRINCIPAL]
    debt.ahead -= debt.advanced


def _prepay(debt: Debt, payment: Payment, purpose: Purpose) -> None:
    """Pay what is not yet due in the agreed order."""
    mode = _mode(debt, purpose)
    for component in debt.contract.allocation_ahead:
        if component is Component.INTEREST:
            pay_accrued(debt, payment)
        elif component is Component.PRINCIPAL and purpose in _WITHOUT_FEE:
            _pay_principal_ahead(debt, payment.left, payment, mode)
        elif component is Component.PRINCIPAL:
            principal = prepayable(debt, payment.left)
            payment.put(Component.FEE, prepayment_fee(debt, principal))
            _pay_principal_ahead(debt, principal, payment, mode)
    if debt.ahead == 0:
        pay_accrued(debt, payment)
        _pay_carried(debt, payment)
        pay_fees(debt, payment, ahead=True)


def _mode(debt: Debt, purpose: Purpose) -> Replan:
    if purpose is Purpose.PREPAY_KEEP_TERM:
        return Replan.KEEP_TERM
    if purpose is Purpose.PREPAY_KEEP_INSTALMENT:
        return Replan.KEEP_INSTALMENT
    keeps_term = debt.contract.prepayment is PrepaymentMode.KEEP_TERM
    return Replan.KEEP_TERM if keeps_term else Replan.KEEP_INSTALMENT


def _pay_carried(debt: Debt, payment: Payment) -> None:
    """Pay the interest of former instalments that is spread over those ahead."""
    if taken := min(payment.left, debt.carried):
        debt.carried -= taken
        payment.put(Component.INTEREST, taken)
        ask_again(debt, Replan.INTEREST)


def _pay_principal_ahead(debt: Debt, most: int, payment: Payment, mode: Replan) -> None:
    """Pay principal before it is due; it stands in the instalment of its period."""
    if taken := min(most, debt.ahead):
        lower_ahead(debt, taken, mode)
        debt.claims[debt.next_open()].paid_principal += taken
        payment.put(Component.PRINCIPAL, taken)


def lower_ahead(debt: Debt, amount: int, mode: Replan) -> None:
    """Lower the principal ahead, and let the plan be made again."""
    ask_again(debt, mode)
    debt.broken = debt.broken or debt.begun
    debt.ahead -= amount
