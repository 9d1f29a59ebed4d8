"""What is owed on a day, in whole fen.

Principal that is overdue bears penalty interest in place of interest, from its due date unless
it was paid within the days of grace; unpaid interest bears none.

Source: Civil Code of the PRC, Art. 674-676 (interest and default interest); Circular PBOC
2003-251, Art. 3 (penalty interest), where interest on unpaid interest is left to the contract.
"""

from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import Final

from attrs import define, field

from domain.calendar import days_between
from domain.loan.contract import Contract
from domain.loan.interest import for_days, for_default
from domain.loan.schedule import first_is_whole_month, kept

NEVER: Final = date.max  # The due date of principal that no stated plan asks for.


@define(kw_only=True)
class Claim:
    """One instalment and what was paid of it, in fen."""

    no: int
    due_date: date
    principal: int
    interest: int
    fee: int
    paid_principal: int = 0
    paid_interest: int = 0
    paid_fee: int = 0

    @property
    def unpaid(self) -> int:
        """All that is not yet paid of it."""
        paid = self.paid_principal + self.paid_interest + self.paid_fee
        return self.principal + self.interest + self.fee - paid


def claims_of(contract: Contract) -> list[Claim]:
    """Return the claims that a plan makes, unpaid, by due date.

    Principal that a stated plan leaves out, or all of it where none was stated, is owed but
    due on no day.
    """
    claims = [
        Claim(
            no=row.no,
            due_date=row.due_date,
            principal=row.principal.fen,
            interest=row.interest.fen,
            fee=row.fee.fen,
        )
        for row in sorted(contract.plan, key=lambda row: row.due_date)
    ]
    missing = contract.amount.fen - sum(claim.principal for claim in claims)
    if missing > 0:
        last = len(claims) + 1
        claims.append(Claim(no=last, due_date=NEVER, principal=missing, interest=0, fee=0))
    return claims


@define
class Debt:
    """A loan's claims while its receipts are taken in, each on its day and none before another.

    Once all are in, it answers for any day from the last receipt on.
    """

    contract: Contract
    claims: list[Claim] = field(init=False)
    whole_from: int = field(init=False)  # Index of the first claim whose period is a month.
    first_open: int = 0  # All claims before this index are paid.
    overdue_product: int = 0  # Fen x days of principal that was paid late.
    penalty_paid: int = 0
    prepaid_in: int = -1  # Index of the claim in whose period principal was last prepaid.
    product: int = 0  # Fen x days in that period, up to prepaid_on.
    prepaid_on: date = date.min

    def __attrs_post_init__(self) -> None:
        """Start with the plan, unpaid."""
        self.claims = claims_of(self.contract)
        whole = first_is_whole_month(self.contract.paid_out_on, self.contract.due_day)
        self.whole_from = 0 if whole else 1

    def next_index(self, day: date) -> int:
        """Return the index of the first claim that is due after a day."""
        return bisect_right(self.claims, day, key=lambda claim: claim.due_date)

    @cached_property
    def keeping(self) -> int:
        """What stays the same from one instalment to the next when the plan is made again."""
        return kept(self.contract)

    def paid_off(self, day: date) -> bool:
        """Tell whether nothing at all is owed on a day, though something once was."""
        all_paid = self.first_open == len(self.claims) > 0
        return all_paid and self.penalty(day) == 0

    def due(self, day: date) -> tuple[int, int, int, int]:
        """Return fee, penalty interest, interest and principal due and unpaid on a day."""
        open_claims = self.claims[self.first_open : self.next_index(day)]
        return (
            sum(claim.fee - claim.paid_fee for claim in open_claims),
            self.penalty(day),
            sum(claim.interest - claim.paid_interest for claim in open_claims),
            sum(claim.principal - claim.paid_principal for claim in open_claims),
        )

    def payoff(self, day: date) -> tuple[int, int, int, int]:
        """Return fee, penalty interest, interest and principal that settle the loan on a day."""
        fee, penalty, interest, principal = self.due(day)
        principal += self.ahead(day)
        if not self.contract.as_stated:
            return fee, penalty, interest + self.accrued(day), principal
        ahead = self.claims[self.next_index(day) :]
        fee += sum(claim.fee - claim.paid_fee for claim in ahead)
        interest += sum(claim.interest - claim.paid_interest for claim in ahead)
        return fee, penalty, interest, principal

    def penalty(self, day: date) -> int:
        """Return the penalty interest that is unpaid on a day; it is one claim, rounded once."""
        contract = self.contract
        if contract.as_stated:
            return 0
        product = self.overdue_product
        for claim in self.claims[self.first_open : self.next_index(day)]:
            product += (claim.principal - claim.paid_principal) * self.days_late(claim, day)
        percent, basis = contract.penalty_percent, contract.day_basis
        incurred = for_default(product, contract.rate_yearly, percent=percent, basis=basis)
        return incurred - self.penalty_paid

    def days_late(self, claim: Claim, day: date) -> int:
        """Return the days from the due date, or none while they are within the days of grace."""
        days = days_between(claim.due_date, day)
        return days if days > self.contract.grace_days else 0

    def accrued(self, day: date) -> int:
        """Return the interest since the last due date that is not yet paid.

        Only principal that is not overdue bears it, for each day after the last due date.
        """
        k = self.next_index(day)
        if k >= len(self.claims):
            return 0
        interest = for_days(
            self.product_to(day), self.contract.rate_yearly, self.contract.day_basis
        )
        return max(interest - self.claims[k].paid_interest, 0)

    def ahead(self, day: date) -> int:
        """Return the principal that is not yet due on a day."""
        claims = self.claims[self.next_index(day) :]
        return sum(claim.principal - claim.paid_principal for claim in claims)

    def product_to(self, day: date) -> int:
        """Return the fen x days of the period that a day is in, up to the day."""
        k, balance = self.next_index(day), self.ahead(day)
        if k == self.prepaid_in:
            return self.product + balance * days_between(self.prepaid_on, day)
        start = self.claims[k - 1].due_date if k else self.contract.paid_out_on
        return balance * days_between(start, day)
