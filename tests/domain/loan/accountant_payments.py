"""How the accountant of accountant.py pays, gives up and moves what is owed."""

from datetime import date
from fractions import Fraction

from attrs import define

from domain.kinds import Component
from domain.loan.contract import Contract
from domain.loan.facts import ArrearsRespread, InterestCapitalised, Waived
from domain.loan.values import Respreading
from domain.rate import E8
from tests.domain.loan.accountant_plan import Planner
from tests.domain.loan.strategies import half_up


@define
class Charge:
    """A fee, and what is left of it."""

    due: date
    left: int


class Payer(Planner):
    """What is owed of a loan, and what pays it."""

    def __init__(self, contract: Contract) -> None:
        super().__init__(contract)
        self.penalty = self.compound = Fraction(0)
        self.penalty_paid = self.compound_paid = self.based = 0
        self.fees: list[Charge] = []

    def accrued(self) -> int:
        row = self.now()
        if row is None:
            return 0
        interest = half_up(self.period)
        if not self.broken and row.i:
            interest = min(interest, row.i)
        return max(interest - row.pi, 0)

    def incurred(self) -> tuple[int, int]:
        return (
            half_up(self.penalty) - self.penalty_paid,
            half_up(self.compound) - self.compound_paid,
        )

    def early_fee(self, principal: int) -> int:
        contract = self.contract
        if not principal:
            return 0
        flat = contract.prepayment_fee.fen if contract.prepayment_fee else 0
        rate = contract.prepayment_fee_rate.e8 if contract.prepayment_fee_rate else 0
        return flat + half_up(Fraction(principal * rate, E8))

    def pay_fees(self, fees: list[Charge], left: int, paid: dict[Component, int]) -> int:
        before = left
        for fee in fees:
            taken = min(left, fee.left)
            fee.left, left = fee.left - taken, left - taken
        paid[Component.FEE] += before - left
        return before - left

    def pay_due(self, component: Component, left: int, paid: dict[Component, int]) -> int:
        before = left
        if component is Component.FEE:
            return self.pay_fees([f for f in self.fees if f.due <= self.day], left, paid)
        if component is Component.PENALTY:
            first = min(left, self.incurred()[0])
            self.penalty_paid += first
            second = min(left - first, self.incurred()[1])
            self.compound_paid += second
            left -= first + second
        for row in [r for r in self.rows if r.fallen]:
            if component is Component.INTEREST:
                taken = min(left, row.i - row.pi)
                row.pi, left = row.pi + taken, left - taken
            elif component is Component.PRINCIPAL:
                taken = min(left, row.p - row.pp)
                row.pp, left = row.pp + taken, left - taken
        self.based = min(self.based, self.incurred()[0])
        paid[component] += before - left
        return before - left

    def pay_accrued(self, left: int, paid: dict[Component, int]) -> int:
        taken, row = min(left, self.accrued()), self.now()
        if taken and row:
            row.pi += taken
            paid[Component.INTEREST] += taken
        return taken

    def early(self, left: int, paid: dict[Component, int], *, keeps_term: bool) -> int:
        taken, row = min(left, self.ahead()), self.now()
        if taken and row:
            self.joined()
            paid[Component.PRINCIPAL] += taken
            row.pp += taken
            self.again(self.ahead(), solve=keeps_term)
        return taken

    def waive(self, fact: Waived) -> None:
        given = dict.fromkeys(Component, 0)
        left = fact.amount.fen - self.pay_due(fact.component, fact.amount.fen, given)
        if fact.component is Component.FEE:
            self.pay_fees(self.fees, left, given)
        elif fact.component is Component.INTEREST:
            self.pay_accrued(left, given)
        elif fact.component is Component.PRINCIPAL and self.ahead() and left:
            self.again(self.ahead() - min(left, self.ahead()), solve=False)

    def capitalise(self, fact: InterestCapitalised) -> None:
        left = fact.amount.fen if fact.amount else 10**18
        joins = 0
        for row in [row for row in self.rows if row.fallen]:
            taken = min(left - joins, row.i - row.pi)
            row.i, joins = row.i - taken, joins + taken
        joins += self.pay_accrued(left - joins, dict.fromkeys(Component, 0))
        if joins:
            self.more(joins)

    def respread(self, fact: ArrearsRespread) -> None:
        if not self.coming():
            return
        principal = interest = 0
        for row in [row for row in self.rows if row.fallen]:
            principal, interest = principal + row.p - row.pp, interest + row.i - row.pi
            row.p, row.i = row.pp, row.pi
        if fact.how is Respreading.SPREAD:
            self.carried += interest
            interest = 0
        self.more(principal + interest)
