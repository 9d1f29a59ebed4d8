"""What must hold before money is asked for or paid: the contract, who acts, what secures it."""

from collections.abc import Container, Sequence

from domain.drawdown.commands import CheckDrawdown, ReleaseDrawdown, RequestDrawdown
from domain.drawdown.events import DrawdownRequested
from domain.drawdown.rules import (
    CONTRACT_CAN_BE_DRAWN,
    SECURITY_COVERS_THE_CONTRACT,
    SECURITY_IS_IN_EFFECT,
)
from domain.facts.contract import Contract, ContractStage
from domain.facts.duty import require_apart
from domain.facts.security import Security
from domain.facts.terms import CreditTerms, SecurityWay
from domain.ids import ContractId
from domain.money import Money


def in_force(contract: Contract | None) -> tuple[Contract, CreditTerms]:
    """Return a contract that can be drawn on with its terms; Refused for any other."""
    CONTRACT_CAN_BE_DRAWN.require(
        contract is not None
        and contract.terms is not None
        and contract.stage is ContractStage.SIGNED,
        stage=contract.stage if contract else None,
    )
    assert contract is not None and contract.terms is not None
    return contract, contract.terms


def require_no_part(command: RequestDrawdown | CheckDrawdown | ReleaseDrawdown) -> None:
    """Raise Refused where the actor reviewed or decided on the credit."""
    approval = command.approval
    require_apart(command.actor, approval.people if approval else (), "decider")


def require_paid_by_others(
    command: CheckDrawdown | ReleaseDrawdown, requested: DrawdownRequested
) -> None:
    """Raise Refused where who pays took any part on the file before."""
    require_no_part(command)
    application, investigation = command.application, command.investigation
    require_apart(command.actor, (requested.requested_by,), "requester")
    require_apart(command.actor, (application.taken_by,) if application else (), "taken_by")
    require_apart(command.actor, investigation.people if investigation else (), "investigator")
    require_apart(command.actor, command.contract.people if command.contract else (), "contract")


def require_secured(command: CheckDrawdown | ReleaseDrawdown) -> Contract:
    """Return the contract; Refused where what secures it is not bound, registered and held."""
    contract, terms = in_force(command.contract)
    signed = [one for one in command.security_contracts or () if one.stage is ContractStage.SIGNED]
    named = {stream for one in signed for stream in one.securities}
    contracts = {contract.contract_id, *contract.secured_by}
    effective = {
        one.stream
        for one in command.securities or ()
        if one.effective(command.today) and one.bound_for(contracts)
    }
    lacking = [stream for stream in contract.securities if stream not in named & effective]
    unsigned = set(contract.secured_by) - {one.contract_id for one in signed}
    SECURITY_IS_IN_EFFECT.require(
        not lacking and not unsigned,
        not_in_effect=", ".join(lacking),
        not_signed=", ".join(sorted(unsigned)),
    )
    _require_covered(terms, command.securities or (), contracts)
    return contract


def _require_covered(
    terms: CreditTerms, securities: Sequence[Security], contracts: Container[ContractId]
) -> None:
    """Raise Refused where security is bound for less than the contract, or fell in value."""
    partly = not terms.security or SecurityWay.UNSECURED in terms.security
    bound = sum(one.bound_for(contracts) for one in securities)
    fallen = [one.stream for one in securities if not one.covers]
    SECURITY_COVERS_THE_CONTRACT.require(
        not fallen and (partly or bound >= terms.amount.fen),
        bound=Money(bound, terms.amount.currency),
        amount=terms.amount,
        fallen=", ".join(fallen),
    )
