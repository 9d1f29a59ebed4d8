"""What customers owe on a day: the principal of their loans, by currency.

A loan of another's money is no exposure of the institution.  Of a loan that another system keeps,
what was granted counts until it is settled: nobody here knows how much of it is paid back.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from domain.loan.account import LoanStatus
from domain.money import Money
from projections.loans import LoanOn, loans_of, loans_on
from projections.view import Reader

_OVER: Final = (LoanStatus.SETTLED, LoanStatus.CANCELLED)


def owed_by(reader: Reader, customer_ids: Collection[str]) -> Mapping[str, Sequence[Money]]:
    """Return what each of these customers owes, an amount for each currency; nobody owes none."""
    sums: Counter[tuple[str, str]] = Counter()
    for loan in loans_on(reader, loans_of(reader, customer_ids)):
        if loan.loan.for_another:
            continue
        owed = _owed(loan)
        sums[loan.loan.begun.customer_id, owed.currency] += owed.fen
    found: dict[str, list[Money]] = {}
    for (customer_id, currency), fen in sorted(sums.items()):
        if fen:
            found.setdefault(customer_id, []).append(Money(fen, currency))
    return found


def _owed(loan: LoanOn) -> Money:
    if loan.kept_elsewhere:
        over = loan.account.status in _OVER
        amount = loan.loan.begun.amount
        return Money(0, amount.currency) if over else amount
    return loan.account.principal
