"""A period as interest sees it: balances and rates by days, and what they add up to.

Source: Circular PBOC 2005-129 (积数: products of balance and days, added and then rounded).
"""

from fractions import Fraction

from attrs import frozen

from domain.kinds import RepaymentMethod
from domain.loan.plan.accrual import Accrual, Part
from domain.loan.plan.periods import Period
from domain.loan.plan.plan import Piece
from domain.loan.plan.spread import Span
from domain.loan.plan.terms import Draw, PlanTerms
from domain.money import Money


@frozen
class Stretch:
    """A period with the money that is paid out in it."""

    terms: PlanTerms
    accrual: Accrual
    period: Period
    is_first: bool

    @property
    def joined(self) -> int:
        """What is paid out on its first day, in fen: it bears interest as the rest does."""
        return sum(d.amount.fen for d in self.terms.draws if d.value_date == self.period.start)

    @property
    def within(self) -> list[Draw]:
        """What is paid out later in it."""
        start, end = self.period.start, self.period.end
        return [draw for draw in self.terms.draws if start < draw.value_date < end]

    @property
    def is_flat(self) -> bool:
        """Whether interest is on the principal as it was at first (等本等息)."""
        return self.terms.method is RepaymentMethod.FLAT

    @property
    def parts(self) -> list[Part]:
        """Its days by rate."""
        return self.accrual.parts(self.period)

    def span(self) -> Span:
        """Return its rate, and the interest on what is paid out within it."""
        over, of = self.accrual.ratio(self.parts)
        if self.is_flat:
            return Span(0, of, extra=self.terms.principal.fen * over)
        extra = Fraction(0)
        for draw in self.within:
            rate = self.accrual.ratio(self._parts_from(draw))
            extra += Fraction(draw.amount.fen * rate[0], rate[1])
        drawn = sum(draw.amount.fen for draw in self.within)
        return Span(over, of, extra * of if extra else 0, drawn, self._split())

    def pieces(self, balance: Money) -> tuple[Piece, ...]:
        """Return what bears interest in it, for whoever asks where the interest comes from."""
        base = self.terms.principal if self.is_flat else balance
        own = [Piece.of_part(part, base) for part in self.parts]
        for draw in self.within:
            own += [Piece.of_part(part, draw.amount) for part in self._parts_from(draw)]
        return tuple(own)

    def _parts_from(self, draw: Draw) -> list[Part]:
        return self.accrual.parts(self.period._replace(start=draw.value_date, cycles=0))

    def _split(self) -> tuple[int, int] | None:
        """Return the rate of a whole period, where a first stub's principal goes by it."""
        whole = self.accrual.whole_cycle()
        is_stub = self.is_first and not self.period.cycles
        if not (self.terms.stub_keeps_principal and is_stub and whole):
            return None
        return self.accrual.rate_of(self.accrual.rate_on(self.period.start), *whole)
