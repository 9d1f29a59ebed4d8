"""Table 505: what was paid to counterparties on the borrower's behalf, new since the last report.

The payee is who traded with the borrower: an account that only passes money on is refused when it
is requested, so none can stand here.

Source: EAST 5.0, table 505.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from attrs import frozen

from domain.drawdown.values import Payee
from domain.labels import Label
from projections.drawdowns import DRAWDOWNS, DrawdownOn, drawdowns_on
from projections.history import HISTORY
from projections.returns.security_fields import ENTRUSTED_PAYMENT
from projections.returns.shape import ReturnTable, Supply, fields, since
from projections.returns.writing import amount, day
from projections.view import Question, Reader


@frozen(kw_only=True)
class Paid:
    """A payment to a payee of a drawdown."""

    found: DrawdownOn
    payee: Payee


def _subjects(reader: Reader, question: Question) -> tuple[Sequence[Paid], str | None]:
    """Return the payments of a page of notes, and the note to go on from."""
    one, after, limit = question.text("row"), question.after or "", question.limit
    notes: Sequence[str] = [one] if one else ()
    if not one:
        notes = reader.keys(DRAWDOWNS, "loan_id", after=after, limit=limit + 1)
    following = notes[limit - 1] if len(notes) > limit else None
    lines = reader.lines(DRAWDOWNS, {"loan_id": notes[:limit]}) if notes else ()
    ids = {line.row.drawdown_id: line.row.loan_id for line in lines}
    drawdowns = drawdowns_on(reader, sorted(ids, key=lambda name: (ids[name], name)))
    last = since(reader, question)
    new = [found for found in drawdowns if _is_new(found, reader, last)]
    return [Paid(found=found, payee=one) for found in new for one in found.requested.payees], (
        following
    )


def _is_new(found: DrawdownOn, reader: Reader, last: date) -> bool:
    released = found.drawing.released
    return (
        released is not None
        and found.drawing.undone is None
        and last < released.value_date <= reader.day
    )


_SUPPLY: Final[Supply] = {
    "NBJGH": lambda p: p.found.lines[0].row.branch,
    "XDHTH": lambda p: p.found.requested.contract_id,
    "XDJJH": lambda p: p.found.requested.loan_id,
    "BZ": lambda p: p.payee.amount.currency,
    "DKJE": lambda p: amount(p.found.requested.amount),
    "STZFJE": lambda p: amount(p.payee.amount),
    "STZFRQ": lambda p: day(p.found.drawing.released and p.found.drawing.released.value_date),
    "STZFDXZH": lambda p: p.payee.account_no,
    "STZFDXHM": lambda p: p.payee.name,
    "STZFDXHH": lambda p: p.payee.bank_no,
    "STZFDXXM": lambda p: p.payee.bank_name,
    "CJRQ": lambda p: day(p.found.day),
}
TABLE_505: Final = ReturnTable(
    number="505",
    code="STZFXXB",
    title=Label("受托支付信息表", "entrusted payments"),
    fields=fields(ENTRUSTED_PAYMENT),
    supply=_SUPPLY,
    tables=(DRAWDOWNS, HISTORY),
    subjects=_subjects,
)
