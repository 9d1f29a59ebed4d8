"""How a receipt is split over what is owed on its day; in whole fen.

It first discharges what is due, in the agreed order and the oldest instalment first.  What it
brings beyond that pays interest accrued to the day and then principal early.  What is prepaid
stands in the instalment of the period that it was paid in; from there the plan is made again,
keeping the instalment and shortening the term.  A period in which principal was prepaid bears
interest by actual days throughout.  A plan that another system stated is paid ahead in order,
and is never made again.  What is beyond all that is owed is excess.

Source: Civil Code of the PRC, Art. 560-561 (order of discharge), Art. 677 (early repayment:
interest for the actual period).
"""

from datetime import date

from domain.calendar import days_between
from domain.kinds import Component
from domain.loan.due import Claim, Debt
from domain.loan.interest import for_days
from domain.loan.schedule import portions
from domain.loan.values import Split
from domain.money import Money


def receive(debt: Debt, amount: int, day: date) -> Split:
    """Take money into a debt on a day and return what it discharged; no fen is lost.

    0 <= amount; the day is not before that of the receipt taken in before.
    Source: Civil Code of the PRC, Art. 561, 677.
    """
    parts = dict.fromkeys(Component, 0)
    until, left = debt.next_index(day), amount
    for component in debt.contract.order:
        taken = _discharge(debt, component, left, day)
        parts[component] += taken
        left -= taken
    if left and debt.contract.as_stated:
        left -= _pay_ahead(debt, left, until, parts)
    elif left and until < len(debt.claims):
        left -= _prepay(debt, left, day, parts)
    while debt.first_open < len(debt.claims) and debt.claims[debt.first_open].unpaid == 0:
        debt.first_open += 1
    return _split(parts, left, debt.contract.amount.currency)


def _discharge(debt: Debt, component: Component, left: int, day: date) -> int:
    """Pay what is due of one component, the oldest first; return what was paid."""
    if left == 0:
        return 0
    if component is Component.PENALTY:
        taken = min(left, debt.penalty(day))
        debt.penalty_paid += taken
        return taken
    paid = 0
    for claim in debt.claims[debt.first_open : debt.next_index(day)]:
        taken = _pay(claim, component, left - paid)
        if component is Component.PRINCIPAL:
            debt.overdue_product += taken * debt.days_late(claim, day)
        paid += taken
    return paid


def _pay(claim: Claim, component: Component, left: int) -> int:
    """Pay what is unpaid of one component of a claim; return what was paid."""
    if component is Component.FEE:
        taken = min(left, claim.fee - claim.paid_fee)
        claim.paid_fee += taken
    elif component is Component.INTEREST:
        taken = min(left, claim.interest - claim.paid_interest)
        claim.paid_interest += taken
    else:
        taken = min(left, claim.principal - claim.paid_principal)
        claim.paid_principal += taken
    return taken


def _pay_ahead(debt: Debt, left: int, until: int, parts: dict[Component, int]) -> int:
    """Pay instalments that are not yet due, one after another; return what was paid."""
    paid = 0
    for claim in debt.claims[max(until, debt.first_open) :]:
        for component in debt.contract.order:
            if component is not Component.PENALTY:
                taken = _pay(claim, component, left - paid)
                parts[component] += taken
                paid += taken
    return paid


def _prepay(debt: Debt, left: int, day: date, parts: dict[Component, int]) -> int:
    """Pay accrued interest, then principal before it is due; return what was paid."""
    claim = debt.claims[debt.next_index(day)]
    interest = min(left, debt.accrued(day))
    claim.paid_interest += interest
    principal = min(left - interest, debt.ahead(day))
    if principal:
        _prepay_principal(debt, principal, day)
    parts[Component.INTEREST] += interest
    parts[Component.PRINCIPAL] += principal
    return interest + principal


def _prepay_principal(debt: Debt, amount: int, day: date) -> None:
    """Pay principal early and make the plan again from the period that the day is in."""
    k = debt.next_index(day)
    claim, balance = debt.claims[k], debt.ahead(day) - amount
    product, start = debt.product_to(day), max(day, debt.contract.paid_out_on)
    debt.prepaid_in, debt.prepaid_on, debt.product = k, start, product
    debt.first_open = min(debt.first_open, k)  # It may stand on what is no longer asked for.
    claim.paid_principal += amount
    rows = portions(debt.contract, balance, len(debt.claims) - k, debt.keeping)
    del debt.claims[k + len(rows) :]
    for claim_again, (principal, interest) in zip(debt.claims[k:], rows, strict=True):
        claim_again.principal = claim_again.paid_principal + principal
        claim_again.interest = interest
    if product or k < debt.whole_from:
        product += balance * days_between(start, claim.due_date)
        claim.interest = for_days(product, debt.contract.rate_yearly, debt.contract.day_basis)


def _split(parts: dict[Component, int], excess: int, currency: str) -> Split:
    return Split(
        fee=Money(parts[Component.FEE], currency),
        penalty=Money(parts[Component.PENALTY], currency),
        interest=Money(parts[Component.INTEREST], currency),
        principal=Money(parts[Component.PRINCIPAL], currency),
        excess=Money(excess, currency),
    )
