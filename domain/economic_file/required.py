"""Which items each kind of economic file must hold.

Source: forms of rural institutions; 农户贷款管理办法 (2012): one file for one household.
Documents beside the form (licence, articles, statements) are checked by the archive's checklist.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from domain.economic_file.values import EvidenceKind
from domain.kinds import CustomerKind

_PERSON: Final = ("members", "assets", "debts", "business_lines", "spending")
_FIRM: Final = ("registration", "owners", "assets", "debts", "business_lines", "flows")

SECTIONS: Final[Mapping[CustomerKind, Sequence[str]]] = {
    CustomerKind.NATURAL_PERSON: _PERSON,
    CustomerKind.FARM_HOUSEHOLD: (*_PERSON, "rights", "insurance", "village_opinion"),
    CustomerKind.SOLE_TRADER: ("members", *_FIRM),
    CustomerKind.ENTERPRISE: _FIRM,
}
EVIDENCE: Final[Mapping[CustomerKind, Sequence[EvidenceKind]]] = {
    CustomerKind.NATURAL_PERSON: (EvidenceKind.SIGNED_FORM,),
    CustomerKind.FARM_HOUSEHOLD: (
        EvidenceKind.SIGNED_FORM,
        EvidenceKind.DWELLING_PHOTO,
        EvidenceKind.PROJECT_PHOTO,
    ),
    CustomerKind.SOLE_TRADER: (
        EvidenceKind.SIGNED_FORM,
        EvidenceKind.SITE_VISIT_RECORD,
        EvidenceKind.ACCOUNTS,
    ),
    CustomerKind.ENTERPRISE: (
        EvidenceKind.SITE_VISIT_RECORD,
        EvidenceKind.TAX_RECORD,
        EvidenceKind.MAIN_CONTRACTS,
    ),
}

# Nobody lives without them, so that "there is none" is no answer.
_NEVER_EMPTY: Final = frozenset(("members", "business_lines", "owners"))


def missing_items(kind: CustomerKind, sections: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which items a file of a kind must hold and does not, in the order of its form."""
    return tuple(_missing(kind, sections))


def _missing(kind: CustomerKind, sections: Mapping[str, Any]) -> Iterator[str]:
    for name in SECTIONS[kind]:
        said = sections.get(name)
        if said is None or (said == () and name in _NEVER_EMPTY):
            yield name
    shown = {one.kind for one in sections.get("evidence", ())}
    yield from (one.value for one in EVIDENCE[kind] if one not in shown)
