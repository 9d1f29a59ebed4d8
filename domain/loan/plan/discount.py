"""Discount of a bill (贴现): interest is kept back on paying out, the face is due at maturity.

Where the acceptor is elsewhere, the term of the discount is longer by the days that money travels,
and so is the day on which the face is due.

Source: 支付结算办法 (interest from the day of discount to the day before maturity; three days
more where the acceptor is elsewhere); 票据法.
"""

from datetime import timedelta

from attrs import evolve

from domain.loan.plan import formulae
from domain.loan.plan.accrual import Accrual
from domain.loan.plan.periods import Period, periods_of
from domain.loan.plan.plan import Piece, Plan, PlanRow
from domain.loan.plan.terms import PlanTerms
from domain.money import Money


def discounted(terms: PlanTerms) -> Plan:
    """Return a plan of two rows: the interest that is kept back, and the face of the bill."""
    nought = Money.zero(terms.principal.currency)
    period = periods_of(terms)[-1]
    first = _kept_back(terms, period, nought)
    last = evolve(
        first,
        no=2,
        due_date=period.due + timedelta(terms.transit_days),
        principal=terms.principal,
        interest=nought,
        closing=nought,
        pieces=(),
        by_interest=formulae.KEPT_BACK,
        by_principal=formulae.ALL,
    )
    return Plan(
        rows=(first, last),
        drawn=terms.principal,
        deducted=first.interest + (terms.fee_up_front or nought),
        payment=nought,
        residue=nought,
        unannounced_from=None,
    )


def _kept_back(terms: PlanTerms, period: Period, nought: Money) -> PlanRow:
    accrual, face = Accrual(terms, period.end), terms.principal
    end = period.end + timedelta(terms.transit_days)
    parts = accrual.parts(Period(period.start, end, period.due, 0))
    over, of = accrual.ratio(parts)
    return PlanRow(
        no=1,
        start=terms.paid_out_on,
        end=end,
        due_date=terms.paid_out_on,
        days=(end - period.start).days,
        opening=face,
        drawn=nought,
        principal=nought,
        interest=Money(int(terms.policy.of_interest(face.fen * over, of)), face.currency),
        fee=nought,
        closing=face,
        balloon=nought,
        pieces=tuple(Piece.of_part(part, face) for part in parts),
        by_interest=formulae.DISCOUNTED,
        by_principal=formulae.NONE,
    )
