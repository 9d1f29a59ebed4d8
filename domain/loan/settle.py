"""The account of a loan as a pure function of its contract and its receipts.

Receipts are read by value date, so it does not matter when they became known: whoever calls
settle() gets the figures that would have stood, had everything been known in time.

Source: Civil Code of the PRC, Art. 561 (order of discharge), Art. 667-677 (loan contracts).
"""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from domain.loan.contract import Contract
from domain.loan.discharge import receive
from domain.loan.due import NEVER, Claim, Debt
from domain.loan.movements import Movement, in_order
from domain.loan.values import Instalment, Split
from domain.money import Money


@frozen(kw_only=True)
class Account:
    """A loan after its receipts; days asked for are not before the last receipt."""

    contract: Contract
    debt: Debt
    splits: Mapping[str, Split]  # What each receipt discharged, by number, by value date.
    settled_on: date | None  # The day from which nothing is owed.

    @property
    def plan(self) -> tuple[Instalment, ...]:
        """The plan in force, as of the last receipt."""
        currency = self.contract.amount.currency
        return tuple(instalment_of(c, currency) for c in self.debt.claims if c.due_date < NEVER)

    def due(self, day: date) -> Split:
        """Return what is due and unpaid on a day."""
        return self._split(self.debt.due(day))

    def payoff(self, day: date) -> Split:
        """Return all that must be paid to settle the loan on a day."""
        return self._split(self.debt.payoff(day))

    def next_unpaid(self) -> Instalment | None:
        """Return the first instalment of the plan with anything unpaid; None where all is paid."""
        claims = (c for c in self.debt.claims if c.unpaid and c.due_date < NEVER)
        claim = next(claims, None)
        return instalment_of(claim, self.contract.amount.currency) if claim else None

    def _split(self, parts: tuple[int, int, int, int]) -> Split:
        currency = self.contract.amount.currency
        fee, penalty, interest, principal = (Money(part, currency) for part in parts)
        return Split(
            fee=fee,
            penalty=penalty,
            interest=interest,
            principal=principal,
            excess=Money.zero(currency),
        )


def settle(contract: Contract, movements: Iterable[Movement]) -> Account:
    """Return the account that a contract and receipts, in order of knowing, lead to."""
    debt, splits, settled_on = Debt(contract), {}, None
    for movement in in_order(movements):
        day = movement.value_date
        splits[movement.receipt_no] = receive(debt, movement.amount.fen, day)
        if settled_on is None and debt.paid_off(day):
            settled_on = day
    return Account(contract=contract, debt=debt, splits=splits, settled_on=settled_on)


def instalment_of(claim: Claim, currency: str) -> Instalment:
    """Return what a claim asks for, as it stands in the plan."""
    return Instalment(
        no=claim.no,
        due_date=claim.due_date,
        principal=Money(claim.principal, currency),
        interest=Money(claim.interest, currency),
        fee=Money(claim.fee, currency),
    )
