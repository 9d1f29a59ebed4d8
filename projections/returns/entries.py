"""Tables 410 and 412: every change of principal or interest, new since the last report.

What counts on a day of the period is in the period's report, as known when it was made; what
became known later shows when the period is reported anew.

Source: EAST 5.0, tables 410 and 412.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from attrs import evolve, frozen

from domain.loan.values import FactKind
from domain.money import Money
from projections import chart
from projections.loan_movements import Movement, movements
from projections.returns.customers import document_kind, document_number, name
from projections.returns.note_cells import booked
from projections.returns.notes import Note, notes
from projections.returns.shape import Subjects, Supply
from projections.returns.writing import amount, day
from projections.view import Question, Reader

_PARTS: Final = (
    ("principal", "贷款还本", chart.LOANS),
    ("interest", "贷款还息", chart.INTEREST_INCOME),
    ("penalty", "贷款还息", chart.PENALTY_INCOME),
    ("fee", "其他-费用", chart.FEE_INCOME),
    ("off_books", "贷款还本", chart.ALLOWANCE),  # Principal that came in after a write-off.
)
# What movements are that are not money paid back.
_KINDS: Final = {
    FactKind.DRAWDOWN: "贷款发放",
    FactKind.WAIVER: "其他-减免",
    FactKind.WRITE_OFF: "其他-核销",
    FactKind.CAPITALISATION: "其他-利息转本金",
    FactKind.RESPREADING: "其他-欠款重新分摊",
}


@frozen(kw_only=True)
class Entry:
    """One part of a movement of a loan."""

    note: Note
    movement: Movement
    part: str
    type: str
    account: chart.Account
    balance: Money  # Principal after the movement.
    no: int  # Among the entries of the loan that the record made.

    @property
    def number(self) -> str:
        """The number of the entry; it names its loan and its record."""
        return f"{self.note.found.loan_id}.{self.movement.line.index}.{self.no}"

    @property
    def moved(self) -> Money:
        """What was discharged > 0, lent or taken back < 0."""
        moved: Money = getattr(self.movement.split, self.part)
        return moved

    @property
    def corrects(self) -> bool:
        """It undoes or restates another entry."""
        what = self.movement.what
        return what in ("restated", "taken_back") or what.endswith("_reversed")


def entries(*, corporate: bool) -> Subjects:
    """Return the entries of the loans of persons or of enterprises."""

    def subjects(reader: Reader, question: Question) -> tuple[Sequence[Entry], str | None]:
        asked = question.text("row")
        loan = asked.rsplit(".", 2)[0] if asked else None
        values = {**question.values, **({"row": loan} if loan else {})}
        found, following = notes(reader, evolve(question, values=values))
        mine = [n for n in found if n.borrower.corporate is corporate]
        made = [e for n in mine for e in _entries(n)]
        return [e for e in made if asked in (None, e.number)], following

    return subjects


def _entries(note: Note) -> Iterator[Entry]:
    """Yield the entries that count since the last report."""
    if note.found.kept_elsewhere:
        return
    moved = movements(note.found)
    zero = Money.zero(note.found.loan.currency)
    balances = list(accumulate((-m.split.principal for m in moved), initial=zero))[1:]
    counts: dict[int, int] = {}
    for movement, balance in zip(moved, balances, strict=True):
        for part, kind, account in _PARTS:
            share: Money | None = getattr(movement.split, part)
            if share is None or not share.fen:
                continue
            counts[movement.line.index] = counts.get(movement.line.index, 0) + 1
            kept_back = part == "interest" and movement.kind is FactKind.DRAWDOWN
            entry = Entry(
                note=note,
                movement=movement,
                part=part,
                type=kind if kept_back else _KINDS.get(movement.kind, kind),
                account=booked(note, account),
                balance=balance,
                no=counts[movement.line.index],
            )
            if movement.on > note.since:
                yield entry


ENTRY: Final[Supply] = {
    "JYXLH": lambda e: e.number,
    "NBJGH": lambda e: e.note.branch,
    "YHJGMC": lambda e: e.note.bank,
    "MXKMBH": lambda e: e.account.code,
    "MXKMMC": lambda e: e.account.name.zh,
    "KHTYBH": lambda e: e.note.begun.customer_id,
    "ZHMC": lambda e: name(e.note.borrower),
    "ZJLB": lambda e: document_kind(e.note.borrower),
    "ZJHM": lambda e: document_number(e.note.borrower),
    "DKFHZH": lambda e: e.note.found.loan_id,
    "XDJJH": lambda e: e.note.found.loan_id,
    "HXJYRQ": lambda e: day(e.movement.on),
    "BZ": lambda e: e.note.found.loan.currency,
    "JYLX": lambda e: e.type,
    "JYJDBZ": lambda e: "借" if e.moved.fen < 0 else "贷",
    "JYJE": lambda e: amount(-e.moved if e.moved.fen < 0 else e.moved),
    "ZHYE": lambda e: amount(e.balance),
    "ZY": lambda e: e.movement.reference or None,
    "CBMBZ": lambda e: "冲补抹" if e.corrects else "正常",
    "JYGYH": lambda e: e.movement.line.row.actor,
    "SQGYH": lambda e: ";".join(e.movement.line.row.approval) or None,
    "YWBLJGH": lambda e: e.movement.line.row.branch,
    "CJRQ": lambda e: day(e.note.found.account.day),
}
