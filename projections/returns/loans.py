"""Tables 409 to 412, 503 and 504: accounts, their entries and loan notes.

Source: EAST 5.0; 411, 412 and 504 are the corporate twins of 409, 410 and 503.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from domain.labels import Label
from projections.customers import CUSTOMERS
from projections.drawdowns import DRAWDOWNS
from projections.history import HISTORY
from projections.loans import LOANS
from projections.returns.account_fields import ACCOUNT as ACCOUNT_FIELDS
from projections.returns.account_fields import ENTRY as ENTRY_FIELDS
from projections.returns.customers import name
from projections.returns.entries import ENTRY, entries
from projections.returns.note_cells import ACCOUNT, HEAD, NOTE
from projections.returns.note_fields import CORPORATE, INDIVIDUAL
from projections.returns.notes import Note, notes, outstanding
from projections.returns.shape import ReturnTable, Subjects, Supply, fields
from projections.returns.writing import day, percent
from projections.view import Question, Reader

_READ: Final = (LOANS, DRAWDOWNS, CUSTOMERS, HISTORY)
_ACCOUNT: Final[Supply] = {
    **HEAD,
    **ACCOUNT,
    "ZHMC": lambda n: name(n.borrower),
    "DKLL": lambda n: percent(n.rate, 6),
    "FFRQ": lambda n: day(n.paid_out_on),
    "DQRQ": lambda n: day(n.maturity),
    "KHRQ": lambda n: day(n.paid_out_on),
    "XHRQ": lambda n: day(n.ended_on),
    "ZHZT": lambda n: "销户" if n.ended_on else "正常",
}


def _of(kept: Callable[[Note], bool], *, corporate: bool | None = None) -> Subjects:
    """Return the notes that a table reports: of persons, of enterprises, or (None) of both."""

    def subjects(reader: Reader, question: Question) -> tuple[Sequence[Note], str | None]:
        found, following = notes(reader, question)
        mine = [n for n in found if corporate is None or n.borrower.corporate is corporate]
        return [note for note in mine if kept(note)], following

    return subjects


def _table(number: str, code: str, title: Label, text: str, **how: Any) -> ReturnTable:
    return ReturnTable(
        number=number, code=code, title=title, fields=fields(text), tables=_READ, **how
    )


def _only(supply: Supply, text: str) -> Supply:
    """Return what supplies the fields of a table, of what supplies more."""
    return {f.code: supply[f.code] for f in fields(text) if f.code in supply}


LOAN_TABLES: Final[Sequence[ReturnTable]] = (
    _table(
        "409",
        "GRXDFHZ",
        Label("个人信贷分户账", "individual loan accounts"),
        ACCOUNT_FIELDS,
        supply=_ACCOUNT,
        subjects=_of(outstanding, corporate=False),
    ),
    _table(
        "410",
        "GRXDFHZMX",
        Label("个人信贷分户账明细记录", "individual loan account entries"),
        ENTRY_FIELDS,
        supply=ENTRY,
        subjects=entries(corporate=False),
    ),
    _table(
        "411",
        "DGXDFHZ",
        Label("对公信贷分户账", "corporate loan accounts"),
        ACCOUNT_FIELDS,
        supply=_ACCOUNT,
        subjects=_of(outstanding, corporate=True),
    ),
    _table(
        "412",
        "DGXDFHZMX",
        Label("对公信贷分户账明细记录", "corporate loan account entries"),
        ENTRY_FIELDS,
        supply=ENTRY,
        subjects=entries(corporate=True),
    ),
    _table(
        "503",
        "GRXDYWJJB",
        Label("个人信贷业务借据表", "individual loan notes"),
        INDIVIDUAL,
        supply=_only(NOTE, INDIVIDUAL),
        subjects=_of(outstanding, corporate=False),
    ),
    _table(
        "504",
        "DGXDYWJJB",
        Label("对公信贷业务借据表", "corporate loan notes"),
        CORPORATE,
        supply=_only(NOTE, CORPORATE),
        subjects=_of(outstanding, corporate=True),
    ),
)
