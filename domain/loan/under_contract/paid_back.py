"""How much of a note was paid back in all: what its limit is told, so that it may be used again.

Source: 商业银行授信工作尽职指引: what is drawn counts until it is paid back.
"""

from domain.loan.facts import Received, Waived
from domain.loan.state import Loan
from domain.money import Money


def paid_back(loan: Loan) -> Money:
    """Return the principal that was received or given up, at most what was lent.

    A write-off pays nothing back; what is recovered after it does.  A settled loan is paid back.
    """
    lent = loan.begun.amount
    if loan.settled_on:
        return lent
    moved = [k.moved for k in loan.known.values() if isinstance(k.fact, Received | Waived)]
    fen = sum(m.principal.fen + (m.off_books.fen if m.off_books else 0) for m in moved)
    return Money(min(fen, lent.fen), lent.currency)
