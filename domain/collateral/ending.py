"""Decisions: realise collateral for a debt, or release it when the debts have ended."""

from collections.abc import Sequence

from domain.collateral.commands import RealiseCollateral, ReleaseCollateral
from domain.collateral.events import CollateralEvent, CollateralRealised, CollateralReleased
from domain.collateral.rules import (
    ALL_CONTRACTS_ENDED,
    COLLATERAL_IS_BOUND,
    PROCEEDS_ARE_SOUND,
    REALISER_DOES_NOT_APPROVE,
    REGISTRATION_IS_CANCELLED,
)
from domain.collateral.standing import HANDLERS, known, require_come, standing
from domain.collateral.state import State
from domain.facts.contract import ContractStage
from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.money import Money

_REALISERS = (*HANDLERS, Post.CREDIT_HEAD)
_ENDED = (ContractStage.ENDED, ContractStage.VOIDED)


def realise_collateral(command: RealiseCollateral, state: State) -> Sequence[CollateralEvent]:
    """Record what came of realising collateral: what is left of the proceeds pays the debt.

    Source: 民法典 第413条: a surplus is the owner's, what is unpaid stays the debtor's.
    """
    found = known(state)
    realised = _realised(command)
    if found.realised == realised:
        return ()
    standing(state)
    require_duty(command.staff, command.today, _REALISERS, found.offered.owner_id)
    REALISER_DOES_NOT_APPROVE.require(command.approved_by != command.actor, actor=command.actor)
    COLLATERAL_IS_BOUND.require(command.contract_id in found.bound, contract=command.contract_id)
    require_come(command.realised_on, command.today)
    return (realised,)


def _realised(command: RealiseCollateral) -> CollateralRealised:
    sums = (command.proceeds, command.costs, command.debt)
    sound = len({one.currency for one in sums}) == 1 and all(one.fen >= 0 for one in sums)
    PROCEEDS_ARE_SOUND.require(sound, proceeds=sums[0], costs=sums[1], debt=sums[2])
    left, currency = command.proceeds.fen - command.costs.fen, command.debt.currency
    return CollateralRealised(
        contract_id=command.contract_id,
        proceeds=command.proceeds,
        costs=command.costs,
        debt=command.debt,
        surplus=Money(max(left - command.debt.fen, 0), currency),
        unpaid=Money(max(command.debt.fen - max(left, 0), 0), currency),
        realised_on=command.realised_on,
        digest=command.digest,
        approved_by=command.approved_by,
    )


def release_collateral(command: ReleaseCollateral, state: State) -> Sequence[CollateralEvent]:
    """Release collateral; every contract that binds it must have ended."""
    found = known(state)
    if found.released_on is not None:
        return ()
    standing(state)
    require_duty(command.staff, command.today, HANDLERS, found.offered.owner_id)
    ended = {one.contract_id for one in command.contracts or () if one.stage in _ENDED}
    ALL_CONTRACTS_ENDED.require(
        found.bound.keys() <= ended, open=", ".join(sorted(found.bound.keys() - ended))
    )
    REGISTRATION_IS_CANCELLED.require(found.right is None or command.cancellation is not None)
    return (CollateralReleased(cancellation=command.cancellation, on=command.today),)
