"""Table 702: what left the books, and what came in on it since.

No interest in arrears stands on the balance sheet (decision 0011), so none of it is written off
there.  Recoveries are those up to the day of reporting.

Source: EAST 5.0, table 702; 金融企业呆账核销管理办法 (the claim is kept, 账销案存).
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.labels import Label
from domain.loan.values import FactKind
from domain.money import Money
from projections.customers import CUSTOMERS
from projections.drawdowns import DRAWDOWNS
from projections.history import HISTORY
from projections.loan_movements import Movement, movements
from projections.loans import LOANS
from projections.returns.customers import name
from projections.returns.note_cells import NOTE
from projections.returns.notes import Note, notes
from projections.returns.security_fields import WRITE_OFF
from projections.returns.shape import ReturnTable, Supply, fields
from projections.returns.writing import amount, day
from projections.view import Question, Reader


def _subjects(reader: Reader, question: Question) -> tuple[Sequence[Note], str | None]:
    found, following = notes(reader, question)
    ours = [note for note in found if note.written_off and not note.found.loan.for_another]
    return ours, following


def _principal(note: Note) -> Money:
    """Return the principal that left the books."""
    gone = [m.split.principal for m in movements(note.found) if m.kind is FactKind.WRITE_OFF]
    return sum(gone, Money.zero(note.found.loan.currency))


def _recoveries(note: Note) -> Sequence[Movement]:
    gone = note.written_off
    moved = [m for m in movements(note.found) if m.kind is FactKind.RECEIPT]
    return [m for m in moved if gone is not None and m.on > gone.value_date]


def _recovered(note: Note, *parts: str) -> Money:
    sums = (getattr(m.split, part) for m in _recoveries(note) for part in parts)
    return sum((each for each in sums if each), Money.zero(note.found.loan.currency))


def _written_off_on(note: Note) -> date | None:
    return note.written_off.value_date if note.written_off else None


_SUPPLY: Final[Supply] = {
    "NBJGH": lambda n: n.branch,
    "KHTYBH": lambda n: n.begun.customer_id,
    "KHMC": lambda n: name(n.borrower),
    "HTH": NOTE["XDHTH"],
    "JJH": lambda n: n.found.loan_id,
    "BZ": lambda n: n.found.loan.currency,
    "HXRQ": lambda n: day(_written_off_on(n)),
    "HXBJ": lambda n: amount(_principal(n)),
    "SHBNLX": lambda n: amount(Money.zero(n.found.loan.currency)),
    "SHBWLX": lambda n: amount(n.found.account.figures.written_off - _principal(n)),
    "SHBJ": lambda n: amount(_recovered(n, "off_books")),
    "SHLX": lambda n: amount(_recovered(n, "interest", "penalty")),
    "SHRQ": lambda n: day(max((m.on for m in _recoveries(n)), default=None)),
    "CJRQ": lambda n: day(n.found.account.day),
}
TABLE_702: Final = ReturnTable(
    number="702",
    code="ZCHXB",
    title=Label("资产核销表", "write-offs"),
    fields=fields(WRITE_OFF),
    supply=_SUPPLY,
    tables=(LOANS, DRAWDOWNS, CUSTOMERS, HISTORY),
    subjects=_subjects,
)
