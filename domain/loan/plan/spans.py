"""A period as interest sees it: balances and rates by days, and what they add up to.

Source: Circular PBOC 2005-129 (积数: products of balance and days, added and then rounded).
"""

from fractions import Fraction

from attrs import frozen

from domain.kinds import RepaymentMethod
from domain.loan.plan.accrual import Accrual, Part
from domain.loan.plan.periods import Period
from domain.loan.plan.plan import Piece
from domain.loan.plan.spread import Ratio, Span
from domain.loan.plan.terms import Draw, PlanTerms
from domain.money import Money


@frozen
class Stretch:
    """A period with its days by rate and the money that is paid out in it."""

    terms: PlanTerms
    accrual: Accrual
    period: Period
    parts: list[Part]
    joined: int  # Paid out on its first day, in fen: bears interest as the rest does.
    within: list[Draw]  # Paid out later in it.

    @classmethod
    def of(cls, terms: PlanTerms, accrual: Accrual, period: Period) -> "Stretch":
        """Return a period of these terms."""
        draws = [d for d in terms.draws if period.start <= d.value_date < period.end]
        joined = sum(draw.amount.fen for draw in draws if draw.value_date == period.start)
        within = [draw for draw in draws if draw.value_date > period.start]
        return cls(terms, accrual, period, accrual.parts(period), joined, within)

    def span(self) -> Span:
        """Return its rate, and the interest on what is paid out within it."""
        over, of = self.accrual.ratio(self.parts)
        if self.terms.method is RepaymentMethod.FLAT:
            return Span(0, of, extra=self.terms.principal.fen * over)
        split = self._split() if self.terms.stub_keeps_principal else None
        if not self.within:
            return Span(over, of, split=split)
        extra = Fraction(0)
        for draw in self.within:
            rate = self.accrual.ratio(self._parts_from(draw))
            extra += Fraction(draw.amount.fen * rate[0], rate[1])
        return Span(over, of, extra * of, sum(draw.amount.fen for draw in self.within), split)

    def pieces(self, balance: Money) -> tuple[Piece, ...]:
        """Return what bears interest in it, for whoever asks where the interest comes from."""
        flat = self.terms.method is RepaymentMethod.FLAT
        base = self.terms.principal if flat else balance
        own = [Piece.of_part(part, base) for part in self.parts]
        for draw in self.within:
            own += [Piece.of_part(part, draw.amount) for part in self._parts_from(draw)]
        return tuple(own)

    def _parts_from(self, draw: Draw) -> list[Part]:
        return self.accrual.parts(self.period._replace(start=draw.value_date, cycles=0))

    def _split(self) -> Ratio | None:
        """Return the rate of a whole period, where a first stub's principal goes by it."""
        is_first_stub = self.period.start == self.terms.paid_out_on and not self.period.cycles
        if not (is_first_stub and self.accrual.whole):
            return None
        return self.accrual.rate_of(self.accrual.rate_on(self.period.start), *self.accrual.whole)
