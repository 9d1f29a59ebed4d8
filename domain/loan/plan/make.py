"""Making a plan: period by period, what accrues, what is asked for, and what is left.

    make(terms) -> Plan        raises Contradiction where the terms allow no plan

A level payment is solved at the first period that asks for one, and anew at the first period
that begins with another rate or after more was drawn, over the periods that remain, at the rate
of that day.  The period in which a rate changes keeps its instalment; its interest is split by
days and rounded once.

Source: see the modules of this package; PBOC 2019-30 (repricing by LPR and spread).
"""

from fractions import Fraction

from attrs import define, evolve, field

from domain.claim import Number, Rounding, claim
from domain.kinds import RepaymentMethod
from domain.loan.plan.accrual import Accrual
from domain.loan.plan.discount import discounted
from domain.loan.plan.fitting import require_announced, require_covered, require_fitting
from domain.loan.plan.level import Level
from domain.loan.plan.periods import Period, periods_of
from domain.loan.plan.plan import Piece, Plan, PlanRow
from domain.loan.plan.sound import require_sound
from domain.loan.plan.spans import Stretch
from domain.loan.plan.spread import Pays, Portion, Span, ask
from domain.loan.plan.steps import Step, steps_of
from domain.loan.plan.terms import PlanTerms
from domain.loan.plan.why import of_interest, of_principal
from domain.money import Money


def make(terms: PlanTerms) -> Plan:
    """Return the plan of these terms.  Raises Contradiction where they allow none."""
    require_sound(terms)
    if terms.floating:
        terms = evolve(terms, rates=terms.floating.rates(terms.paid_out_on), floating=None)
    if terms.method is RepaymentMethod.DISCOUNT:
        return discounted(terms)
    return _Making(terms).plan()


@define
class _Making:
    """A plan while it is made."""

    terms: PlanTerms
    periods: list[Period] = field(init=False)
    steps: list[Step] = field(init=False)
    accrual: Accrual = field(init=False)
    level: Level = field(init=False)
    balance: Number = field(init=False)
    deferred: Fraction = Fraction(0)  # Interest that accrued and was not asked for.
    pending: tuple[Piece, ...] = ()  # What it accrued on.
    drew: bool = False  # More was paid out within the period before.
    shown: dict[int, Money] = field(factory=dict)  # One value for one amount.

    def __attrs_post_init__(self) -> None:
        """Start with what is paid out first."""
        self.periods = periods_of(self.terms)
        self.steps = steps_of(self.terms, self.periods)
        require_fitting(self.terms, self.periods, self.steps)
        self.accrual = Accrual(self.terms, self.periods[-1].end)
        self.level = Level(self.terms, self.periods, self.steps, self.accrual)
        self.balance = self.terms.principal.fen

    def plan(self) -> Plan:
        """Return the plan, all its rows made."""
        rows: list[PlanRow] = []
        for k in range(len(self.periods)):
            rows.append(self._row(k))
            if self._is_done(k):
                break
        terms = self.terms
        return Plan(
            rows=tuple(rows),
            drawn=sum((draw.amount for draw in terms.draws), terms.principal),
            deducted=terms.fee_up_front or self._money(0),
            payment=self._money(terms.policy.of_payment(self.level.first, 1)),
            residue=self._residue(rows[-1]),
            unannounced_from=require_announced(terms, self.periods),
        )

    def _is_done(self, k: int) -> bool:
        """Tell whether nothing is left to ask for after a period."""
        to_come = any(draw.value_date >= self.periods[k].end for draw in self.terms.draws)
        return self.balance == 0 and not self.deferred and not to_come

    def _row(self, k: int) -> PlanRow:
        period, step, is_last = self.periods[k], self.steps[k], k == len(self.periods) - 1
        stretch = Stretch.of(self.terms, self.accrual, period)
        opening, joined = self.balance, stretch.joined
        self.balance += joined
        span = stretch.span()
        keeping = self.level.at(k, self.balance, drawn=self.drew or joined > 0)
        self.drew = bool(span.drawn)
        pieces = (*self.pending, *stretch.pieces(self._money(self.balance)))
        asks = step.asks_interest or step.capitalises
        self.pending = () if asks else pieces
        portion, balloon = self._portion(k, span, keeping, is_last=is_last)
        self.balance = portion.balance
        return PlanRow(
            no=k + 1,
            start=period.start,
            end=period.end,
            due_date=period.due,
            days=(period.end - period.start).days,
            opening=self._money(opening),
            drawn=self._money(joined + span.drawn),
            principal=self._money(portion.principal),
            interest=self._money(portion.interest),
            fee=self.terms.fee_each or self._money(0),
            closing=self._money(portion.balance),
            balloon=self._money(balloon),
            pieces=pieces if asks else (),
            by_interest=of_interest(self.terms, period, pieces if asks else ()),
            by_principal=of_principal(step, is_last=is_last),
        )

    def _portion(
        self, k: int, span: Span, keeping: Number, *, is_last: bool
    ) -> tuple[Portion, Number]:
        """Return what a period asks for, and what of it is a balloon."""
        step, policy = self.steps[k], self.terms.policy
        accrued = self.balance * span.over + span.extra, span.of
        if self.deferred and step.asks_interest:
            split = span.split or (span.over, span.of)
            span = span._replace(extra=span.extra + self.deferred * span.of, split=split)
            self.deferred = Fraction(0)
        grows = bool(self.terms.payment_cap.values)
        with_balloon = (self.terms.amortised_over or 0) > len(self.steps)
        portion = ask(
            self.balance,
            span,
            step.pays,
            keeping,
            policy=policy,
            takes_all=is_last and not with_balloon,
            may_grow=grows,
        )
        if is_last and with_balloon:
            balloon = policy.of_interest(portion.balance, 1)
            return portion._replace(principal=portion.principal + balloon, balance=0), balloon
        require_covered(self.terms, step, portion, keeping=keeping, no=k + 1)
        if step.asks_interest:
            return portion, 0
        if step.capitalises:
            joins = claim(*accrued, Rounding.EXACT) if policy.carries else portion.interest
            principal = portion.principal - portion.interest
            return Portion(portion.interest, principal, portion.balance + joins), 0
        self.deferred += Fraction(claim(*accrued, Rounding.EXACT))
        return portion._replace(interest=0), 0

    def _residue(self, last: PlanRow) -> Money:
        """Return what the last instalment is above the level one."""
        level = self._money(self.terms.policy.of_payment(self.level.keeping, 1))
        step, asked = self.steps[last.no - 1], last.principal - last.balloon
        if step.pays is Pays.NOTHING or step.agreed:
            return self._money(0)
        return (asked + last.interest if step.pays is Pays.LEVEL else asked) - level

    def _money(self, amount: Number) -> Money:
        """Return an amount as it is shown."""
        if not isinstance(amount, int):
            amount = int(self.terms.policy.of_interest(amount, 1))
        shown = self.shown.get(amount)
        if shown is None:
            shown = self.shown[amount] = Money(amount, self.terms.principal.currency)
        return shown
