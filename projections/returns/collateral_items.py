"""Table 603: what is mortgaged or pledged, a row for each piece under a security contract.

The rate (抵质押率) is, over the whole contract, the principal that is out under the loan contracts
that it secures, in percent of the latest values of all that it binds.  What secures earlier claims
is nothing where our right ranks first; where it ranks later, nobody records what comes before it.

Source: EAST 5.0, table 603 and its comments.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from domain.collateral.state import Collateral
from domain.collateral.values import PLEDGED
from domain.facts.contract import ContractKind
from domain.labels import Label
from domain.money import Money
from domain.rate import half_up
from projections.collateral import collateral_on
from projections.contracts import CONTRACTS, ContractOn, contracts_on
from projections.customers import CUSTOMERS
from projections.history import HISTORY
from projections.labels import LABELS
from projections.loans import LOANS, loans_on
from projections.returns.contracts import parties_of
from projections.returns.customers import Subject, document_kind, document_number, name
from projections.returns.security_contracts import securing_on, validity
from projections.returns.security_fields import COLLATERAL
from projections.returns.shape import ReturnTable, Supply, fields
from projections.returns.writing import amount, day
from projections.view import Question, Reader

_KINDS: Final = (
    ContractKind.MORTGAGE,
    ContractKind.PLEDGE_OF_RIGHTS,
    ContractKind.MAXIMUM_AMOUNT_MORTGAGE,
)
_STREAM: Final = "collateral-"


@frozen(kw_only=True)
class Piece:
    """A piece of collateral under a security contract."""

    found: ContractOn
    collateral_id: str
    held: Collateral
    owner: Subject | None
    rate: str | None  # Percent with two decimals.
    day: Any


def _subjects(reader: Reader, question: Question) -> tuple[Sequence[Piece], str | None]:
    found, following = securing_on(reader, question, _KINDS)
    return [piece for one in found for piece in _pieces(reader, one)], following


def _pieces(reader: Reader, found: ContractOn) -> Iterator[Piece]:
    ids = [s.removeprefix(_STREAM) for s in found.drafted.securities if s.startswith(_STREAM)]
    held = dict(collateral_on(reader, ids))
    owners = parties_of(reader, [each.offered.owner_id for each in held.values()])
    rate = _rate(_out(reader, found), _values(held.values()))
    for number, piece in held.items():
        yield Piece(
            found=found,
            collateral_id=number,
            held=piece,
            owner=owners.get(piece.offered.owner_id),
            rate=rate,
            day=reader.day,
        )


def _out(reader: Reader, found: ContractOn) -> Sequence[Money]:
    """Return the principal that is out under the loan contracts that a contract secures."""
    secured = contracts_on(reader, list(found.fact.secures))
    notes = sorted({note for one in secured for note in one.agreement.draws})
    return [loan.account.principal for loan in loans_on(reader, notes)]


def _values(pieces: Any) -> Sequence[Money]:
    return [piece.valued.valuation for piece in pieces if piece.valued]


def _rate(out: Sequence[Money], values: Sequence[Money]) -> str | None:
    """Return percent with two decimals; None without a value, or across currencies."""
    whole = sum(value.fen for value in values)
    if not whole or len({each.currency for each in (*out, *values)}) > 1:
        return None
    hundredths = half_up(10_000 * sum(each.fen for each in out), whole)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _first(piece: Piece) -> Money | None:
    by_day = sorted(piece.held.valuations.values(), key=lambda one: one.valued_on)
    return by_day[0].valuation if by_day else None


def _earlier(piece: Piece) -> str | None:
    right, valued = piece.held.right, piece.held.valued
    first = right is not None and right.lien_rank == 1 and valued is not None
    return amount(Money.zero(valued.valuation.currency)) if first and valued else None


def _papers(piece: Piece) -> str | None:
    """Return the numbers of the papers that a pledge handed over."""
    if piece.held.offered.kind not in PLEDGED:
        return None
    return ";".join(i.number for each in piece.held.entered.values() for i in each.items) or None


def _state(piece: Piece) -> str:
    if piece.held.realised:
        return "已处置"
    return "已解除" if piece.held.released_on else "正常"


_SUPPLY: Final[Supply] = {
    "NBJGH": lambda p: p.found.branch,
    "DBHTH": lambda p: p.found.contract_id,
    "YPBH": lambda p: p.collateral_id,
    "YPLX": lambda p: LABELS[p.held.offered.kind.value].zh,
    "YPMC": lambda p: p.held.offered.says,
    "BZ": lambda p: p.held.valued and p.held.valued.valuation.currency,
    "PGJZ": lambda p: amount(_first(p)),
    "YXRDJZ": lambda p: amount(p.held.valued and p.held.valued.valuation),
    "YDYJZ": _earlier,
    "DZYL": lambda p: p.rate,
    "CZQSW": lambda p: str(p.held.right.lien_rank) if p.held.right else None,
    "YPSYRMC": lambda p: p.owner and name(p.owner),
    "YPSYRZJLB": lambda p: p.owner and document_kind(p.owner),
    "YPSYRZJHM": lambda p: p.owner and document_number(p.owner),
    "ZYPZHM": _papers,
    "QZDJHM": lambda p: p.held.right and p.held.right.certificate_no,
    "DZYWZT": _state,
    "DBHTZT": lambda p: validity(p.found),
    "CJRQ": lambda p: day(p.day),
}
TABLE_603: Final = ReturnTable(
    number="603",
    code="BNWYWDZYW",
    title=Label("表内外业务抵质押物", "collateral"),
    fields=fields(COLLATERAL),
    supply=_SUPPLY,
    tables=(CONTRACTS, CUSTOMERS, LOANS, HISTORY),
    subjects=_subjects,
)
