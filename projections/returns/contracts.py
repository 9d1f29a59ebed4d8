"""Table 501: loan contracts.

A loan that was agreed by itself is its own contract, under its own number.  A note under a contract
is not reported in 501: its contract is.

Source: EAST 5.0, table 501.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.contract.complete import MAXIMUM
from domain.facts.contract import LENDING, ContractKind
from domain.labels import Label
from domain.loan.account import LoanStatus
from domain.loan.events import LoanAgreed
from domain.money import Money
from projections.contracts import CONTRACTS, ContractOn, contracts_on
from projections.customers import CUSTOMERS, customers_on
from projections.drawdowns import DRAWDOWNS
from projections.history import HISTORY
from projections.labels import LABELS
from projections.loans import BEGUN, LOANS
from projections.returns.account_fields import CONTRACT as CONTRACT_FIELDS
from projections.returns.business import business_of, offered_on
from projections.returns.customers import Subject, name, subjects_of
from projections.returns.note_use import business, use_of
from projections.returns.notes import Note, notes_of
from projections.returns.shape import ReturnTable, Supply, fields, since
from projections.returns.writing import amount, day
from projections.view import Question, Reader

NAMES: Final = {
    ContractKind.LOAN: "借款合同",
    ContractKind.ENTRUSTED_LOAN: "委托贷款合同",
    ContractKind.GUARANTEE: "保证合同",
    ContractKind.MORTGAGE: "抵押合同",
    ContractKind.PLEDGE_OF_RIGHTS: "权利质押合同",
    MAXIMUM: "最高额抵押合同",
}


@frozen(kw_only=True)
class Reported:
    """A contract as 501 reports it: drafted here, or made with a loan that stands by itself."""

    contract_id: str
    branch: str | None
    borrower: Subject
    whole: Money
    signed_on: date
    until: date | None
    status: str
    security: str | None = None  # None where nobody said.
    use: str | None = None
    officer: str | None = None
    business: str | None = None  # The kind of business, as 503 has it.
    kind: ContractKind = ContractKind.LOAN
    day: date


def _page(reader: Reader, question: Question) -> tuple[Sequence[str], str | None]:
    """Return a page of the numbers of loan contracts and of loans, and where to go on."""
    if one := question.text("row"):
        return [one], None
    after, limit = question.after or "", question.limit
    drafted = [
        number
        for kind in LENDING
        for number in reader.keys(
            CONTRACTS, "contract_id", where={"kind": kind.value}, after=after, limit=limit + 1
        )
    ]
    lent = reader.keys(LOANS, "loan_id", where={"mark": BEGUN}, after=after, limit=limit + 1)
    ids = sorted({*drafted, *lent})[: limit + 1]
    return ids[:limit], ids[limit - 1] if len(ids) > limit else None


def _reported(reader: Reader, question: Question) -> tuple[Sequence[Reported], str | None]:
    ids, following = _page(reader, question)
    last = since(reader, question)
    drafted = [found for found in contracts_on(reader, ids) if in_force(found, last)]
    borrowers = parties_of(reader, [found.drafted.customer_id for found in drafted])
    ours = [_drafted(reader, found, borrowers) for found in drafted if found.drafted.terms]
    alone = [_alone(note) for note in notes_of(reader, question, ids) if _stands_alone(note)]
    return sorted((*filter(None, ours), *alone), key=lambda one: one.contract_id), following


def in_force(found: ContractOn, last: date) -> bool:
    """Say whether a contract is signed, or ended since the last report."""
    ended = found.agreement.ended
    return found.agreement.signed is not None and (ended is None or ended.on > last)


def parties_of(reader: Reader, ids: Sequence[str]) -> dict[str, Subject]:
    """Return customers as the tables of customers have them."""
    customers = customers_on(reader, tuple(dict.fromkeys(ids)))
    return {each.customer.customer_id: each for each in subjects_of(reader, customers)}


def _drafted(reader: Reader, found: ContractOn, borrowers: dict[str, Subject]) -> Reported | None:
    drafted, signed = found.drafted, found.agreement.signed
    borrower, terms = borrowers.get(drafted.customer_id), drafted.terms
    if borrower is None or signed is None or terms is None:
        return None
    offered = offered_on(reader, [(terms.product_id, signed.signed_on)])[terms.product_id]
    return Reported(
        contract_id=found.contract_id,
        branch=found.branch,
        borrower=borrower,
        whole=terms.amount,
        signed_on=signed.signed_on,
        until=found.matures_on,
        status=LABELS[found.agreement.stage.value].zh,
        security=";".join(LABELS[way.value].zh for way in terms.security),
        use=f"{LABELS[terms.loan_purpose.value].zh}：{terms.use}",
        officer=drafted.drafted_by,
        business=business_of(offered, terms.method, terms.loan_purpose),
        kind=drafted.kind,
        day=reader.day,
    )


def _stands_alone(note: Note) -> bool:
    """Say whether a loan is no note under a contract, and in force or ended since the report."""
    if isinstance(note.begun, LoanAgreed) and note.begun.contract_id:
        return False
    cancelled = note.found.loan.cancelled
    is_cancelled = note.found.account.status is LoanStatus.CANCELLED
    ended = cancelled.on if cancelled and is_cancelled else note.ended_on
    return ended is None or ended > note.since


def _secured_by(agreed: LoanAgreed) -> str | None:
    return ";".join(LABELS[way.value].zh for way in agreed.security) or None


def _alone(note: Note) -> Reported:
    begun = note.begun
    return Reported(
        contract_id=note.found.loan_id,
        branch=note.branch,
        borrower=note.borrower,
        whole=begun.amount,
        signed_on=begun.signed_on if isinstance(begun, LoanAgreed) else begun.granted_on,
        until=note.maturity,
        business=business(note),
        use=use_of(note),
        security=_secured_by(begun) if isinstance(begun, LoanAgreed) else None,
        kind=ContractKind.ENTRUSTED_LOAN if note.found.loan.for_another else ContractKind.LOAN,
        status=LABELS[note.found.account.status.value].zh,
        day=note.found.account.day,
    )


_SUPPLY_501: Final[Supply] = {
    "NBJGH": lambda c: c.branch,
    "XDHTH": lambda c: c.contract_id,
    "HTMC": lambda c: NAMES[c.kind],
    "KHTYBH": lambda c: c.borrower.customer.customer_id,
    "KHMC": lambda c: name(c.borrower),
    "XDYWZL": lambda c: c.business,
    "DBLX": lambda c: c.security,
    "BZ": lambda c: c.whole.currency,
    "HTJE": lambda c: amount(c.whole),
    "HTDKYT": lambda c: c.use,
    "HTQSRQ": lambda c: day(c.signed_on),
    "HTDQRQ": lambda c: day(c.until),
    "KHJLGH": lambda c: c.officer,
    "HTZT": lambda c: c.status,
    "CJRQ": lambda c: day(c.day),
}
TABLE_501: Final = ReturnTable(
    number="501",
    code="XDHTB",
    title=Label("信贷合同表", "credit contracts"),
    fields=fields(CONTRACT_FIELDS),
    supply=_SUPPLY_501,
    tables=(CONTRACTS, LOANS, DRAWDOWNS, CUSTOMERS, HISTORY),
    subjects=_reported,
)
