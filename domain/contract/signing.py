"""Decisions: record that a contract was signed, and that the seals under it were compared.

Source: credit manual of the institution (signed in presence, specimen seals compared);
个人贷款管理办法 (2024) (electronic channels).
"""

from collections.abc import Sequence
from typing import Final

from domain.contract.checking import CHECKERS
from domain.contract.commands import SignContract
from domain.contract.drafting import DRAFTERS, drafted_of, holding
from domain.contract.events import ContractDrafted, ContractEvent, ContractPrinted, ContractSigned
from domain.contract.rules import (
    CONTRACT_IS_PRINTED,
    CONTRACT_IS_SIGNED_ONCE,
    ELECTRONIC_IS_FOR_SMALL_LOANS,
    EVERY_PARTY_SIGNS,
    PRICE_IS_WITHIN_POLICY,
    SEAL_IS_THE_SPECIMEN,
    SIGNED_IN_PRESENCE,
    SIGNED_ONCE_PRINTED,
    TEXT_IS_AS_PRINTED,
)
from domain.contract.state import Agreement
from domain.contract.values import Signature, SigningWay
from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED, Setting
from domain.facts.pricing_policy import FeesAgreed, departures
from domain.facts.terms import LoanPurpose
from domain.kinds import CustomerKind

_WITNESSES: Final = "bank.contract.witnesses_min"
_ELECTRONIC: Final = "esign.personal.amount_max"


def sign(command: SignContract, known: Agreement) -> Sequence[ContractEvent]:
    """Record the signing; () where the same was recorded.

    The day is that of the signatures: the approval must have held on it.
    """
    drafted, printed = drafted_of(known), known.printed
    require_duty(command.staff, command.today, (*DRAFTERS, *CHECKERS), drafted.customer_id)
    CONTRACT_IS_PRINTED.require(printed is not None)
    assert printed is not None
    if (before := known.signed) is not None:
        same = _is_signed(command, before)
        CONTRACT_IS_SIGNED_ONCE.require(same, signed_on=before.signed_on)
        return ()
    TEXT_IS_AS_PRINTED.require(
        command.text_digest == printed.digest,
        signed=command.text_digest,
        printed=printed.digest,
    )
    _require_in_time(command, printed)
    _require_price(command, drafted)
    _require_parties(command)
    if command.way is SigningWay.ELECTRONIC:
        _require_small(command, drafted)
    else:
        _require_presence(command)
    signed = ContractSigned(
        signed_on=command.signed_on,
        way=command.way,
        signatures=command.signatures,
        witnesses=command.witnesses,
        digest=printed.digest,
        settings=(_setting(command),),
        recorded_by=command.actor,
    )
    return (signed,)


def _is_signed(command: SignContract, signed: ContractSigned) -> bool:
    return (signed.signed_on, signed.way, signed.signatures, signed.witnesses) == (
        command.signed_on,
        command.way,
        command.signatures,
        command.witnesses,
    ) and signed.digest == command.text_digest


def _setting(command: SignContract) -> Setting:
    """Return the parameter of the policy that was weighed."""
    name = _ELECTRONIC if command.way is SigningWay.ELECTRONIC else _WITNESSES
    return (command.book or SHIPPED).on(name, command.signed_on)


def _require_in_time(command: SignContract, printed: ContractPrinted) -> None:
    day, granted = command.signed_on, command.approval or command.entrustment
    SIGNED_ONCE_PRINTED.require(
        printed.printed_on <= day <= command.today, day=day, printed_on=printed.printed_on
    )
    holding(granted, day)


def _require_price(command: SignContract, drafted: ContractDrafted) -> None:
    """Raise Refused where the rate or a fee of a loan contract is not one that policy allows."""
    day, terms = command.signed_on, drafted.terms
    granted = command.approval or command.entrustment
    approved = granted.terms if granted else None
    if terms is None or approved is None:
        return
    caps = (command.book or SHIPPED).fees.on(day) or ()
    offered = command.product.on(day) if command.product else None
    found = departures(terms, approved, offered, FeesAgreed(agreed=drafted.fees, caps=caps))
    said = "; ".join(f"{one.item}: {one.says}" for one in found)
    PRICE_IS_WITHIN_POLICY.require(not found, departures=said)


def _require_parties(command: SignContract) -> None:
    expected = command.contract.parties if command.contract else ()
    signed = {signature.customer_id for signature in command.signatures}
    EVERY_PARTY_SIGNS.require(
        signed == set(expected), signed=", ".join(sorted(signed)), parties=", ".join(expected)
    )


def _require_presence(command: SignContract) -> None:
    """Raise Refused where too few saw it signed, or a seal is not the specimen on record."""
    least = int(_setting(command).setting)
    present = {staff.staff_id for staff in command.present or ()}
    SIGNED_IN_PRESENCE.require(
        len(present) >= least and set(command.witnesses) == present,
        witnesses=", ".join(sorted(present)),
        least=least,
    )
    for signature in command.signatures:
        SEAL_IS_THE_SPECIMEN.require(
            _is_specimen(command, signature), party=signature.customer_id, kind=signature.kind
        )


def _is_specimen(command: SignContract, signature: Signature) -> bool:
    """Say whether a seal is that on record; a person without one on record signs before us."""
    who, day = signature.customer_id, command.signed_on
    kept = [one.specimens for one in command.relationships or () if one.customer_id == who]
    if any(specimens.on(signature.kind, day) for specimens in kept):
        return any(one.match(signature.kind, signature.shown, day) for one in kept)
    enterprises = {
        party.customer_id
        for party in command.signatories or ()
        if party.kind is CustomerKind.ENTERPRISE
    }
    return who not in enterprises


def _require_small(command: SignContract, drafted: ContractDrafted) -> None:
    """Raise Refused where a contract is not one that may be signed electronically."""
    terms, book = drafted.terms, command.book or SHIPPED
    kinds = {party.kind for party in command.signatories or ()}
    amount = terms.amount if terms else None
    limit = amount and book.money(_ELECTRONIC, command.signed_on, amount.currency)
    personal = bool(kinds) and CustomerKind.ENTERPRISE not in kinds
    ELECTRONIC_IS_FOR_SMALL_LOANS.require(
        personal
        and amount is not None
        and limit is not None
        and amount.fen <= limit.fen
        and terms is not None
        and terms.loan_purpose is not LoanPurpose.HOUSING,
        amount=amount,
        limit=limit,
    )
