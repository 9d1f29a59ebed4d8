"""What keeps a person's data although no loan is open: applications, contracts, security given.

Source: 个人信息保护法 第13条 (what a contract needs), 第47条 (what the law has kept is kept);
反洗钱法 (2024修订) 第34条 (years after the end of a business relation).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from domain.facts.application import Application, ApplicationStage
from domain.facts.approval import Approval, ApprovalOutcome
from domain.facts.contract import Contract, ContractStage
from domain.facts.security import Security
from domain.facts.terms import SecurityWay
from domain.retention import retained_until

_OVER: Final = (ApplicationStage.WITHDRAWN, ApplicationStage.PROHIBITED)
_STANDS: Final = (ContractStage.DRAFTED, ContractStage.CHECKED, ContractStage.SIGNED)


def open_applications(
    applications: Iterable[Application],
    approvals: Iterable[Approval],
    contracts: Iterable[Contract],
    day: date,
) -> Sequence[str]:
    """Return the applications that may still lead to a contract, in order of their numbers.

    One that was approved is open while the approval holds and no contract was made on it.
    """
    decided = {one.application_id: one for one in approvals}
    made = {one.application_id for one in contracts if one.stage is not ContractStage.VOIDED}
    return sorted(
        one.application_id
        for one in applications
        if one.stage not in _OVER
        and one.application_id not in made
        and _is_open(decided.get(one.application_id), day)
    )


def _is_open(approval: Approval | None, day: date) -> bool:
    if approval is None or approval.outcome is ApprovalOutcome.PENDING:
        return True
    return approval.holds(day)


def standing_contracts(contracts: Iterable[Contract]) -> Sequence[str]:
    """Return the contracts that are neither ended nor voided, in order of their numbers."""
    return sorted(one.contract_id for one in contracts if one.stage in _STANDS)


def standing_securities(securities: Iterable[Security]) -> Sequence[str]:
    """Return what a person gave as security and was not released from, in order.

    Property that was only registered, and nothing binds, secures nothing.
    """
    return sorted(one.stream for one in securities if one.released_on is None and _binds(one))


def _binds(one: Security) -> bool:
    return one.way is SecurityWay.GUARANTEE or bool(one.contracts) or one.held


def kept_until(contracts: Iterable[Contract], securities: Iterable[Security]) -> date | None:
    """Return the last day that what ended is kept by law; None where nothing ended."""
    ends = [one.ended_on for one in contracts] + [one.released_on for one in securities]
    return max((retained_until(day) for day in ends if day), default=None)
