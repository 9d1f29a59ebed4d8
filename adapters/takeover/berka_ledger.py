"""The deposit postings of the Czech bank: checked against themselves, and not kept.

Rows inside a day have no order.  They are put into the one in which the stated balances follow
from each other best; nothing is repaired.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import define, field, frozen

from adapters.takeover.berka import ON, files
from adapters.takeover.reading import Row, cents

LAST_WHOLE_DAY: Final = date(1994, 3, 30)
NEAR: Final = 10  # Haler: interest is rounded to the tenth of a crown.
CROWN: Final = 100


@frozen
class Posting:
    """A posting of a deposit account, in haler; credits > 0."""

    amount: int
    balance: int  # After it, as stated.


@frozen
class Chain:
    """How the stated balances of an account follow from each other."""

    off: Sequence[int]  # Of each row: the stated balance less what follows from the row before.
    last: int  # The last stated balance.
    net: int  # The sum of the amounts.


@define
class Sums:
    """Counts and sums of the postings, as they are read; in haler."""

    types: Counter[str] = field(factory=Counter)
    type_sums: Counter[str] = field(factory=Counter)
    symbols: Counter[str] = field(factory=Counter)
    symbol_sums: Counter[str] = field(factory=Counter)  # From here on up to the last whole day.
    sides: Counter[str] = field(factory=Counter)
    negative: int = 0
    accounts: defaultdict[str, dict[date, list[Posting]]] = field(factory=lambda: defaultdict(dict))

    def add(self, row: Row, on: date) -> None:
        """Add a row of the file."""
        kind, symbol, amount = row.text("type"), row.text("k_symbol"), row.read("amount", cents)
        self.types[kind] += 1
        self.type_sums[kind] += amount
        self.symbols[symbol] += 1
        if on > LAST_WHOLE_DAY:
            return
        posting = _posting(row, amount)
        self.symbol_sums[symbol] += amount
        self.sides["credit" if posting.amount > 0 else "debit"] += amount
        self.negative += posting.balance < 0
        self.accounts[row.text("account_id")].setdefault(on, []).append(posting)


def ledger_figures(folder: Path) -> Mapping[str, Any]:
    """Return the figures of the reconciliation's part on transactions."""
    sums, numbers, first, last = Sums(), set(), date.max, date.min
    for row in files(folder, "trans_prefix.csv"):
        on = row.read("date", ON)
        sums.add(row, on)
        numbers.add(row.text("trans_id"))
        first, last = min(first, on), max(last, on)
    return {
        "rows_total": sums.types.total(),
        "from": first.isoformat(),
        "to": last.isoformat(),
        "accounts": len(sums.accounts),
        "distinct_trans_id": len(numbers),
        "by_type_count": sums.types,
        "by_type_sum": sums.type_sums,
        "by_k_symbol_count": sums.symbols,
        "credits_sum": sums.sides["credit"],
        "debits_sum": sums.sides["debit"],
        "interest_UROK_sum": sums.symbol_sums["UROK"],
        "fees_SLUZBY_sum": sums.symbol_sums["SLUZBY"],
        "penalty_interest_SANKC_sum": sums.symbol_sums["SANKC. UROK"],
        "negative_balance_rows": sums.negative,
        **_chain_figures([chain(account) for account in sums.accounts.values()]),
    }


def _posting(row: Row, amount: int) -> Posting:
    signed = amount if row.text("type") == "PRIJEM" else -amount
    return Posting(signed, row.read("balance", cents))


def _chain_figures(chains: Sequence[Chain]) -> Mapping[str, int]:
    off = [abs(each) for chain in chains for each in chain.off]
    apart = [abs(chain.last - chain.net) for chain in chains]
    return {
        "rows_up_to_as_of": len(off),
        "sum_of_stated_last_balances": sum(chain.last for chain in chains),
        "sum_of_net": sum(chain.net for chain in chains),
        "accounts_stated_eq_net": apart.count(0),
        "accounts_within_1_CZK": sum(each <= CROWN for each in apart),
        "accounts_off_by_more_than_1_CZK": sum(each > CROWN for each in apart),
        "running_balance_rows_exact": off.count(0),
        "running_balance_rows_off_by_at_most_0.10_CZK": sum(0 < each <= NEAR for each in off),
        "running_balance_rows_broken": sum(each > NEAR for each in off),
    }


def chain(days: Mapping[date, Sequence[Posting]]) -> Chain:
    """Return an account's rows in the order of their balances; its first row begins from zero."""
    balance, off, net = 0, [], 0
    for _, postings in sorted(days.items()):
        order = min(_orders(balance, tuple(postings)), key=_broken, default=())
        for posting, apart in order:
            off.append(apart)
            net += posting.amount
            balance = posting.balance
    return Chain(off, balance, net)


Order = tuple[tuple[Posting, int], ...]


def _orders(balance: int, left: tuple[Posting, ...]) -> Iterator[Order]:
    """Yield the orders of a day that chain; where none does, the one in which they stand."""
    found = list(_chaining(balance, left))
    yield from found or [tuple(_as_they_stand(balance, left))]


def _chaining(balance: int, left: tuple[Posting, ...]) -> Iterator[Order]:
    if not left:
        yield ()
    for at, posting in enumerate(left):
        apart = posting.balance - balance - posting.amount
        if abs(apart) <= NEAR and posting not in left[:at]:
            for rest in _chaining(posting.balance, (*left[:at], *left[at + 1 :])):
                yield ((posting, apart), *rest)


def _as_they_stand(balance: int, left: Iterable[Posting]) -> Iterator[tuple[Posting, int]]:
    for posting in left:
        yield posting, posting.balance - balance - posting.amount
        balance = posting.balance


def _broken(order: Order) -> int:
    """Return how many rows of an order do not follow exactly."""
    return sum(apart != 0 for _, apart in order)
