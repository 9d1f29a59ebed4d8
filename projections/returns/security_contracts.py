"""Table 601: the contracts that secure loan contracts, a row for each that one secures.

Source: EAST 5.0, table 601.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.contract.complete import WAYS
from domain.facts.contract import ContractKind, ContractStage
from domain.labels import Label
from domain.money import Money
from projections.contracts import CONTRACTS, ContractOn, contracts_on
from projections.history import HISTORY
from projections.labels import LABELS
from projections.returns.contracts import NAMES, in_force
from projections.returns.security_fields import SECURITY_CONTRACT
from projections.returns.shape import ReturnTable, Supply, fields, since
from projections.returns.writing import amount, day
from projections.view import Question, Reader


@frozen(kw_only=True)
class Securing:
    """A security contract and one of the loan contracts that it secures."""

    found: ContractOn
    secures: ContractOn
    day: date

    @property
    def whole(self) -> Money:
        """The ceiling, or the amount of the loan contract."""
        terms = self.secures.drafted.terms
        assert terms is not None
        return self.found.drafted.secures_up_to or terms.amount

    @property
    def until(self) -> date | None:
        """The last day of the debts, or of the loan contract."""
        return self.found.drafted.debts_until or self.secures.matures_on


def _securing(reader: Reader, question: Question) -> tuple[Sequence[Securing], str | None]:
    found, following = securing_on(reader, question, tuple(WAYS))
    return list(_pairs(reader, found)), following


def _pairs(reader: Reader, securing: Sequence[ContractOn]) -> Iterator[Securing]:
    named = dict.fromkeys(loan for found in securing for loan in found.fact.secures)
    loans = {one.contract_id: one for one in contracts_on(reader, tuple(named))}
    for found in securing:
        for loan in found.fact.secures:
            if loan in loans and loans[loan].drafted.terms:
                yield Securing(found=found, secures=loans[loan], day=reader.day)


def validity(found: ContractOn) -> str:
    """Return whether a security contract binds."""
    return "失效" if found.agreement.stage is ContractStage.ENDED else "有效"


def securing_on(
    reader: Reader, question: Question, ways: Collection[ContractKind]
) -> tuple[Sequence[ContractOn], str | None]:
    """Return a page of security contracts of these kinds that bind, or ended since the report."""
    one, after, limit = question.text("row"), question.after or "", question.limit
    ids: Sequence[str] = [one] if one else ()
    if not one:
        ids = reader.keys(CONTRACTS, "contract_id", after=after, limit=limit + 1)
    last = since(reader, question)
    found = [c for c in contracts_on(reader, ids[:limit]) if c.drafted.kind in ways]
    following = ids[limit - 1] if len(ids) > limit else None
    return [each for each in found if in_force(each, last)], following


def _signed_on(securing: Securing) -> Any:
    signed = securing.found.agreement.signed
    return signed and signed.signed_on


_SUPPLY_601: Final[Supply] = {
    "NBJGH": lambda s: s.found.branch,
    "DBHTH": lambda s: s.found.contract_id,
    "BDBHTH": lambda s: s.secures.contract_id,
    "BDBYWLX": lambda s: "委托贷款" if s.secures.drafted.entrusted_by else "贷款",
    "DBLX": lambda s: LABELS[WAYS[s.found.drafted.kind].value].zh,
    "DBHTLX": lambda s: NAMES[s.found.drafted.kind],
    "DBBZ": lambda s: s.whole.currency,
    "DBJE": lambda s: amount(s.whole),
    "DBQSRQ": lambda s: day(_signed_on(s)),
    "DBDQRQ": lambda s: day(s.until),
    "DBHTZT": lambda s: validity(s.found),
    "JBRGH": lambda s: s.found.drafted.drafted_by,
    "CJRQ": lambda s: day(s.day),
}
TABLE_601: Final = ReturnTable(
    number="601",
    code="BNWYWDBHTB",
    title=Label("表内外业务担保合同表", "security contracts"),
    fields=fields(SECURITY_CONTRACT),
    supply=_SUPPLY_601,
    tables=(CONTRACTS, HISTORY),
    subjects=_securing,
)
