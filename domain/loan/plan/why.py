"""Which formula a row comes from.

Source: the formulae name their own.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.kinds import RepaymentMethod
from domain.loan.plan import formulae
from domain.loan.plan.formulae import Formula
from domain.loan.plan.periods import Period
from domain.loan.plan.plan import Piece
from domain.loan.plan.spread import Pays
from domain.loan.plan.steps import Step
from domain.loan.plan.terms import Counting, PlanTerms

_BY_PAYS: Final[Mapping[Pays, Formula]] = {
    Pays.LEVEL: formulae.LEVEL,
    Pays.PRINCIPAL: formulae.LEVEL_PRINCIPAL,
    Pays.NOTHING: formulae.NONE,
}


def of_interest(terms: PlanTerms, period: Period, pieces: Sequence[Piece]) -> Formula:
    """Return the formula that a row's interest comes from."""
    if not pieces:
        return formulae.NOT_ASKED
    if terms.method is RepaymentMethod.FLAT:
        return formulae.ON_ORIGINAL
    if terms.compounded:
        return formulae.COMPOUNDED
    if len(pieces) > 1:
        return formulae.BY_PIECES
    whole = period.cycles and terms.counting is Counting.BY_PERIOD
    return formulae.BY_PERIOD if whole else formulae.BY_DAYS


def of_principal(step: Step, *, is_last: bool) -> Formula:
    """Return the formula that a row's principal comes from."""
    if is_last:
        return formulae.ALL
    if step.capitalises:
        return formulae.CAPITALISED
    if step.pays is Pays.PRINCIPAL and step.amount is not None:
        return formulae.STATED
    return _BY_PAYS[step.pays]
