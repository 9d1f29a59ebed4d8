"""The account of a loan as a pure function of its contract and of dated facts.

Facts are read in the order in which they count, so it does not matter when they became known:
whoever calls settle() gets the figures that would have stood, had everything been known in time.
Nothing is calculated from day to day: a day that is asked for is reached at once.

Source: Civil Code of the PRC, Art. 561 (order of discharge), Art. 667-678 (loan contracts).
"""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from domain.loan.contract import Contract
from domain.loan.facts import Drawn, Fact, Received
from domain.loan.movements import in_order
from domain.loan.servicing import owed
from domain.loan.servicing.changes import apply
from domain.loan.servicing.claims import NEVER, Claim, instalment_of
from domain.loan.servicing.debt import Debt
from domain.loan.servicing.opening import open_debt
from domain.loan.servicing.replan import plan_again
from domain.loan.servicing.sweep import sweep
from domain.loan.values import Instalment, Split


@frozen(kw_only=True)
class Account:
    """A loan after its facts; days asked for are not before the last of them."""

    contract: Contract
    debt: Debt  # On the day of the last fact.
    effects: Mapping[Fact, Split]  # What each fact moved, in the order in which they count.
    settled_on: date | None  # The day from which nothing is owed.

    @property
    def splits(self) -> Mapping[str, Split]:
        """What each receipt discharged, by number, in the order in which they count."""
        return {
            fact.receipt_no: split
            for fact, split in self.effects.items()
            if isinstance(fact, Received)
        }

    @property
    def plan(self) -> tuple[Instalment, ...]:
        """The plan in force, as of the last fact."""
        currency = self.contract.amount.currency
        return tuple(instalment_of(claim, currency) for claim in planned(self.debt))

    def on(self, day: date) -> Debt:
        """Return the debt on a day, with what is due on it."""
        debt = self.debt.copy()
        sweep(debt, day)
        plan_again(debt)
        return debt

    def due(self, day: date) -> Split:
        """Return what is due and unpaid on a day."""
        return owed.split_of(owed.due(self.on(day)), self.contract.amount.currency)

    def payoff(self, day: date) -> Split:
        """Return all that must be paid to settle the loan on a day."""
        return owed.split_of(owed.payoff(self.on(day)), self.contract.amount.currency)

    def next_unpaid(self) -> Instalment | None:
        """Return the first instalment of the plan with anything unpaid; None where all is paid."""
        claim = next((claim for claim in planned(self.debt) if claim.unpaid), None)
        return instalment_of(claim, self.contract.amount.currency) if claim else None


def settle(contract: Contract, facts: Iterable[Fact]) -> Account:
    """Return the account that a contract and facts, in any order of knowing, lead to."""
    known = in_order(facts)
    drawn = (fact.value_date for fact in known if isinstance(fact, Drawn))
    debt = open_debt(contract, min(drawn, default=contract.paid_out_on))
    effects: dict[Fact, Split] = {}
    settled_on: date | None = None
    for fact in known:
        sweep(debt, fact.value_date)
        effects[fact] = apply(debt, fact)
        settled_on = (settled_on or fact.value_date) if owed.paid_off(debt) else None
    plan_again(debt)
    return Account(contract=contract, debt=debt, effects=effects, settled_on=settled_on)


def planned(debt: Debt) -> list[Claim]:
    """Return the instalments of the plan, without days at its end that ask for nothing."""
    claims = [claim for claim in debt.claims if claim.due_date < NEVER]
    while claims and _is_empty(claims[-1]):
        claims.pop()
    return claims


def _is_empty(claim: Claim) -> bool:
    return claim.principal == claim.interest == claim.fee == claim.carried == 0
