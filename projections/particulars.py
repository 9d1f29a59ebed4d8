"""Which particulars a customer of each kind must have on record, and which are missing.

Source: 金融机构客户尽职调查和客户身份资料及交易记录保存管理办法 (2022): who a customer is and what
they do; for firms also licence, legal representative, controllers and scope.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.customer.events import DocumentAdded
from domain.customer.values import ContactRelation
from domain.kinds import CustomerKind
from projections.customers import CustomerOn
from projections.sealed import Later

_PERSON: Final = ("sex", "birth_date", "occupation")
_FIRM: Final = ("business_scope", "industry", "registered_capital")

# Particulars under names of the institution's own, beside name, document, phone and address.
OTHERS: Final[Mapping[CustomerKind, Sequence[str]]] = {
    CustomerKind.NATURAL_PERSON: _PERSON,
    CustomerKind.FARM_HOUSEHOLD: _PERSON,
    CustomerKind.SOLE_TRADER: (*_PERSON, "business_scope"),
    CustomerKind.ENTERPRISE: _FIRM,
}
CONTACTS: Final[Mapping[CustomerKind, Sequence[ContactRelation]]] = {
    CustomerKind.NATURAL_PERSON: (ContactRelation.EMERGENCY_CONTACT,),
    CustomerKind.FARM_HOUSEHOLD: (ContactRelation.EMERGENCY_CONTACT,),
    CustomerKind.SOLE_TRADER: (ContactRelation.EMERGENCY_CONTACT,),
    CustomerKind.ENTERPRISE: (
        ContactRelation.LEGAL_REPRESENTATIVE,
        ContactRelation.ACTUAL_CONTROLLER,
    ),
}


def missing_particulars(customer: CustomerOn) -> Later:
    """Return what is not on record of a customer; told once phone and address are opened."""
    known = list(_missing(customer))
    plain = {name: customer.particular(name).references for name in ("phone", "address")}

    def make(says: Mapping[str, str | None]) -> list[str]:
        empty = [n for n, refs in plain.items() if not any(says[ref] for ref in refs if ref)]
        return [*empty, *known]

    return Later(tuple(ref for refs in plain.values() for ref in refs if ref), make)


def _missing(customer: CustomerOn) -> Iterator[str]:
    if not any((customer.first.document, *customer.events(DocumentAdded))):
        yield "document"
    known = customer.others()
    yield from (name for name in OTHERS[customer.kind] if name not in known)
    there = {contact.relation for contact in customer.contacts()}
    yield from (one.value for one in CONTACTS[customer.kind] if one not in there)
