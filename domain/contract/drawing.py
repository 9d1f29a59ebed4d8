"""Decisions: draw on a loan contract, and secure loan contracts; only guards ask for these."""

from collections.abc import Sequence

from domain.contract.complete import MAXIMUM
from domain.contract.drafting import drafted_of
from domain.contract.events import (
    ContractDrafted,
    ContractDrawn,
    ContractEvent,
    ContractSecured,
    ContractUndrawn,
    ContractUnsecured,
)
from domain.contract.rules import (
    CONTRACT_IS_SIGNED,
    NAMED_AS_SECURED,
    NOTE_DRAWS_ONCE,
    WITHIN_CEILING,
    WITHIN_CONTRACT,
)
from domain.contract.state import Agreement
from domain.facts.contract import LENDING
from domain.ids import ContractId
from domain.money import Money
from domain.ties import DrawContract, SecureContract, UndrawContract, UnsecureContract


def draw(command: DrawContract, known: Agreement) -> Sequence[ContractEvent]:
    """Draw on a contract by a note; () where that note drew that amount."""
    drafted, amount = drafted_of(known), command.amount
    CONTRACT_IS_SIGNED.require(
        known.signed is not None and drafted.kind in LENDING,
        contract_id=command.contract_id,
    )
    if known.draws.get(command.loan_id) == amount:
        return ()
    spent = command.loan_id in known.undrawn or command.loan_id in known.draws
    NOTE_DRAWS_ONCE.require(not spent, loan_id=command.loan_id)
    left = left_of(known)
    WITHIN_CONTRACT.require(
        amount.currency == left.currency and 0 < amount.fen <= left.fen, amount=amount, left=left
    )
    return (ContractDrawn(loan_id=command.loan_id, amount=amount),)


def drawn_of(known: Agreement, currency: str) -> Money:
    """Return what the notes under a contract drew, those that stand."""
    return Money(sum(amount.fen for amount in known.draws.values()), currency)


def left_of(known: Agreement) -> Money:
    """Return what can still be drawn on a loan contract."""
    assert known.drafted is not None and known.drafted.terms is not None
    whole = known.drafted.terms.amount
    return whole - drawn_of(known, whole.currency)


def undraw(command: UndrawContract, known: Agreement) -> Sequence[ContractEvent]:
    """Take back what a note drew; () where it draws nothing."""
    drawn = known.draws.get(command.loan_id)
    return (ContractUndrawn(loan_id=command.loan_id, amount=drawn),) if drawn else ()


def secure(command: SecureContract, known: Agreement) -> Sequence[ContractEvent]:
    """Secure a loan contract by this one; () where it does."""
    drafted = drafted_of(known)
    CONTRACT_IS_SIGNED.require(known.signed is not None, contract_id=command.contract_id)
    if command.loan_contract_id in known.secured:
        return ()
    NAMED_AS_SECURED.require(
        _names(drafted, command),
        contract_id=command.contract_id,
        loan_contract_id=command.loan_contract_id,
    )
    if drafted.kind is MAXIMUM:
        _require_within_ceiling(command, known, drafted)
    return (ContractSecured(loan_contract_id=command.loan_contract_id, amount=command.amount),)


def _names(drafted: ContractDrafted, command: SecureContract) -> bool:
    """Say whether a security contract is for a loan contract of its borrower."""
    if drafted.customer_id != command.customer_id or drafted.kind in LENDING:
        return False
    if drafted.kind is not MAXIMUM:
        return command.loan_contract_id in drafted.secures
    since, until = drafted.debts_since, drafted.debts_until
    return since is not None and until is not None and since <= command.signed_on <= until


def _require_within_ceiling(
    command: SecureContract, known: Agreement, drafted: ContractDrafted
) -> None:
    ceiling, amount = drafted.secures_up_to, command.amount
    assert ceiling is not None
    secured = sum(each.fen for each in known.secured.values())
    WITHIN_CEILING.require(
        amount.currency == ceiling.currency and secured + amount.fen <= ceiling.fen,
        amount=amount,
        secured=Money(secured, ceiling.currency),
        ceiling=ceiling,
    )


def unsecure(command: UnsecureContract, known: Agreement) -> Sequence[ContractEvent]:
    """Release a loan contract; () where it is not secured by this one."""
    held: ContractId = command.loan_contract_id
    amount = known.secured.get(held)
    return (ContractUnsecured(loan_contract_id=held, amount=amount),) if amount else ()
