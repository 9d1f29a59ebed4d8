"""What follows from a command to a guarantee, and what it asks of the guarantor."""

from collections.abc import Sequence
from typing import assert_never

from domain.facts.contract import LENDING, ContractKind, ContractStage
from domain.facts.duty import require_duty
from domain.guarantee.commands import (
    AgreeToRefinancing,
    BindGuarantee,
    GiveGuarantee,
    GuaranteeCommand,
    RecordReleaseNotice,
    ReleaseGuarantee,
)
from domain.guarantee.events import (
    GuaranteeBound,
    GuaranteeEvent,
    GuaranteeGiven,
    GuaranteeReleased,
    RefinancingAgreed,
    ReleaseNoticeRecorded,
)
from domain.guarantee.giving import HANDLERS, give_guarantee
from domain.guarantee.rules import (
    COMPANY_GIVES_NOTICE,
    CONTRACT_NAMES_GUARANTEE,
    GUARANTEE_IS_BOUND_ONCE,
    GUARANTEE_IS_KNOWN,
    GUARANTEE_STANDS,
    GUARANTEED_CONTRACT_HAS_ENDED,
    NOTICE_DAY_HAS_COME,
)
from domain.guarantee.state import Guarantee, State
from domain.ties import GiveBackGuarantee, TakeOnGuarantee


def decide(command: GuaranteeCommand, state: State) -> Sequence[GuaranteeEvent]:
    """Return what follows from a command."""
    match command:
        case GiveGuarantee():
            return give_guarantee(command, state)
        case BindGuarantee():
            return bind_guarantee(command, state)
        case RecordReleaseNotice():
            return record_release_notice(command, state)
        case AgreeToRefinancing():
            return agree_to_refinancing(command, state)
        case ReleaseGuarantee():
            return release_guarantee(command, state)
    assert_never(command)


def guards(
    command: GuaranteeCommand, state: State, events: Sequence[GuaranteeEvent]
) -> Sequence[TakeOnGuarantee | GiveBackGuarantee]:
    """Return what the guarantor must accept: the guarantee counts against their capacity."""
    for event in events:
        if isinstance(event, GuaranteeGiven):
            assert isinstance(command, GiveGuarantee)
            taken = TakeOnGuarantee(
                guarantor_id=event.guarantor_id,
                guarantee_id=command.guarantee_id,
                amount=event.amount,
                today=command.today,
            )
            return (taken,)
        if isinstance(event, GuaranteeReleased):
            assert state is not None
            guarantor_id = state.given.guarantor_id
            back = GiveBackGuarantee(guarantor_id=guarantor_id, guarantee_id=command.guarantee_id)
            return (back,)
    return ()


def _standing(state: State) -> Guarantee:
    GUARANTEE_IS_KNOWN.require(state is not None)
    assert state is not None
    GUARANTEE_STANDS.require(state.released_on is None, released_on=state.released_on)
    return state


def bind_guarantee(command: BindGuarantee, state: State) -> Sequence[GuaranteeEvent]:
    """Bind a guarantee by its contract; () where it is bound by it."""
    found, contract = _standing(state), command.contract
    if found.contract_id is not None:
        GUARANTEE_IS_BOUND_ONCE.require(
            found.contract_id == command.contract_id, by=found.contract_id
        )
        return ()
    require_duty(command.staff, command.today, HANDLERS, found.given.borrower_id)
    named = (
        contract is not None
        and contract.kind in (ContractKind.GUARANTEE, *LENDING)
        and contract.stage not in (ContractStage.ENDED, ContractStage.VOIDED)
        and f"guarantee-{command.guarantee_id}" in contract.securities
    )
    CONTRACT_NAMES_GUARANTEE.require(named, contract_id=command.contract_id)
    return (GuaranteeBound(contract_id=command.contract_id),)


def record_release_notice(command: RecordReleaseNotice, state: State) -> Sequence[GuaranteeEvent]:
    """Record a guarantee company's release notice; () where the same was recorded."""
    found = _standing(state)
    noticed = ReleaseNoticeRecorded(notice=command.notice, noticed_on=command.noticed_on)
    if found.notice == noticed:
        return ()
    require_duty(command.staff, command.today, HANDLERS, found.given.borrower_id)
    COMPANY_GIVES_NOTICE.require(found.given.by_company and found.contract_id is not None)
    NOTICE_DAY_HAS_COME.require(command.noticed_on <= command.today, day=command.noticed_on)
    return (noticed,)


def agree_to_refinancing(command: AgreeToRefinancing, state: State) -> Sequence[GuaranteeEvent]:
    """Record that a guarantor knows of a refinancing; () where the statement is recorded.

    Source: 民法典担保制度司法解释 第16条: a guarantor of a new loan is liable only who knew.
    """
    found = _standing(state)
    if found.refinancing is not None and found.refinancing.statement == command.statement:
        return ()
    require_duty(command.staff, command.today, HANDLERS, found.given.borrower_id)
    return (RefinancingAgreed(statement=command.statement, on=command.today),)


def release_guarantee(command: ReleaseGuarantee, state: State) -> Sequence[GuaranteeEvent]:
    """Release a guarantee whose contract has ended; () where it was released."""
    if state is not None and state.released_on is not None:
        return ()
    found, contract = _standing(state), command.contract
    require_duty(command.staff, command.today, HANDLERS, found.given.borrower_id)
    ended = found.contract_id is None or (
        contract is not None
        and contract.contract_id == found.contract_id
        and contract.stage in (ContractStage.ENDED, ContractStage.VOIDED)
    )
    GUARANTEED_CONTRACT_HAS_ENDED.require(ended, contract_id=found.contract_id)
    return (GuaranteeReleased(on=command.today),)
