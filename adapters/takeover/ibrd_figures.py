"""The figures of the IBRD's folder: balances and statuses from our register on each day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TextIO

from attrs import frozen

from adapters.bus import Bus
from adapters.takeover.ibrd import (
    AMOUNTS,
    PARTS,
    SYSTEM,
    borrower_of,
    loan_id,
    snapshot,
)
from adapters.takeover.pages import fen, loans_of
from adapters.takeover.reading import shape, table
from adapters.takeover.reconcile import Figures

DOLLAR: Final = 100
# The reconciliation's name of an identity -> our name of the whole and of its parts.
IDENTITIES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "identity_original_eq_cancelled+undisbursed+disbursed": (
        "original",
        ("cancelled", "undisbursed", "disbursed"),
    ),
    "identity_due+exchange_eq_obligation": ("obligation", ("due", "exchange_adjustment")),
    "identity_disbursed_eq_repaid+due+sold": ("disbursed", ("repaid", "due", "sold")),
    "identity_sold_eq_repaid3+due3": ("sold", ("repaid_third_party", "due_third_party")),
}


@frozen(kw_only=True)
class Stated:
    """What our register shows that was stated of a loan; in cents."""

    customer_id: str
    status: str
    amounts: Mapping[str, int]


Portfolio = Mapping[str, Stated]  # By loan.


def figures(folder: Path, bus: Bus) -> Figures:
    """Return our figures, in the shape of the folder's reconciliation."""
    ours = {part: portfolio(bus, part) for part in PARTS}
    types = {
        part: {loan_id(row): row.text("Loan Type") for row in snapshot(folder, part)}
        for part in PARTS
    }
    names = [f"snapshot_{part}.csv" for part in PARTS]
    views: dict[str, Any] = {part: _at(found) for part, found in ours.items()}
    first = next(iter(PARTS))
    borrowers = {each.customer_id for each in ours[first].values()}
    views[first] = {**views[first], "borrowers_distinct_country_borrower": len(borrowers)}
    file: dict[str, Any] = {part: _not_kept(folder, part) for part in PARTS}
    for earlier, later in pairwise(PARTS):
        name = f"delta_{earlier}_to_{later}"
        views[name] = _delta(ours[earlier], ours[later])
        vanished = types[earlier].keys() - types[later].keys()
        by_type = Counter(types[earlier][loan] for loan in vanished)
        file[name] = {"vanished_loans_by_type": by_type}
    paths = [table(folder, name) for name in names]
    return Figures(views=views, file={**file, "files": {path.name: shape(path) for path in paths}})


def portfolio(bus: Bus, part: str) -> Portfolio:
    """Return the loans stated as of a part's own day, as our register shows them on it."""
    on = part[:10]
    return {
        row["loan_id"]: Stated(
            customer_id=row["customer_id"],
            status=row["stated"]["status"],
            amounts={name: fen(text) for name, text in row["stated"]["amounts"].items()},
        )
        for row in loans_of(bus, SYSTEM, on)
        if row["stated"] and row["stated"]["as_of"] == on
    }


def gone(_folder: Path, bus: Bus, report: TextIO) -> int:
    """Write which loans of the first day the second one no longer states; none is a fault."""
    first, second, *_ = PARTS
    earlier, later = portfolio(bus, first), portfolio(bus, second)
    for loan in sorted(earlier.keys() - later.keys()):
        report.write(f"{loan}: stated on {first} ({earlier[loan].status}), not on {second}\n")
    return 0


def _at(loans: Portfolio) -> Mapping[str, Any]:
    obligations: Counter[str] = Counter()
    for loan in loans.values():
        obligations[loan.status] += loan.amounts["obligation"]
    return {
        "loans": len(loans),
        "distinct_loan_numbers": len(loans),
        "by_status": Counter(loan.status for loan in loans.values()),
        "column_sums": _sums(loans.values()),
        "obligation_by_status": obligations,
        **{name: _identity(loans, *parts) for name, parts in IDENTITIES.items()},
    }


def _sums(loans: Iterable[Stated]) -> Mapping[str, int]:
    sums: Counter[str] = Counter()
    for loan in loans:
        for name, column in AMOUNTS.items():
            sums[column] += loan.amounts[name]
    return sums


def _identity(loans: Portfolio, whole: str, parts: tuple[str, ...]) -> Mapping[str, int]:
    off = [
        abs(loan.amounts[whole] - sum(loan.amounts[part] for part in parts))
        for loan in loans.values()
    ]
    return {
        "exact": off.count(0),
        "within_1_usd": sum(each <= DOLLAR for each in off),
        "violated_by_more": sum(each > DOLLAR for each in off),
    }


def _delta(earlier: Portfolio, later: Portfolio) -> Mapping[str, Any]:
    both = earlier.keys() & later.keys()
    turns = Counter(
        f"{earlier[loan].status} -> {later[loan].status}"
        for loan in both
        if earlier[loan].status != later[loan].status
    )

    def change(name: str) -> Mapping[str, int]:
        return _change(later[loan].amounts[name] - earlier[loan].amounts[name] for loan in both)

    return {
        "in_both": len(both),
        "only_in_earlier": len(earlier.keys() - both),
        "only_in_later": len(later.keys() - both),
        "columns": {column: change(name) for name, column in AMOUNTS.items()},
        "status_transitions": turns,
        "new_loans_sums": _sums(later[loan] for loan in later.keys() - both),
        "vanished_loans_sums": _sums(earlier[loan] for loan in earlier.keys() - both),
    }


def _change(changes: Iterable[int]) -> Mapping[str, int]:
    changed = [each for each in changes if each]
    return {
        "loans_changed": len(changed),
        "increase_sum": sum(each for each in changed if each > 0),
        "decrease_sum": sum(each for each in changed if each < 0),
        "loans_decreased": sum(each < 0 for each in changed),
    }


def _not_kept(folder: Path, part: str) -> Mapping[str, Any]:
    """Return what each statement says anew of its loans and we keep only of the first."""
    found = list(snapshot(folder, part))
    empty = {column: sum(not row.text(column) for row in found) for column in AMOUNTS.values()}
    return {
        "borrowers_distinct_country_borrower": len({borrower_of(row) for row in found}),
        "countries": len({row.text("Country") for row in found}),
        "by_type": Counter(row.text("Loan Type") for row in found),
        "column_nulls": {column: count for column, count in empty.items() if count},
    }
