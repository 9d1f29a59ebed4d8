"""What others must accept together with what happens to a contract, or nothing happens at all."""

from collections.abc import Iterator, Sequence

from domain.contract.commands import ContractCommand
from domain.contract.events import ContractDrafted, ContractEnded, ContractEvent, ContractSigned
from domain.contract.state import Agreement
from domain.ids import ContractId
from domain.ties import (
    ConfirmLoanEnded,
    ReleaseHeadroom,
    SecureContract,
    TakeUpApproval,
    TakeUpEntrustment,
    UnsecureContract,
)

Guard = (
    SecureContract
    | UnsecureContract
    | ConfirmLoanEnded
    | ReleaseHeadroom
    | TakeUpApproval
    | TakeUpEntrustment
)


def guards(
    command: ContractCommand, known: Agreement, events: Sequence[ContractEvent]
) -> Sequence[Guard]:
    """Return what must be accepted.

    A loan contract takes its approval, or entrustment, up when it is signed, and is secured by the
    contracts that it names from then to its end.  It ends once its notes have, and gives back what
    is still reserved for its approval.
    """
    contract_id, drafted = command.contract_id, known.drafted
    if drafted is None or drafted.terms is None:
        return ()
    return tuple(guard for event in events for guard in _of(contract_id, known, drafted, event))


def _of(
    contract_id: ContractId, known: Agreement, drafted: ContractDrafted, event: ContractEvent
) -> Iterator[Guard]:
    match event:
        case ContractSigned():
            assert drafted.terms is not None
            take_up = TakeUpEntrustment if drafted.entrusted_by else TakeUpApproval
            yield take_up(
                application_id=drafted.application_id,
                contract_id=contract_id,
                today=event.signed_on,
            )
            for security in drafted.secured_by:
                yield SecureContract(
                    contract_id=security,
                    loan_contract_id=contract_id,
                    customer_id=drafted.customer_id,
                    amount=drafted.terms.amount,
                    signed_on=event.signed_on,
                )
        case ContractEnded():
            for loan_id in known.draws:
                yield ConfirmLoanEnded(loan_id=loan_id)
            for security in drafted.secured_by:
                yield UnsecureContract(contract_id=security, loan_contract_id=contract_id)
            if drafted.facility_id:
                yield ReleaseHeadroom(
                    facility_id=drafted.facility_id, application_id=drafted.application_id
                )
