"""What a demonstration shows at the end, and what to try next."""

from collections.abc import Mapping
from typing import Final

from adapters.demo.village import last_day
from adapters.report import Report, Shown, Verdict

_DAY: Final = last_day().isoformat()
_REGISTER: Final = (
    "loan_id",
    "customer_id",
    "method",
    "amount",
    "rate_yearly",
    "principal",
    "days_past_due",
    "next_due",
    "status",
)
# View, query, and the columns to show.
SHOWN: Final[tuple[tuple[str, Mapping[str, str], tuple[str, ...]], ...]] = (
    (
        "trial_balance",
        {"in_effect_on": _DAY},
        ("account", "account_zh", "debit", "credit", "balance"),
    ),
    ("loan_register", {"in_effect_on": _DAY}, _REGISTER),
    (
        "archive",
        {"file_id": "customer-C001", "in_effect_on": _DAY},
        ("file_id", "kind", "state", "title", "dated"),
    ),
    (
        "audit_trail",
        {"stream": "loan-L001", "limit": "6"},
        ("index", "on", "recorded_at", "actor", "event"),
    ),
)
NEXT: Final = (
    "",
    "Try next (in a checkout, write python3 scripts/run.py for loanfold):",
    f"  loanfold views loan_statement --loan-id L001 --in-effect-on {_DAY}",
    "  loanfold views loan_register --in-effect-on 2024-12-31 --known-by 200",
    "  loanfold views customers",
    "  loanfold export journal --format hledger --to ledger.journal",
    "  loanfold serve     (then open http://127.0.0.1:8000/docs)",
)


def shown_at_the_end(sent: int, verdict: Verdict) -> Report:
    """Return the report of a demonstration that sent so many commands."""
    said = "the journal verifies" if verdict.passed else "the journal does not verify"
    return Report(
        counts={"commands sent": sent, "records": verdict.size, "streams": verdict.streams},
        remarks=(f"{said}; root {verdict.root}", *verdict.faults, *NEXT),
        shown=tuple(Shown(view=v, query=q, columns=c) for v, q, c in SHOWN),
        passed=verdict.passed,
    )
