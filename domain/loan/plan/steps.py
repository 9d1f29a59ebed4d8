"""What each period asks for, by repayment method: a method is a sequence of steps.

Source: the repayment methods of the trade (等额本息, 等额本金, 按期付息到期还本, 先息后本,
利随本清, 气球贷, 阶梯还款, 随借随还, 等本等息); 贷款通则 (repayment is as the contract says).
"""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve, frozen

from domain.kinds import RepaymentMethod
from domain.loan.plan.periods import Period, rhythm
from domain.loan.plan.spread import Pays
from domain.loan.plan.terms import PlanTerms, Unpaid


@frozen
class Step:
    """What one period asks for."""

    pays: Pays
    amount: int | None = None  # As agreed, in fen; None: solved.
    asks_interest: bool = True
    capitalises: bool = False  # Interest that is not asked for joins the principal.
    agreed: bool = False  # Agreed for this one period, not for a run of them.


def steps_of(terms: PlanTerms, periods: list[Period]) -> list[Step]:
    """Return a step for each period; the last asks for all that is left besides."""
    steps = _BY_METHOD.get(terms.method, _level)(terms, periods)
    last = len(periods) - 1
    return [
        step if k == last else _sparing(terms, _in_grace(terms, step, k), k)
        for k, step in enumerate(steps)
    ]


def _in_grace(terms: PlanTerms, step: Step, k: int) -> Step:
    """Return a step as the periods of grace leave it."""
    if k < terms.grace_principal:
        step = evolve(step, pays=Pays.NOTHING)
    if k < terms.grace_interest:
        capitalises = terms.grace_unpaid is Unpaid.CAPITALISED
        step = evolve(step, asks_interest=False, capitalises=capitalises)
    return step


def _sparing(terms: PlanTerms, step: Step, k: int) -> Step:
    """Return a step as a slower rhythm of principal or of interest leaves it."""
    if (k + 1 - terms.grace_principal) % terms.principal_every:
        step = evolve(step, pays=Pays.NOTHING)
    if (k + 1) % terms.interest_every:
        step = evolve(step, asks_interest=False)
    return step


def _level(terms: PlanTerms, periods: list[Period]) -> list[Step]:
    return [Step(Pays.LEVEL, _fen(terms))] * len(periods)


def _principal(terms: PlanTerms, periods: list[Period]) -> list[Step]:
    return [Step(Pays.PRINCIPAL, _fen(terms))] * len(periods)


def _nothing(terms: PlanTerms, periods: list[Period]) -> list[Step]:
    return [Step(Pays.NOTHING)] * len(periods)


def _stages(terms: PlanTerms, periods: list[Period]) -> list[Step]:
    return [
        Step(stage.pays, stage.amount.fen if stage.amount else None)
        for stage in terms.stages
        for _ in range(stage.periods)
    ]


def _irregular(terms: PlanTerms, periods: list[Period]) -> list[Step]:
    pays = Pays.PRINCIPAL if terms.principals else Pays.LEVEL
    amounts = terms.principals or terms.instalments
    return [Step(pays, amount.fen, agreed=True) for amount in amounts]


def _revolving(terms: PlanTerms, periods: list[Period]) -> list[Step]:
    """Return steps that take repayments as they come and settle interest on its own days."""
    repaid = {draw.value_date: draw.amount.fen for draw in terms.repayments}
    posted = set(rhythm(terms))
    return [
        Step(
            Pays.PRINCIPAL if period.end in repaid else Pays.NOTHING,
            repaid.get(period.end),
            asks_interest=period.end in posted,
            agreed=True,
        )
        for period in periods
    ]


def _fen(terms: PlanTerms) -> int | None:
    return terms.instalment.fen if terms.instalment else None


_BY_METHOD: Final[Mapping[RepaymentMethod, Callable[[PlanTerms, list[Period]], list[Step]]]] = {
    RepaymentMethod.EQUAL_PRINCIPAL: _principal,
    RepaymentMethod.FLAT: _principal,
    RepaymentMethod.INTEREST_ONLY: _nothing,
    RepaymentMethod.SINGLE_PAYMENT: _nothing,
    RepaymentMethod.STEPPED: _stages,
    RepaymentMethod.IRREGULAR: _irregular,
    RepaymentMethod.REVOLVING: _revolving,
}
