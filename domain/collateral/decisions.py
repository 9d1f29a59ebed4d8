"""What follows from a command to collateral."""

from collections.abc import Sequence
from typing import assert_never

from domain.collateral.commands import (
    BindCollateral,
    CheckCollateral,
    CollateralCommand,
    CountVault,
    PutInVault,
    RealiseCollateral,
    RecordRegistration,
    RecordValuation,
    RegisterCollateral,
    ReleaseCollateral,
    TakeFromVault,
)
from domain.collateral.custody import check_collateral, count_vault, put_in_vault, take_from_vault
from domain.collateral.ending import realise_collateral, release_collateral
from domain.collateral.events import CollateralEvent
from domain.collateral.state import State
from domain.collateral.taking import (
    bind_collateral,
    record_registration,
    record_valuation,
    register_collateral,
)


def decide(command: CollateralCommand, state: State) -> Sequence[CollateralEvent]:
    """Return what follows from a command."""
    match command:
        case RegisterCollateral():
            return register_collateral(command, state)
        case RecordValuation():
            return record_valuation(command, state)
        case BindCollateral():
            return bind_collateral(command, state)
        case RecordRegistration():
            return record_registration(command, state)
        case PutInVault():
            return put_in_vault(command, state)
        case TakeFromVault():
            return take_from_vault(command, state)
        case CountVault():
            return count_vault(command, state)
        case CheckCollateral():
            return check_collateral(command, state)
        case RealiseCollateral():
            return realise_collateral(command, state)
        case ReleaseCollateral():
            return release_collateral(command, state)
    assert_never(command)
