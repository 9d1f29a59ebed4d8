"""The figures of the lender's folder: of loans from our views, of what was set aside its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TextIO

from attrs import frozen

from adapters.bus import Bus
from adapters.takeover.pages import all_rows, fen, loans_of
from adapters.takeover.reading import cents, shape
from adapters.takeover.reconcile import Figures
from adapters.takeover.superlender import CURRENCY, SETS, SYSTEM, files

# Every loan is due by then, and no row is later.
AT_END: Final = "2017-12-31"
FEES: Final = "6021"  # Our account of fee income.


@frozen(kw_only=True)
class Kept:
    """A loan as our register and its statement have it; in kobo."""

    customer_id: str
    file: str  # That it was found in.
    amount: int
    total_due: int
    term_days: int
    begun_on: str
    status: str  # As stated.
    dates: Mapping[str, str]  # As stated.


def figures(folder: Path, bus: Bus) -> Figures:
    """Return our figures, in the shape of the folder's reconciliation."""
    found = defaultdict(list)
    for loan in _kept(bus):
        found[loan.file].append(loan)
    views: dict[str, Any] = {}
    for part in SETS:
        closed, opened = found[f"{part}prevloans.csv"], found[f"{part}perf.csv"]
        views[part] = {**_closed(closed), **(_open(opened, closed) if opened else {})}
    return Figures(
        views=views,
        file={
            "files": {path.name: shape(path) for path in sorted(folder.glob("*.csv.gz"))},
            **{part: _not_kept(folder, part) for part in SETS},
        },
    )


def books(folder: Path, bus: Bus, report: TextIO) -> int:
    """Write whether the fees of the closed loans stand in our books; return 1 where they do not."""
    fees = sum(
        row.read("totaldue", cents) - row.read("loanamount", cents)
        for part in SETS
        for row in files(folder, f"{part}prevloans")
    )
    ours = sum(
        -fen(row["balance"])
        for row in all_rows(bus, "trial_balance", {"in_effect_on": AT_END})
        if (row["account"], row["currency"]) == (FEES, CURRENCY)
    )
    verdict = "equal" if ours == fees else "DIFFERENT"
    report.write(f"fee income: ours {ours}, stated {fees}: {verdict} [our trial balance]\n")
    return int(ours != fees)


def _kept(bus: Bus) -> Iterator[Kept]:
    for row in loans_of(bus, SYSTEM, AT_END):
        query = {"loan_id": row["loan_id"], "in_effect_on": AT_END}
        plan = [r for r in all_rows(bus, "loan_statement", query) if r["part"] == "instalment"]
        begun, maturity = row["begun_on"], row["maturity"]
        stated = row["stated"] or {"status": "", "dates": {}}
        yield Kept(
            customer_id=row["customer_id"],
            file=row["origin"]["reference"].split(":")[0],
            amount=fen(row["amount"]),
            total_due=sum(fen(each["amount"]) for each in plan),
            term_days=(date.fromisoformat(maturity) - date.fromisoformat(begun)).days,
            begun_on=begun,
            status=stated["status"],
            dates=stated["dates"],
        )


def _closed(loans: Sequence[Kept]) -> Mapping[str, Any]:
    late = sum(loan.dates["first_repaid"] > loan.dates["first_due"] for loan in loans)
    fees = [loan.total_due - loan.amount for loan in loans]
    by_term: defaultdict[str, list[Kept]] = defaultdict(list)
    for loan in loans:
        by_term[str(loan.term_days)].append(loan)
    return {
        "closed_loans": len(loans),
        "closed_loans_distinct_id": len(loans),
        "customers_with_closed_loans": len({loan.customer_id for loan in loans}),
        "closed_principal": sum(loan.amount for loan in loans),
        "closed_total_due": sum(loan.total_due for loan in loans),
        "closed_fee_income": sum(fees),
        "closed_by_term_days": {term: _sums(group) for term, group in by_term.items()},
        "first_instalment_paid_late_(calendar_day_after_due)": late,
        "first_instalment_paid_on_or_before_due": len(loans) - late,
        "closed_before_approved": sum(loan.dates["closed"] < loan.begun_on for loan in loans),
        "fee_below_zero_or_zero": sum(fee <= 0 for fee in fees),
    }


def _sums(loans: Sequence[Kept]) -> Mapping[str, int]:
    return {
        "count": len(loans),
        "principal": sum(loan.amount for loan in loans),
        "total_due": sum(loan.total_due for loan in loans),
    }


def _open(loans: Sequence[Kept], closed: Iterable[Kept]) -> Mapping[str, Any]:
    customers = {loan.customer_id for loan in loans}
    return {
        "open_loans": len(loans),
        "open_customers": len(customers),
        "open_principal": sum(loan.amount for loan in loans),
        "open_total_due": sum(loan.total_due for loan in loans),
        "open_customers_without_closed_loan": len(
            customers - {loan.customer_id for loan in closed}
        ),
        "open_outcome_flag": Counter(loan.status for loan in loans),
    }


def _not_kept(folder: Path, part: str) -> Mapping[str, Any]:
    """Return the figures of loan numbers, times of day, particulars, and loans set aside."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    spans: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in files(folder, f"{part}prevloans"):
        customer = row.text("customerid")
        numbers[customer].add(int(row.text("loannumber")))
        spans[customer].append((row.text("approveddate"), row.text("closeddate")))
    whole = sum(found == set(range(1, len(found) + 1)) for found in numbers.values())
    particulars = [row.text("customerid") for row in files(folder, f"{part}demographics")]
    opened = list(files(folder, f"{part}perf"))
    borrowers = {row.text("customerid") for row in opened}
    return {
        "customers_with_complete_loannumber_1..n": whole,
        "customers_with_gap_in_loannumber": len(numbers) - whole,
        "demographics_rows": len(particulars),
        "demographics_distinct_customers": len(set(particulars)),
        "demographics_matching_open_customers": len(set(particulars) & borrowers),
        "max_simultaneous_check_closed_loans_overlapping_in_time_same_customer": sum(
            map(_overlaps, spans.values())
        ),
        "open_loans": len(opened),
        "open_customers": len(borrowers),
        "open_principal": sum(row.read("loanamount", cents) for row in opened),
        "open_total_due": sum(row.read("totaldue", cents) for row in opened),
        "open_customers_without_closed_loan": len(borrowers - numbers.keys()),
    }


def _overlaps(spans: Sequence[tuple[str, str]]) -> int:
    """Return how often a loan was approved before the one before it was closed."""
    ordered = sorted(spans)
    return sum(later[0] < earlier[1] for earlier, later in pairwise(ordered))
