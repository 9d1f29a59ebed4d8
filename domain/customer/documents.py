"""Which documents identify which customers, and whether their numbers can be right.

Source: GB 11643-1999, GB 32100-2015; broken numbers of another system are recorded as stated and
become findings.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from domain.customer.rules import (
    BIRTH_DATE_IS_REAL,
    CHECK_CHARACTER_FITS,
    DOCUMENT_FITS_CUSTOMER,
    DOCUMENT_NUMBER_HAS_SHAPE,
)
from domain.customer.values import IdentityDocument, IdentityKind
from domain.kinds import CustomerKind
from domain.numbers import (
    Flaw,
    code_flaw,
    foreigner_flaw,
    lengthened,
    normal,
    old_person_flaw,
    person_flaw,
    plain_flaw,
)
from domain.origin import Finding, Origin
from domain.rules import Rule

_PERSON: Final = frozenset(
    {
        IdentityKind.RESIDENT_IDENTITY_CARD,
        IdentityKind.FOREIGN_PERMANENT_RESIDENCE_CARD,
        IdentityKind.PASSPORT,
        IdentityKind.MAINLAND_TRAVEL_PERMIT,
    }
)
_FIRM: Final = frozenset({IdentityKind.UNIFIED_SOCIAL_CREDIT_CODE})

_IDENTIFIES: Final[Mapping[CustomerKind, frozenset[IdentityKind]]] = {
    CustomerKind.NATURAL_PERSON: _PERSON,
    CustomerKind.FARM_HOUSEHOLD: _PERSON,
    CustomerKind.SOLE_TRADER: _PERSON | _FIRM,
    CustomerKind.ENTERPRISE: _FIRM,
}

# What identifies nobody any more, and what took its place; another system may still have it.
_REPLACED_BY: Final[Mapping[IdentityKind, IdentityKind]] = {
    IdentityKind.LEGACY_IDENTITY_CARD: IdentityKind.RESIDENT_IDENTITY_CARD,
    IdentityKind.LEGACY_LICENCE: IdentityKind.UNIFIED_SOCIAL_CREDIT_CODE,
}

_BROKEN: Final[Mapping[Flaw, Rule]] = {
    Flaw.SHAPE: DOCUMENT_NUMBER_HAS_SHAPE,
    Flaw.CHECK_CHARACTER: CHECK_CHARACTER_FITS,
    Flaw.BIRTH_DATE: BIRTH_DATE_IS_REAL,
}


def in_normal_form(document: IdentityDocument) -> IdentityDocument:
    """Return the document with its number in the one form that it is claimed and found by."""
    return attrs.evolve(document, number=normal(document.number))


def claims_of(documents: Iterable[IdentityDocument]) -> tuple[str, ...]:
    """Return what documents in normal form are claimed by, each once.

    Neither a number of another system is claimed nor one that cannot be right: there, many
    customers may have had the same, such as a row of zeros.
    """
    telling = (document for document in documents if _names_one(document))
    return tuple(dict.fromkeys(map(_claim_text, telling)))


def _names_one(document: IdentityDocument) -> bool:
    return document.kind is not IdentityKind.OTHER and _flaw(document, date.max) is None


def _claim_text(document: IdentityDocument) -> str:
    """Return kind and number.

    A 15-digit number is claimed by the 18 digits that took its place, so that nobody is
    registered twice under the cards of two generations.
    """
    if document.kind is IdentityKind.LEGACY_IDENTITY_CARD:
        return f"{IdentityKind.RESIDENT_IDENTITY_CARD}:{lengthened(document.number)}"
    return f"{document.kind}:{document.number}"


def weigh_document(
    document: IdentityDocument, kind: CustomerKind, since: date, origin: Origin | None
) -> tuple[Finding, ...]:
    """Return what is wrong with a document in normal form that names a customer from a day on.

    Raises Refused instead where the fact is our own (origin None).
    """
    fits = DOCUMENT_FITS_CUSTOMER.weigh(
        _fits(document.kind, kind, origin), origin, kind=kind, document=document.kind
    )
    if (flaw := _flaw(document, since)) is None:
        return fits
    return (*fits, *_BROKEN[flaw].weigh(False, origin, document=document.kind))


def _fits(document: IdentityKind, kind: CustomerKind, origin: Origin | None) -> bool:
    if origin is None:
        return document in _IDENTIFIES[kind]
    return (
        document is IdentityKind.OTHER or _REPLACED_BY.get(document, document) in _IDENTIFIES[kind]
    )


def _flaw(document: IdentityDocument, since: date) -> Flaw | None:
    match document.kind:
        case IdentityKind.RESIDENT_IDENTITY_CARD:
            # A leading 9 is a foreigner's: one number under two kinds would name two customers.
            foreign = document.number.startswith("9")
            return Flaw.SHAPE if foreign else person_flaw(document.number, since)
        case IdentityKind.FOREIGN_PERMANENT_RESIDENCE_CARD:
            return foreigner_flaw(document.number, since)
        case IdentityKind.UNIFIED_SOCIAL_CREDIT_CODE:
            return code_flaw(document.number)
        case IdentityKind.LEGACY_IDENTITY_CARD:
            return old_person_flaw(document.number)
        case IdentityKind.OTHER:
            return None
        case _:
            return plain_flaw(document.number)
