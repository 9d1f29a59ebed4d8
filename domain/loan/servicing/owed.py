"""What is owed on the day that a debt was swept to; in whole fen, each claim rounded once.

Source: Civil Code of the PRC, Art. 674-677; Circular PBOC 2003-251, Art. 3.
"""

from bisect import bisect_right

from domain.calendar import months_after
from domain.claim import rounded
from domain.kinds import Component
from domain.loan.servicing.claims import Fee
from domain.loan.servicing.debt import Debt
from domain.loan.servicing.unearned import unearned
from domain.loan.values import Split
from domain.money import Money
from domain.rate import E8

Parts = tuple[int, int, int, int]  # Fee, penalty and compound interest, interest, principal.


def due(debt: Debt) -> Parts:
    """Return what is due and unpaid."""
    fee = debt.due_fee + sum(fee.amount - fee.paid for fee in due_fees(debt))
    return fee, penalty(debt) + compound(debt), debt.due_interest, debt.in_grace + debt.late


def payoff(debt: Debt) -> Parts:
    """Return what settles the loan: all that is owed, and the fee for prepaying."""
    fee, incurred, interest, principal = in_all(debt)
    return fee + prepayment_fee(debt, debt.ahead), incurred, interest, principal


def in_all(debt: Debt) -> Parts:
    """Return all that is owed, due or not."""
    fee, incurred, interest, principal = due(debt)
    fee += sum(fee.amount - fee.paid for fee in debt.fees if fee.due_date > debt.day)
    if debt.contract.as_stated:
        for claim in debt.claims[debt.fallen :]:
            fee += claim.unpaid_of(Component.FEE)
            interest += claim.unpaid_of(Component.INTEREST)
    else:
        interest += accrued(debt) + debt.carried - unearned(debt)
    return fee, incurred, interest, principal + debt.ahead


def split_of(parts: Parts, currency: str) -> Split:
    """Return what is owed as a split."""
    fee, incurred, interest, principal = (Money(part, currency) for part in parts)
    return Split(
        fee=fee,
        penalty=incurred,
        interest=interest,
        principal=principal,
        excess=Money.zero(currency),
    )


def paid_off(debt: Debt) -> bool:
    """Tell whether nothing at all is owed, though something once was lent."""
    return debt.lent > 0 and debt.principal == 0 and not any(in_all(debt))


def due_fees(debt: Debt) -> list[Fee]:
    """Return the fees beside the plan that are due, by due date."""
    return debt.fees[: bisect_right(debt.fees, debt.day, key=lambda fee: fee.due_date)]


def penalty(debt: Debt) -> int:
    """Return the penalty interest that is unpaid; it is one claim, rounded once."""
    return _incurred(debt, debt.penalty_sum) - debt.penalty_paid


def compound(debt: Debt) -> int:
    """Return the compound interest that is unpaid; it is one claim, rounded once."""
    return _incurred(debt, debt.compound_sum) - debt.compound_paid


def accrued(debt: Debt) -> int:
    """Return the interest of the current period to the day that is not yet paid.

    In a period that is as planned it is never more than the instalment asks for.
    """
    if debt.contract.as_stated or debt.fallen >= len(debt.claims):
        return 0
    claim = debt.claims[debt.fallen]
    interest = of_period(debt, debt.interest_sum)
    if not debt.broken and claim.interest:
        interest = min(interest, claim.interest)
    return max(interest - claim.paid_interest, 0)


def of_period(debt: Debt, interest_sum: int) -> int:
    """Return a sum of fen x rate x parts of a year as interest."""
    return rounded(interest_sum, debt.clock.of * E8, debt.contract.rounding)


def _incurred(debt: Debt, percent_sum: int) -> int:
    return rounded(percent_sum, 100 * debt.clock.of * E8, debt.contract.rounding)


def prepayment_fee(debt: Debt, principal: int) -> int:
    """Return the fee for prepaying so much principal on the day; none for none."""
    contract = debt.contract
    if principal == 0 or not _fee_is_asked(debt):
        return 0
    flat = contract.prepayment_fee.fen if contract.prepayment_fee else 0
    rate = contract.prepayment_fee_rate
    return flat + (rounded(principal * rate.e8, E8, contract.rounding) if rate else 0)


def _fee_is_asked(debt: Debt) -> bool:
    start, months = debt.contract.paid_out_on, debt.contract.prepayment_fee_months
    return months is None or debt.day < months_after(start, months, start.day)


def prepayable(debt: Debt, left: int) -> int:
    """Return the most principal ahead that so much money pays together with its fee."""
    if debt.ahead + prepayment_fee(debt, debt.ahead) <= left:
        return debt.ahead
    if not _fee_is_asked(debt):
        return left
    free = left - prepayment_fee(debt, 1) + 1
    rate = debt.contract.prepayment_fee_rate
    most = max(free * E8 // (E8 + (rate.e8 if rate else 0)), 0)
    while most and most + prepayment_fee(debt, most) > left:
        most -= 1
    while most < debt.ahead and most + 1 + prepayment_fee(debt, most + 1) <= left:
        most += 1
    return most
