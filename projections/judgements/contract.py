"""Checks of contracts against what was approved, asked again."""

from collections.abc import Mapping
from typing import Any, Final

from domain.contract.commands import CheckContract
from domain.contract.events import ContractChecked
from projections.history import Recorded
from projections.judgements import Ask, Asked, asked_again
from projections.view import Line


def checked(line: Line[Recorded]) -> Asked:
    """Return the check."""
    event: Any = line.row.event
    contract_id = line.row.stream.partition("-")[2]
    by = {"actor": event.checked_by, "today": line.on}
    return asked_again(line, CheckContract, ("seen",), contract_id=contract_id, **by)


ASKED: Final[Mapping[type, Ask]] = {ContractChecked: checked}
