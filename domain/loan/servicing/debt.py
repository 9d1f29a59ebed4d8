"""A loan's debt on a day, swept forward from one fact to the next; in whole fen.

Principal is ahead (not yet due), in grace (due, and still forgiven if paid in time) or late.
What is ahead bears interest, which its period's instalment asks for; what is late bears penalty
interest in its place; unpaid interest bears compound interest where the contract says so; what
is misused bears the misuse rate alone.  Each is one sum of fen x rate x parts of a year, and is
divided and rounded once for a claim.

Source: Civil Code of the PRC, Art. 674-677 (interest, default, early repayment); Circular PBOC
2003-251, Art. 3 (penalty and compound interest; misuse; the higher alone).
"""

from collections import deque
from datetime import date
from enum import Enum
from typing import NamedTuple

from attrs import define, evolve, field

from domain.claim import Policy
from domain.kinds import Component
from domain.loan.contract import Contract
from domain.loan.plan.spread import Pays
from domain.loan.servicing.claims import NEVER, Claim, Fee
from domain.loan.servicing.clock import Clock
from domain.loan.values import Split


class Window(NamedTuple):
    """Days of a pause or of misuse; until NEVER where no end is known."""

    until: date
    amount: int | None  # Misused; None: all.


class Waiting(NamedTuple):
    """A claim in its days of grace, and what had run by its due date for one fen in grace."""

    until: date
    place: int  # Of the claim among all.
    penalty_run: int
    compound_run: int


class Replan(Enum):
    """How the plan ahead is to be made again."""

    INTEREST = "interest"  # The principal stays as it was asked for.
    KEEP_INSTALMENT = "keep_instalment"
    KEEP_SOLVED = "keep_solved"  # What was solved for a term stays, and so does the term.
    KEEP_TERM = "keep_term"
    KEEP_NEXT = "keep_next"  # The next instalment stays; those behind it are solved anew.
    WHOLE_TERM = "whole_term"  # Over all the days that were agreed, also those given up before.


@define(kw_only=True)
class Debt:
    """All that the account of a loan is made of."""

    contract: Contract
    clock: Clock
    policy: Policy
    claims: list[Claim]  # By due date, of the whole term; those before `fallen` are due.
    term: int  # Claims from this index on are needless since the term became shorter.
    fees_asked: list[int]  # The fee of each claim as agreed, also where nothing is left to pay.
    pays: Pays | None  # How the plan is made again; None: in proportion to what it asks.
    keeping: int  # What stays the same from one instalment to the next.
    due_day: int
    rhythm: int  # Months between due dates.
    day: date  # Swept to the start of this day.
    rate: int  # Yearly, in 1e-8.
    rates_ahead: list[tuple[date, int]] = field(factory=list)  # Agreed from a later day on.
    fallen: int = 0
    ahead: int  # Principal not yet due,
    undrawn: int  # of it not paid out yet on `day`,
    in_grace: int = 0  # principal due in grace,
    late: int = 0  # and late.

    period_start: date
    interest_sum: int = 0  # Of the period that `day` is in.
    broken: bool = False  # The period is no longer as planned: interest goes by its days.
    met: bool = False  # Its instalment was paid some days early, as if on its due date:
    advanced: int = 0  # this principal of it still counts for the period's interest.
    carried: int = 0  # Interest of former instalments, spread over those ahead.

    penalty_sum: int = 0  # x percent.
    penalty_paid: int = 0
    compound_sum: int = 0  # x percent.
    compound_paid: int = 0
    due_interest: int = 0
    due_fee: int = 0
    compounding: int = 0  # Unpaid interest out of grace,
    settled_penalty: int = 0  # and penalty interest that bears compound interest too.
    settles_next: date = NEVER  # The next day on which penalty interest is added to that.
    penalty_run: int = 0  # What one fen in grace would have incurred since the start,
    compound_run: int = 0  # and one fen of interest.

    waiting: deque[Waiting] = field(factory=deque)
    late_fees: deque[tuple[date, int]] = field(factory=deque)
    fees: list[Fee] = field(factory=list)
    pauses: list[Window] = field(factory=list)
    misuses: list[Window] = field(factory=list)
    marks: list[date] = field(factory=list)  # A heap of days on which something else changes.
    maturity: date
    replan: Replan | None = None  # How the plan is to be made again, once it is asked for.
    open_from: dict[Component, int] = field(factory=dict)  # Due claims before it are paid.

    lent: int  # All principal ever paid out.
    excess: int = 0
    refunded: int = 0
    written_off: Split | None = None

    @property
    def principal(self) -> int:
        """All principal that is owed, due or not."""
        return self.ahead + self.in_grace + self.late

    @property
    def begun(self) -> bool:
        """Days of the current period have passed, so that a change breaks it."""
        return self.day > self.period_start

    def bears(self, index: int) -> bool:
        """Tell whether a claim that is due is out of grace."""
        return index < self.fallen - len(self.waiting)

    def next_open(self) -> int:
        """Return the index of the first claim that a new plan may still change."""
        return self.fallen + self.met

    def copy(self) -> "Debt":
        """Return a debt that can be swept on while this one stays."""
        k = self.fallen
        return evolve(
            self,
            claims=self.claims[:k] + [claim.copy() for claim in self.claims[k:]],
            fees_asked=list(self.fees_asked),
            waiting=self.waiting.copy(),
            late_fees=self.late_fees.copy(),
            fees=list(self.fees),
            rates_ahead=list(self.rates_ahead),
            pauses=list(self.pauses),
            misuses=list(self.misuses),
            marks=list(self.marks),
            open_from=dict(self.open_from),
        )
