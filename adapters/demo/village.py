"""Two years of a village bank: lending, late payers, corrections, and a person erased.

Everything happens by commands and is read back from views, as users would; the same seed gives
the same figures.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, Final

from attrs import define, field

from adapters.bus import Bus
from adapters.demo.people import people

START: Final = date(2024, 1, 2)
MONTHS: Final = 24
CUSTOMERS: Final = 24
LOANS: Final = 30

Progress = Callable[[str, int, int], None]  # What is being done, how many are done, of how many.

OPEN: Final[Mapping[str, Any]] = {
    "log_id": "main",
    "institution": "清河村镇银行（演示）",
    "log_name": "qinghe.example/audit",
    "time_zone": "Asia/Shanghai",
    "currency": "CNY",
}
_TERMS: Final[Mapping[str, Any]] = {
    "amount_min": "5000.00",
    "amount_max": "500000.00",
    "instalments_max": 36,
    "rate_min": "3.45%",
    "rate_max": "9%",
    "methods": ["equal_instalment", "equal_principal", "interest_only"],
    "customer_kinds": ["natural_person", "farm_household", "sole_trader", "enterprise"],
    "documents": ["loan_application", "loan_contract", "loan_note"],
}
_CHECKLIST: Final = ("identity_document", "household_register", "credit_report_consent")
_METHODS: Final = ("equal_instalment", "equal_principal", "interest_only")


@define
class Village:
    """The bank while it lives; the clock is moved to each day before that day's commands."""

    bus_of: Callable[[str], Bus]
    set_clock: Callable[[datetime], None]
    progress: Progress
    random: Random = field(factory=lambda: Random(20240102))
    today: date = START
    sent: int = 0
    late: set[str] = field(factory=set)

    def live(self) -> None:
        """Live through the two years."""
        self.morning(START)
        self.send("log.open", OPEN)
        self.found()
        for month in range(MONTHS):
            self.progress("months lived", month, MONTHS)
            self.lend(month)
            self.collect(month)
        self.progress("months lived", MONTHS, MONTHS)
        self.correct()
        self.forget()

    def morning(self, day: date) -> None:
        """Begin a day."""
        self.today = day
        self.set_clock(datetime.combine(day, time(1, 0), UTC))

    def send(self, name: str, fields: Mapping[str, Any], actor: str = "teller-wang") -> None:
        """Send a command as somebody."""
        self.sent += 1
        self.set_clock(datetime.combine(self.today, time(1), UTC) + timedelta(seconds=self.sent))
        self.bus_of(actor).run(name, fields, key=f"demo-{self.sent}")

    def found(self) -> None:
        """Define what is lent, what files must hold, and register customers."""
        product = {"product_id": "NH-1", "title": "农户小额贷款", "terms": _TERMS}
        self.send("product.define", {**product, "since": "2024-01-01", "source": "贷审会 2024-1"})
        checklist = {"kind": "farm_household", "documents": list(_CHECKLIST)}
        self.send("checklist.set", {**checklist, "since": "2024-01-01", "source": "档案办法 3.2"})
        for person in people(self.random, CUSTOMERS, self.today.isoformat()):
            self.send("customer.register", person)
            self.file(f"customer-{person['customer_id']}", "identity_document", "身份证复印件")

    def file(self, file_id: str, kind: str, title: str) -> None:
        """File a document; its digest stands for a scan."""
        self.send(
            "archive.file_document",
            {
                "file_id": file_id,
                "document_id": f"{file_id}.{kind}",
                "kind": kind,
                "digest": f"sha256:{self.random.getrandbits(256):064x}",
                "title": title,
                "dated": self.today.isoformat(),
            },
        )

    def lend(self, month: int) -> None:
        """Agree and pay out this month's loans, on the fifth."""
        self.morning(_day(month, 5))
        for no in range(month * LOANS // MONTHS, (month + 1) * LOANS // MONTHS):
            self._lend(f"L{no + 1:03d}", f"C{no % (CUSTOMERS - 1) + 1:03d}")

    def _lend(self, loan_id: str, customer_id: str) -> None:
        amount, day = f"{self.random.randrange(10, 200) * 1000}.00", self.today.isoformat()
        rate = f"{self.random.choice((435, 520, 675, 750)) / 100:.2f}%"
        self.send(
            "loan.agree",
            {
                "loan_id": loan_id,
                "customer_id": customer_id,
                "product_id": "NH-1",
                "amount": amount,
                "rate_yearly": rate,
                "method": self.random.choice(_METHODS),
                "instalments": self.random.choice((6, 12, 12, 24, 36)),
                "due_day": 20,
                "signed_on": day,
            },
        )
        self.file(f"loan-{loan_id}", "loan_contract", "借款合同")
        paid = {"loan_id": loan_id, "amount": amount, "value_date": day}
        self.send("loan.disburse", {**paid, "reference": f"PAY-{loan_id}"}, actor="teller-zhao")
        if self.random.random() < 0.2:
            self.late.add(loan_id)

    def collect(self, month: int) -> None:
        """Receive what is due on the twentieth; late payers miss two months in three."""
        self.morning(_day(month, 20))
        for loan in self._due():
            if loan["loan_id"] not in self.late or month % 3 == 0:
                self._repay(loan, f"R-{loan['loan_id']}-{month + 1:02d}")

    def _due(self) -> list[Mapping[str, Any]]:
        rows = self.bus_of("teller-wang").read("loan_register", {"limit": "1000"}).rows
        return [row for row in rows if row["status"] in ("active", "overdue")]

    def _repay(self, loan: Mapping[str, Any], receipt_no: str) -> None:
        parts = ("principal_due", "interest_due", "penalty_due", "fee_due")
        fen = sum(int(loan[part].partition(" ")[0].replace(".", "")) for part in parts)
        if fen:
            amount = f"{fen // 100}.{fen % 100:02d}"
            self._receive(loan["loan_id"], receipt_no, amount, self.today)

    def _receive(self, loan_id: str, receipt_no: str, amount: str, value_date: date) -> None:
        money = {"amount": amount, "value_date": value_date.isoformat()}
        self.send("loan.record_repayment", {"loan_id": loan_id, "receipt_no": receipt_no, **money})

    def correct(self) -> None:
        """Find a receipt weeks later, and take back one that was keyed wrong."""
        self.morning(last_day())
        late = next(row["loan_id"] for row in self._due() if row["loan_id"] in self.late)
        self._receive(late, f"R-{late}-found", "500.00", _day(MONTHS - 2, 21))
        loan = next(row for row in self._due() if row["loan_id"] not in self.late)
        self._receive(loan["loan_id"], "R-wrong", "100.00", self.today)
        wrong = {"loan_id": loan["loan_id"], "receipt_no": "R-wrong", "reason": "keyed_wrong"}
        self.send("loan.reverse_repayment", wrong, actor="teller-zhao")

    def forget(self) -> None:
        """Erase a person who never borrowed: one asks for it, another does it."""
        person = f"C{CUSTOMERS:03d}"
        asked = {"customer_id": person, "basis": "request_of_the_person"}
        self.send("customer.request_erasure", asked, actor="privacy-officer")
        self.send("customer.erase", {"customer_id": person}, actor="branch-head")


def last_day() -> date:
    """Return the last day of the two years."""
    return _day(MONTHS - 1, 28)


def _day(month: int, day: int) -> date:
    return date(START.year + month // 12, month % 12 + 1, day)
