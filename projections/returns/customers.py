"""Tables 201 and 203: who the customers are.

A person's birth and sex are what the resident identity number says; nothing else is derived.  A
sole trader is reported among individuals.  Erased persons are not reported.

Source: EAST 5.0, tables 201 and 203; GB 11643-1999 (what an identity number says).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from attrs import evolve, frozen

from domain.customer.events import ContactAdded
from domain.customer.values import ContactRelation, IdentityDocument, IdentityKind
from domain.kinds import CustomerKind
from domain.labels import Label
from domain.party import Standing
from projections.customers import CUSTOMERS, CustomerOn, customers_on
from projections.history import HISTORY
from projections.labels import LABELS
from projections.loans import LOANS, loans_of, loans_on
from projections.returns.customer_fields import CORPORATE, INDIVIDUAL
from projections.returns.institution import institution
from projections.returns.judged import judged
from projections.returns.shape import ReturnTable, Supply, fields, since
from projections.returns.writing import day, later, masked_name, masked_number
from projections.sealed import FirstOf
from projections.view import Question, Reader

NOBODY: Final = FirstOf(())
_SEX_AT: Final = 16  # Odd is male.
_BIRTH_AT: Final = slice(6, 12)


@frozen(kw_only=True)
class Subject:
    """A customer on the day, with the bank that reports."""

    customer: CustomerOn
    bank: str | None
    first_loan: date | None
    grade: str | None = None  # Of the rating that holds on the day.
    blacklisted_on: date | None = None

    @property
    def corporate(self) -> bool:
        """It is no person: names and numbers are reported as they are."""
        return self.customer.kind is CustomerKind.ENTERPRISE

    @property
    def document(self) -> IdentityDocument | None:
        """The first identity document; None where there is none."""
        return self.customer.document

    @property
    def number(self) -> FirstOf:
        """The number of the document, sealed."""
        return self.customer.number

    @property
    def name(self) -> FirstOf:
        """The name, sealed."""
        return self.customer.particular("name")


def subjects_of(reader: Reader, customers: Iterable[CustomerOn]) -> Iterator[Subject]:
    """Yield customers with what the tables of loans say of them as well."""
    bank = institution(reader)
    for customer in customers:
        loans = loans_on(reader, loans_of(reader, [customer.customer_id]))
        begun = min((loan.lines[0].on for loan in loans), default=None)
        yield Subject(customer=customer, bank=bank, first_loan=begun)


def name(found: Subject) -> Any:
    """Return the name: of a person, masked."""
    return found.name if found.corporate else later(masked_name, found.name)


def document_kind(found: Subject) -> str | None:
    """Return what kind of document is reported."""
    document = found.document
    if document is None or document.kind is IdentityKind.OTHER:
        return None
    return LABELS[document.kind.value].zh


def document_number(found: Subject) -> Any:
    """Return the number: of a person, masked."""
    return found.number if found.corporate else later(masked_number, found.name, found.number)


def _told_by_number(found: Subject, make: Callable[[str], str]) -> Any:
    """Return what a resident identity number of 18 characters says; None for another document."""
    if found.document is None or found.document.kind is not IdentityKind.RESIDENT_IDENTITY_CARD:
        return None
    return later(lambda n: make(n) if n and n[:17].isdigit() else None, found.number)


def _sex(number: str) -> str:
    return "女男"[int(number[_SEX_AT]) % 2]


def _representative(found: Subject) -> Any:
    legal = ContactRelation.LEGAL_REPRESENTATIVE
    contacts = [c for c in found.customer.events(ContactAdded) if c.relation is legal]
    return later(masked_name, FirstOf((contacts[-1].name,))) if contacts else None


def _month(when: date | None) -> str | None:
    return when.strftime("%Y%m") if when else None


_BOTH: Final[Supply] = {
    "NBJGH": lambda s: s.customer.lines[0].row.branch,
    "YHJGMC": lambda s: s.bank,
    "KHTYBH": lambda s: s.customer.customer_id,
    "ZJLB": document_kind,
    "ZJHM": document_number,
    "LXDH": lambda s: s.customer.particular("phone"),
    "XDKHBZ": lambda s: "是" if s.first_loan else "否",
    "SCJLXDGXNY": lambda s: _month(s.first_loan),
    "CJRQ": lambda s: day(s.customer.day),
}
_INDIVIDUAL: Final[Supply] = {
    **_BOTH,
    "KHXM": name,
    "XB": lambda s: _told_by_number(s, _sex),
    "CSNY": lambda s: _told_by_number(s, lambda number: number[_BIRTH_AT]),
    "SFNH": lambda s: "是" if s.customer.kind is CustomerKind.FARM_HOUSEHOLD else "否",
    "SHMDBZ": lambda s: "是" if s.blacklisted_on else "否",
    "SHMDRQ": lambda s: day(s.blacklisted_on),
    "BXYGBZ": lambda s: LABELS[s.customer.kind.value].zh,
    "TXDZ": lambda s: s.customer.particular("address"),
}
_CORPORATE: Final[Supply] = {
    **_BOTH,
    "KHMC": name,
    "KHLX": lambda s: LABELS[s.customer.kind.value].zh,
    "FRDB": _representative,
    "XYPJ": lambda s: s.grade,
}


def _reported(customer: CustomerOn, last: date) -> bool:
    """Tell whether a customer is active, or was merged since the last report."""
    if customer.standing is Standing.ACTIVE:
        return True
    return customer.standing is Standing.MERGED and customer.lines[-1].on > last


def _subjects(reader: Reader, question: Question, *, corporate: bool) -> Any:
    one, last = question.text("row"), since(reader, question)
    after, limit = question.after or "", question.limit
    ids: Sequence[str] = [one] if one else ()
    if not one:
        ids = reader.keys(CUSTOMERS, "customer_id", after=after, limit=limit + 1)
    kept = [c for c in customers_on(reader, ids[:limit]) if _reported(c, last)]
    following = ids[limit - 1] if len(ids) > limit else None
    mine = [s for s in subjects_of(reader, kept) if s.corporate is corporate]
    return [_judged(reader, subject) for subject in mine], following


def _judged(reader: Reader, subject: Subject) -> Subject:
    """Return a customer with the rating and the black list of the day."""
    grade, listed = judged(reader, subject.customer.customer_id)
    return evolve(subject, grade=grade, blacklisted_on=listed)


TABLE_201: Final = ReturnTable(
    number="201",
    code="GRJCBXXB",
    title=Label("个人基础信息表", "individual customers"),
    fields=fields(INDIVIDUAL),
    supply=_INDIVIDUAL,
    tables=(CUSTOMERS, HISTORY, LOANS),
    subjects=lambda reader, question: _subjects(reader, question, corporate=False),
)
TABLE_203: Final = ReturnTable(
    number="203",
    code="DGKHXXB",
    title=Label("对公客户信息表", "corporate customers"),
    fields=fields(CORPORATE),
    supply=_CORPORATE,
    tables=(CUSTOMERS, HISTORY, LOANS),
    subjects=lambda reader, question: _subjects(reader, question, corporate=True),
)
