"""A plan and its rows: what is asked for on which day, and how it came about."""

from datetime import date

from attrs import frozen

from domain.loan.plan.accrual import Part
from domain.loan.plan.formulae import Formula
from domain.loan.values import Instalment
from domain.money import Money
from domain.rate import Rate


@frozen(kw_only=True)
class Piece:
    """Days with one balance and one rate: interest is balance x rate x over/of, or compounds."""

    start: date  # The first day that counts,
    end: date  # and the first that does not.
    balance: Money
    rate: Rate  # Nought where interest is paused.
    over: int  # The part of a year, over/of.
    of: int

    @classmethod
    def of_part(cls, part: Part, balance: Money) -> "Piece":
        """Return what a balance bears over days at one rate."""
        rate = Rate(part.e8)
        return cls(
            start=part.start, end=part.end, balance=balance, rate=rate, over=part.over, of=part.of
        )


@frozen(kw_only=True)
class PlanRow:
    """What is asked for on one day."""

    no: int
    start: date  # From this day on interest is counted,
    end: date  # up to and not with this day.
    due_date: date
    days: int
    opening: Money
    drawn: Money  # Paid out within the period, or on its last day.
    principal: Money  # Negative where interest joins the principal.
    interest: Money
    fee: Money
    closing: Money
    balloon: Money  # What of the principal is beyond the regular instalment.
    pieces: tuple[Piece, ...]  # Of all the interest asked for, also that of earlier periods.
    by_interest: Formula
    by_principal: Formula

    @property
    def instalment(self) -> Money:
        """All that is asked for."""
        return self.principal + self.interest + self.fee


@frozen(kw_only=True)
class Plan:
    """The rows of a plan, by due date."""

    rows: tuple[PlanRow, ...]
    drawn: Money  # All that is paid out,
    deducted: Money  # less this, kept back in advance (interest of a discount, fees up front).
    payment: Money  # The first level payment or principal; nought where nothing is level.
    residue: Money  # What the last instalment is above the level payment, a balloon apart.
    unannounced_from: date | None  # Days due from here on may move: no holidays announced yet.

    @property
    def interest(self) -> Money:
        """All interest."""
        return sum((row.interest for row in self.rows), Money.zero(self.drawn.currency))

    @property
    def total(self) -> Money:
        """All that is asked for in instalments."""
        return sum((row.instalment for row in self.rows), Money.zero(self.drawn.currency))

    @property
    def maturity(self) -> date:
        """The last due date."""
        return self.rows[-1].due_date

    def instalments(self) -> tuple[Instalment, ...]:
        """Return the rows as a loan holds them."""
        return tuple(
            Instalment(
                no=row.no,
                due_date=row.due_date,
                principal=row.principal,
                interest=row.interest,
                fee=row.fee,
            )
            for row in self.rows
        )
