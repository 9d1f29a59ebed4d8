"""What others must accept together with what happens to a drawdown, or nothing happens at all."""

from collections.abc import Iterator, Sequence

import attrs

from domain.drawdown.commands import DrawdownCommand, ReleaseDrawdown
from domain.drawdown.events import (
    DrawdownEvent,
    DrawdownReleased,
    DrawdownRequested,
    DrawdownReversed,
)
from domain.drawdown.state import Drawing
from domain.ties import (
    DrawContract,
    LendFunds,
    LendUnderContract,
    UndoLending,
    UndrawContract,
    UnlendFunds,
    UnuseHeadroom,
    UseHeadroom,
)

Guard = (
    DrawContract
    | UseHeadroom
    | LendFunds
    | LendUnderContract
    | UndoLending
    | UndrawContract
    | UnlendFunds
    | UnuseHeadroom
)


def guards(
    command: DrawdownCommand, known: Drawing, events: Sequence[DrawdownEvent]
) -> Sequence[Guard]:
    """Return what must be accepted: by the contract, the limit and the note."""
    requested = known.requested
    if requested is None:
        return ()
    return tuple(guard for event in events for guard in _of(command, known, requested, event))


def _of(
    command: DrawdownCommand, known: Drawing, requested: DrawdownRequested, event: DrawdownEvent
) -> Iterator[Guard]:
    contract_id, loan_id = requested.contract_id, requested.loan_id
    match event:
        case DrawdownReleased():
            assert isinstance(command, ReleaseDrawdown)
            yield DrawContract(contract_id=contract_id, loan_id=loan_id, amount=event.amount)
            if requested.facility_id:
                yield UseHeadroom(
                    facility_id=requested.facility_id,
                    application_id=requested.application_id,
                    loan_id=loan_id,
                    amount=event.amount,
                    today=command.today,
                )
            if requested.entrusted_by:
                yield LendFunds(
                    application_id=requested.application_id,
                    loan_id=loan_id,
                    reference=event.reference,
                    amount=event.amount,
                    value_date=event.value_date,
                )
            yield _lend(command, requested)
        case DrawdownReversed():
            assert known.released is not None
            yield UndoLending(
                loan_id=loan_id, reference=known.released.reference, today=command.today
            )
            yield UndrawContract(contract_id=contract_id, loan_id=loan_id)
            if requested.entrusted_by:
                yield UnlendFunds(application_id=requested.application_id, loan_id=loan_id)
            if requested.facility_id:
                yield UnuseHeadroom(
                    facility_id=requested.facility_id,
                    application_id=requested.application_id,
                    loan_id=loan_id,
                )


def _lend(command: ReleaseDrawdown, requested: DrawdownRequested) -> LendUnderContract:
    contract = command.contract
    assert contract and contract.terms and contract.due_day and contract.signed_on
    return LendUnderContract(
        loan_id=requested.loan_id,
        customer_id=requested.customer_id,
        contract_id=requested.contract_id,
        facility_id=requested.facility_id,
        contract_terms=attrs.evolve(contract.terms, months=requested.months),
        amount=requested.amount,
        due_day=contract.due_day,
        bill=requested.bill,
        signed_on=contract.signed_on,
        value_date=command.value_date,
        reference=command.reference,
        product_id=contract.terms.product_id,
        terms=None,
        entrusted_by=requested.entrusted_by,
        today=command.today,
    )
