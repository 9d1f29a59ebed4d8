"""How money pays what is due; in whole fen.

What is due is discharged in the agreed order: by component over all instalments, the oldest
first, or instalment by instalment.  Penalty and compound interest are the loan's, not one
instalment's; penalty interest is paid first of the two.

Source: Civil Code of the PRC, Art. 560-561 (order of discharge).
"""

from typing import Final

from attrs import define, field

from domain.kinds import Component
from domain.loan.servicing.debt import Debt
from domain.loan.servicing.owed import accrued, compound, due_fees, penalty
from domain.loan.values import Split
from domain.money import Money

BESIDE_PENALTY: Final = (Component.FEE, Component.INTEREST, Component.PRINCIPAL)
_NOTHING: Final = dict.fromkeys(Component, 0)  # Fee, penalty, interest, principal: in this order.


@define
class Payment:
    """Money that pays, or a waiver that gives up: what is left of it, and where it went."""

    left: int
    parts: dict[Component, int] = field(factory=_NOTHING.copy)

    def put(self, component: Component, taken: int) -> None:
        """Note that some of it discharged a component."""
        self.left -= taken
        self.parts[component] += taken

    def split(self, currency: str, excess: int = 0) -> Split:
        """Return where it went."""
        zero = Money.zero(currency)
        fee, penalty, interest, principal = (
            Money(fen, currency) if fen else zero for fen in self.parts.values()
        )
        return Split(
            fee=fee,
            penalty=penalty,
            interest=interest,
            principal=principal,
            excess=Money(excess, currency) if excess else zero,
        )


def pay_all_due(debt: Debt, payment: Payment) -> None:
    """Pay what is due in the agreed order."""
    order = debt.contract.order
    if debt.contract.by_instalment:
        oldest = min(debt.open_from.get(component, 0) for component in BESIDE_PENALTY)
        for place in range(oldest, debt.fallen):
            for component in order:
                _pay_claim(debt, place, component, payment)
    for component in order:
        pay_due(debt, component, payment)


def pay_due(debt: Debt, component: Component, payment: Payment) -> None:
    """Pay what is due of one component, the oldest first."""
    if component is Component.PENALTY:
        _pay_penalty(debt, payment)
        return
    if component is Component.FEE:
        pay_fees(debt, payment, ahead=False)
    place = debt.open_from.get(component, 0)
    while payment.left and place < debt.fallen:
        _pay_claim(debt, place, component, payment)
        if payment.left:
            place += 1
    debt.open_from[component] = place


def _pay_claim(debt: Debt, place: int, component: Component, payment: Payment) -> None:
    """Pay a component of an instalment that is due; penalty interest is the loan's."""
    if component is Component.PENALTY:
        _pay_penalty(debt, payment)
        return
    taken = debt.claims[place].pay(component, payment.left)
    late = debt.bears(place)
    if component is Component.FEE:
        debt.due_fee -= taken
    elif component is Component.INTEREST:
        debt.due_interest -= taken
        debt.compounding -= taken if late else 0
    elif late:
        debt.late -= taken
    else:
        debt.in_grace -= taken
    payment.put(component, taken)


def _pay_penalty(debt: Debt, payment: Payment) -> None:
    if not payment.left or not (debt.penalty_sum or debt.compound_sum):
        return
    incurred = min(payment.left, penalty(debt))
    debt.penalty_paid += incurred
    debt.settled_penalty = min(debt.settled_penalty, penalty(debt))
    on_interest = min(payment.left - incurred, compound(debt))
    debt.compound_paid += on_interest
    payment.put(Component.PENALTY, incurred + on_interest)


def pay_fees(debt: Debt, payment: Payment, *, ahead: bool) -> None:
    """Pay fees that were charged beside the plan, by due date; also those ahead if asked to."""
    for fee in list(debt.fees) if ahead else due_fees(debt):
        taken = min(payment.left, fee.amount - fee.paid)
        fee.paid += taken
        payment.put(Component.FEE, taken)


def pay_accrued(debt: Debt, payment: Payment) -> None:
    """Pay interest of the current period that accrued to the day."""
    if taken := min(payment.left, accrued(debt)):
        debt.claims[debt.fallen].paid_interest += taken
        payment.put(Component.INTEREST, taken)
