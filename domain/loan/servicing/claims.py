"""What a loan asks for: instalments and fees, and what was paid of each; in whole fen."""

from datetime import date
from typing import Final

from attrs import define

from domain.kinds import Component
from domain.loan.contract import Contract
from domain.loan.values import Instalment
from domain.money import Money

NEVER: Final = date.max  # The due date of principal that no plan asks for.


@define(kw_only=True)
class Claim:
    """One instalment and what was paid of it."""

    no: int
    due_date: date
    principal: int
    interest: int  # Of its period.
    fee: int
    asks_interest: bool = True  # Else it goes on to be asked for with the next one.
    joins: bool = False  # Its interest joins the principal: it asks for less than nothing of it.
    carried: int = 0  # Interest of former instalments that it asks for besides, until it is due.
    paid_principal: int = 0
    paid_interest: int = 0
    paid_fee: int = 0

    @property
    def unpaid(self) -> int:
        """All that is not yet paid of it."""
        paid = self.paid_principal + self.paid_interest + self.paid_fee
        return self.principal + self.interest + self.carried + self.fee - paid

    def unpaid_of(self, component: Component) -> int:
        """Return what is not yet paid of its fee, interest or principal."""
        if component is Component.FEE:
            return self.fee - self.paid_fee
        if component is Component.INTEREST:
            return self.interest + self.carried - self.paid_interest
        return self.principal - self.paid_principal

    def copy(self) -> "Claim":
        """Return another that can be changed on its own."""
        return Claim(
            no=self.no,
            due_date=self.due_date,
            principal=self.principal,
            interest=self.interest,
            fee=self.fee,
            asks_interest=self.asks_interest,
            joins=self.joins,
            carried=self.carried,
            paid_principal=self.paid_principal,
            paid_interest=self.paid_interest,
            paid_fee=self.paid_fee,
        )

    def pay(self, component: Component, left: int) -> int:
        """Pay what is unpaid of one component, as far as money goes; return what was paid."""
        taken = min(left, self.unpaid_of(component))
        if component is Component.FEE:
            self.paid_fee += taken
        elif component is Component.INTEREST:
            self.paid_interest += taken
        else:
            self.paid_principal += taken
        return taken


@define(kw_only=True)
class Fee:
    """A fee that was charged beside the plan."""

    no: str
    due_date: date
    amount: int
    paid: int = 0


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
            joins=row.principal.fen < 0,
        )
        for row in sorted(contract.plan, key=lambda row: row.due_date)
    ]
    if contract.bill and claims:
        claims[0].paid_interest = claims[0].interest  # Kept back on paying out.
    missing = contract.amount.fen - sum(claim.principal for claim in claims)
    if missing > 0:
        claims.append(unplanned(len(claims) + 1, missing))
    return claims


def unplanned(no: int, principal: int) -> Claim:
    """Return principal that is owed but due on no day."""
    return Claim(no=no, due_date=NEVER, principal=principal, interest=0, fee=0)


def instalment_of(claim: Claim, currency: str) -> Instalment:
    """Return what a claim asks for, as it stands in the plan."""
    return Instalment(
        no=claim.no,
        due_date=claim.due_date,
        principal=Money(claim.principal, currency),
        interest=Money(claim.interest + claim.carried, currency),
        fee=Money(claim.fee, currency),
    )
