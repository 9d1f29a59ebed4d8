"""The figures of the Czech bank's folder: of clients and loans from our views, the rest its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TextIO

from attrs import frozen

from adapters.bus import Bus
from adapters.takeover.berka import STATED_ON, SYSTEM, accounts, files, our_id
from adapters.takeover.berka_ledger import CROWN, LAST_WHOLE_DAY, ledger_figures
from adapters.takeover.pages import all_rows, fen, loans_of
from adapters.takeover.reading import Row, cents, rows, shape, table
from adapters.takeover.reconcile import Figures

TRUTH: Final = "truth_loans_1994-03-30.csv"
TRUTH_COLUMNS: Final = ("principal_haler", "paid_haler", "payments_posted", "outstanding_haler")


@frozen(kw_only=True)
class Kept:
    """A loan as our views have it on a day; in haler."""

    loan_id: str
    amount: int
    principal: int
    status: str | None  # As stated.
    granted_on: str
    instalments: Sequence[int]  # The plan.
    paid: Sequence[int]  # The receipts.


def figures(folder: Path, bus: Bus) -> Figures:
    """Return our figures, in the shape of the folder's reconciliation."""
    end, then = kept(bus, STATED_ON), kept(bus, LAST_WHOLE_DAY.isoformat())
    return Figures(
        views={"full_tables": _tables(folder, bus, end), "loans_at_as_of": _at_as_of(then)},
        file={
            "files": {path.name: shape(path) for path in sorted(folder.glob("*.csv.gz"))},
            "full_tables": _file_tables(folder),
            "transaction_prefix": ledger_figures(folder),
        },
        notes=("unit", "as_of_for_balances"),
    )


def loan_by_loan(folder: Path, bus: Bus, report: TextIO) -> int:
    """Write whether each loan stands as the folder states it on the last whole day."""
    ours = {
        loan.loan_id: (loan.amount, sum(loan.paid), len(loan.paid), loan.principal)
        for loan in kept(bus, LAST_WHOLE_DAY.isoformat())
    }
    faults = 0
    for loan, truth in _truth(folder).items():
        said, own = tuple(int(truth[column]) for column in TRUTH_COLUMNS), ours.get(loan)
        verdict = "equal" if own == said else "DIFFERENT"
        report.write(f"{loan}: ours {own}, stated {said}: {verdict} [our views]\n")
        faults += own != said
    return faults


def kept(bus: Bus, on: str) -> Sequence[Kept]:
    """Return the bank's loans as our register and our statements have them on a day."""
    return [_kept(bus, row, on) for row in loans_of(bus, SYSTEM, on)]


def _kept(bus: Bus, row: Mapping[str, Any], on: str) -> Kept:
    parts = list(all_rows(bus, "loan_statement", {"loan_id": row["loan_id"], "in_effect_on": on}))
    return Kept(
        loan_id=row["loan_id"],
        amount=fen(row["amount"]),
        principal=fen(row["principal"]),
        status=row["stated"] and row["stated"]["status"],
        granted_on=row["begun_on"],
        instalments=[fen(each["amount"]) for each in parts if each["part"] == "instalment"],
        paid=[fen(each["amount"]) for each in parts if each["what"] == "repayment"],
    )


def _tables(folder: Path, bus: Bus, loans: Sequence[Kept]) -> Mapping[str, Any]:
    days = [loan.granted_on for loan in loans]
    by_status = _counted((str(loan.status), loan.amount) for loan in loans)
    by_duration = _counted((str(len(loan.instalments)), loan.amount) for loan in loans)
    return {
        "clients": sum(
            row["customer_id"].startswith(our_id(""))
            for row in all_rows(bus, "customers", {"in_effect_on": STATED_ON})
        ),
        "dispositions": {"DISPONENT": _joint_holders(folder, bus)},
        "loans": len(loans),
        "loan_principal_sum": sum(loan.amount for loan in loans),
        "loan_monthly_payment_sum": sum(loan.instalments[0] for loan in loans),
        "first_loan": min(days, default=None),
        "last_loan": max(days, default=None),
        "loans_by_status_end_1998": by_status,
        "loans_by_duration_months": by_duration,
        "identity_principal_eq_duration_x_payment_holds_for": sum(
            loan.amount == sum(loan.instalments)
            and all(one == other for one, other in pairwise(loan.instalments))
            for loan in loans
        ),
    }


def _counted(pairs: Iterable[tuple[str, int]]) -> Mapping[str, Mapping[str, int]]:
    counts: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for name, amount in pairs:
        counts[name] += 1
        sums[name] += amount
    return {name: {"count": counts[name], "principal_sum": sums[name]} for name in counts}


def _joint_holders(folder: Path, bus: Bus) -> int:
    """Return how many joint holders the cards of the owners show."""
    owner = accounts(folder).owner
    shared = {r.text("account_id") for r in files(folder, "disp.csv") if r.text("type") != "OWNER"}
    cards = (
        card
        for account in sorted(shared)
        for card in all_rows(bus, "customer_card", {"customer_id": our_id(owner[account])})
    )
    return sum(one["relation"] == "joint_holder" for card in cards for one in card["relations"])


def _at_as_of(loans: Sequence[Kept]) -> Mapping[str, int]:
    return {
        "granted": len(loans),
        "principal": sum(loan.amount for loan in loans),
        "repayment_events_UVER": sum(len(loan.paid) for loan in loans),
        "repaid": sum(sum(loan.paid) for loan in loans),
        "accounts_with_repayment": sum(bool(loan.paid) for loan in loans),
        "outstanding_principal": sum(loan.principal for loan in loans),
        "payments_within_1_CZK_of_schedule": sum(
            abs(paid - loan.instalments[0]) <= CROWN for loan in loans for paid in loan.paid
        ),
    }


def _file_tables(folder: Path) -> Mapping[str, Any]:
    """Return the figures of cards, districts, accounts and standing orders."""
    orders = list(files(folder, "order.csv"))
    symbols = Counter(row.text("k_symbol") for row in orders)
    payments = {
        row.text("account_id"): row.read("payments", cents) for row in files(folder, "loan.csv")
    }
    kinds = Counter(row.text("type") for row in files(folder, "disp.csv"))
    return {
        "accounts": sum(1 for _ in files(folder, "account.csv")),
        "dispositions": {"OWNER": kinds["OWNER"]},
        "cards": Counter(row.text("type") for row in files(folder, "card.csv")),
        "districts": sum(1 for _ in files(folder, "district.csv")),
        "standing_orders": len(orders),
        "standing_orders_by_symbol": symbols,
        "standing_orders_sum": sum(row.read("amount", cents) for row in orders),
        "loans_distinct_accounts": len(payments),
        "UVER_orders": symbols["UVER"],
        **_orders_of_loans(orders, payments),
    }


def _orders_of_loans(orders: Sequence[Row], payments: Mapping[str, int]) -> Mapping[str, int]:
    """Return how the standing orders for instalments fit the loans of their accounts."""
    apart: defaultdict[str, list[int]] = defaultdict(list)
    for row in orders:
        account = row.text("account_id")
        if row.text("k_symbol") == "UVER" and account in payments:
            apart[account].append(abs(row.read("amount", cents) - payments[account]))
    nearest = [min(each) for each in apart.values()]
    return {
        "loans_whose_account_has_a_UVER_order": len(nearest),
        "loans_with_UVER_order_within_1_CZK_of_payment": sum(e <= CROWN for e in nearest),
        "loans_with_UVER_order_equal_payment": nearest.count(0),
    }


def _truth(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Return what the folder states of each loan on the last whole day, by our number."""
    return {our_id(row.text("loan_id")): row.values for row in rows(table(folder, TRUTH))}
