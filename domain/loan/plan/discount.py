"""Discount of a bill (贴现): interest is kept back on paying out, the face is due at maturity.

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
    accrual, face = Accrual(terms), terms.principal
    period = periods_of(terms)[-1]
    counted = Period(period.start, period.end + timedelta(terms.transit_days), period.due, 0)
    parts = accrual.parts(counted)
    over, of = accrual.ratio(parts)
    interest = Money(int(terms.policy.of_interest(face.fen * over, of)), face.currency)
    nought = Money.zero(face.currency)
    first = PlanRow(
        no=1,
        start=terms.paid_out_on,
        end=counted.end,
        due_date=terms.paid_out_on,
        days=(counted.end - counted.start).days,
        opening=face,
        drawn=nought,
        principal=nought,
        interest=interest,
        fee=nought,
        closing=face,
        balloon=nought,
        pieces=tuple(Piece.of_part(part, face) for part in parts),
        by_interest=formulae.DISCOUNTED,
        by_principal=formulae.NONE,
    )
    last = evolve(
        first,
        no=2,
        due_date=period.due,
        principal=face,
        interest=nought,
        closing=nought,
        pieces=(),
        by_interest=formulae.NOT_ASKED,
        by_principal=formulae.ALL,
    )
    fees = terms.fee_up_front or nought
    return Plan(
        rows=(first, last),
        drawn=face,
        deducted=interest + fees,
        payment=nought,
        residue=nought,
        unannounced_from=None,
    )
