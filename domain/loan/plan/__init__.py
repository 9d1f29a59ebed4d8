"""Plans of repayment, of every method of the trade.

    make(PlanTerms(…)) -> Plan     Contradiction, with .field and .says, where none can be made
    spread(balance, spans, pays)   a balance over given periods: the core, and what servicing uses

`floating` follows a benchmark, `columns` makes many plans fast.
`terms` says what is asked for, `periods` on which days, `steps` how each period asks, `accrual`
and `spans` what bears interest, `level` what stays the same, `sound` what contradicts itself.
"""

from domain.loan.plan.floating import Floating
from domain.loan.plan.make import make
from domain.loan.plan.plan import Piece, Plan, PlanRow
from domain.loan.plan.terms import (
    Contradiction,
    Counting,
    Draw,
    LevelBy,
    PlanTerms,
    Refix,
    Stage,
    Unpaid,
)

__all__ = [
    "Contradiction",
    "Counting",
    "Draw",
    "Floating",
    "LevelBy",
    "Piece",
    "Plan",
    "PlanRow",
    "PlanTerms",
    "Refix",
    "Stage",
    "Unpaid",
    "make",
]
