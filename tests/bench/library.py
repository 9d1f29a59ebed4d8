"""The library's own application at the same work: its aggregates, mapper, tables and locks."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from eventsourcing.persistence import JSONTranscoder, Transcoding


class DateAsText(Transcoding):
    """Dates, which the library does not know how to write."""

    type = date
    name = "date_iso"

    def encode(self, obj: date) -> str:
        """Return the day as text."""
        return obj.isoformat()

    def decode(self, data: str) -> date:
        """Return the day."""
        return date.fromisoformat(data)


class Loan(Aggregate):
    """A loan with what a receipt discharged."""

    @event("Agreed")
    def __init__(self, customer_id: str, amount: Decimal) -> None:
        """Agree a loan."""
        self.customer_id, self.owed, self.receipts = customer_id, amount, 0

    @event("Repaid")
    def repay(self, receipt: dict[str, Any], value_date: date, sent: dict[str, Any]) -> None:
        """Record a receipt: what ours holds of it, and of who sent it."""
        self.owed -= receipt["amount"]
        self.receipts += 1


class Loans(Application[UUID]):
    """The loans of the library."""

    def register_transcodings(self, transcoder: JSONTranscoder) -> None:
        """Know dates."""
        super().register_transcodings(transcoder)
        transcoder.register(DateAsText())


PAID = {name: Decimal("0.00") for name in ("fee", "penalty", "interest", "principal", "excess")}
NOTHING: dict[str, Any] = {
    "by_loan": None,
    "findings": [],
    "origin": None,
    "plan": [],
    "restated": [],
}
SENT: dict[str, Any] = {
    "actor": "bench",
    "approval": [],
    "branch": None,
    "cause": None,
    "cmd": "cmd-1a04182a9d7a4a935319ce4e",
    "policy": [],
}
SQLITE = "eventsourcing.sqlite"
POSTGRES = "eventsourcing.postgres"


def on_file(path: str) -> Loans:
    """Return the application on an SQLite file, as the library opens it."""
    return Loans({"PERSISTENCE_MODULE": SQLITE, "SQLITE_DBNAME": path})


def on_server(database: str, host: str, port: str, *, create: bool) -> Loans:
    """Return the application on a PostgreSQL server."""
    return Loans(
        {
            "PERSISTENCE_MODULE": POSTGRES,
            "POSTGRES_DBNAME": database,
            "POSTGRES_HOST": host,
            "POSTGRES_PORT": port,
            "POSTGRES_USER": "postgres",
            "POSTGRES_PASSWORD": "none",
            "CREATE_TABLE": "y" if create else "n",
        }
    )


def loans(app: Loans, count: int, events: int) -> list[UUID]:
    """Make loans of so many events each, and return their ids."""
    made = [Loan("C1", Decimal("12000.00")) for _ in range(count)]
    for start in range(0, count, 50):
        some = made[start : start + 50]
        for loan in some:
            for no in range(events - 1):
                repay(loan, no)
        app.save(*some)
    return [loan.id for loan in made]


def repay(loan: Loan, no: int) -> None:
    """Record a receipt."""
    receipt = {"receipt_no": f"R{no}", "amount": Decimal("0.01"), "paid": PAID, **NOTHING}
    loan.repay(receipt, date(2025, 1, 3), SENT)


def command(app: Loans, loan_id: UUID, no: int) -> None:
    """Load a loan, decide, and append one event."""
    loan: Loan = app.repository.get(loan_id)
    repay(loan, no)
    app.save(loan)
