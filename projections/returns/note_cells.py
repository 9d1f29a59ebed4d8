"""What the fields of loan notes, accounts and contracts say of a loan.

A note and its account have one number here, that of the loan; a note that is under no contract is
its own.  Interest is posted when it is received (decision 0011), so no interest in arrears
stands on the balance sheet, and all of it is reported off it.

Source: EAST 5.0, tables 409, 411, 501, 503 and 504.
"""

from datetime import date
from itertools import takewhile
from typing import Final

from domain.kinds import RepaymentMethod
from domain.loan.account import LoanStatus
from domain.loan.events import LoanAgreed
from domain.loan.facts import Extended
from domain.loan.values import Lending
from domain.money import Money
from projections import chart
from projections.labels import LABELS
from projections.returns.customers import document_kind, document_number, name
from projections.returns.note_use import business, use_of
from projections.returns.notes import Note
from projections.returns.shape import Supply
from projections.returns.writing import amount, day, percent

_STATUS: Final = {
    LoanStatus.ACTIVE: "正常",
    LoanStatus.EXTENDED: "正常",
    LoanStatus.RESTRUCTURED: "正常",
    LoanStatus.OVERDUE: "逾期",
    LoanStatus.SETTLED: "结清",
    LoanStatus.WRITTEN_OFF: "核销",
}
_LENDING: Final = {
    Lending.NEW: "新增",
    Lending.REFINANCING: "借新还旧",
    Lending.RENEWAL: "无还本续贷",
}
MONTHLY: Final = (RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL)


def method(note: Note) -> str | None:
    """Return how often is paid back; None where another system's plan does not say it."""
    if not isinstance(note.begun, LoanAgreed):
        return None
    if note.begun.method in MONTHLY:
        return "按月"
    if note.bill:
        return "其他-到期收回票款"
    return f"其他-{LABELS[note.begun.method.value].zh}"


def settlement(note: Note) -> str | None:
    """Return how often interest is settled: with each monthly instalment, or kept back at once."""
    if note.bill:
        return "其他-贴现预扣利息"
    return "按月结息" if isinstance(note.begun, LoanAgreed) else None


def _late(note: Note, part: str) -> date | None:
    """Return since when a part of an instalment is owed; None where nothing of it is."""
    rows = (r for r in note.overdue if getattr(r.instalment, part) != getattr(r.paid, part))
    return next((row.instalment.due_date for row in rows), None)


def _interest_arrears(note: Note) -> Money:
    """Return interest that was due before the day, with what runs on it and on late principal."""
    figures = note.found.account.figures
    return figures.interest_overdue + figures.penalty + figures.compound


def _lent_for(note: Note) -> str | None:
    return _LENDING[note.begun.lending] if isinstance(note.begun, LoanAgreed) else None


def _replaces(note: Note) -> str | None:
    """Return the note that this one pays off; "" where it is known that there is none."""
    return (note.begun.replaces or "") if isinstance(note.begun, LoanAgreed) else None


def _rate_type(note: Note) -> str | None:
    if not isinstance(note.begun, LoanAgreed):
        return None
    pricing = note.begun.pricing
    return "LPR" if pricing and pricing.benchmark_id.upper().startswith("LPR") else "非LPR"


def _extensions(note: Note) -> int:
    today = note.found.account.day
    return sum(fact.value_date <= today for fact in note.found.loan.standing(Extended))


def _missed_in_a_row(note: Note) -> int:
    """Return how many of the last instalments before the day are unpaid, without a gap."""
    past = [r for r in note.plan if r.instalment.due_date < note.found.account.day]
    return sum(1 for _ in takewhile(lambda row: not row.settled, reversed(past)))


def _current(note: Note) -> int:
    """Return the number of the instalment in whose period the day is."""
    today, rows = note.found.account.day, note.plan
    later = (r.instalment.no for r in rows if r.instalment.due_date >= today)
    return 1 if note.bill else next(later, len(rows))


def _contract(note: Note) -> str:
    """Return the contract that a note is under; a loan by itself is its own."""
    begun = note.begun
    return (begun.contract_id if isinstance(begun, LoanAgreed) else None) or note.found.loan_id


def _payment(note: Note) -> str | None:
    return LABELS[note.drawn.payment.value].zh if note.drawn else None


def booked(note: Note, account: chart.Account) -> chart.Account:
    """Return where a note stands that would stand in an account, were it a plain one of ours."""
    if note.found.loan.for_another:
        return chart.BESIDE.get(account, account)
    return chart.OF_A_BILL.get(account, account) if note.bill else account


HEAD: Final[Supply] = {
    "NBJGH": lambda n: n.branch,
    "YHJGMC": lambda n: n.bank,
    "KHTYBH": lambda n: n.begun.customer_id,
    "BZ": lambda n: n.found.loan.currency,
    "XDHTH": lambda n: _contract(n),
    "CJRQ": lambda n: day(n.found.account.day),
}
ACCOUNT: Final[Supply] = {
    "MXKMBH": lambda n: booked(n, chart.LOANS).code,
    "MXKMMC": lambda n: booked(n, chart.LOANS).name.zh,
    "XDJJH": lambda n: n.found.loan_id,
    "DKFHZH": lambda n: n.found.loan_id,
    "DKJE": lambda n: amount(n.begun.amount),
    "DKYE": lambda n: n.ours(n.found.account.principal),
    "DKZT": lambda n: None if n.found.kept_elsewhere else _STATUS.get(n.found.account.status),
}
NOTE: Final[Supply] = {
    **HEAD,
    **ACCOUNT,
    "KHMC": lambda n: name(n.borrower),
    "ZJLB": lambda n: document_kind(n.borrower),
    "ZJHM": lambda n: document_number(n.borrower),
    "XDYWZL": business,
    "JJDKYT": use_of,
    "DKTXHY": lambda n: n.industry,
    "DKFFLX": _lent_for,
    "FKFS": _payment,
    "XDYGH": lambda n: n.drawn and n.drawn.requested_by,
    "SBXDJJH": _replaces,
    "LLLX": _rate_type,
    "ZQCS": lambda n: None if n.found.kept_elsewhere else _extensions(n),
    "ZQS": lambda n: len(n.plan) or None,
    "DQQS": lambda n: _current(n) if n.plan else None,
    "DKFFRQ": lambda n: day(n.paid_out_on),
    "DKDQRQ": lambda n: day(n.maturity),
    "ZJRQ": lambda n: day(n.ended_on),
    "QBJE": lambda n: n.ours(n.found.account.figures.principal_overdue),
    "QBRQ": lambda n: day(_late(n, "principal")),
    "BNQXYE": lambda n: n.ours(Money.zero(n.found.loan.currency)),
    "BWQXYE": lambda n: n.ours(_interest_arrears(n)),
    "QXRQ": lambda n: day(_late(n, "interest")),
    "LXQKQS": lambda n: None if n.found.kept_elsewhere else _missed_in_a_row(n),
    "SJLL": lambda n: percent(n.rate),
    "HKFS": method,
    "JXFS": settlement,
    "XQHKRQ": lambda n: day(n.found.account.next_due),
    "XQYHBJ": lambda n: _asked(n, "principal"),
    "XQYHLX": lambda n: _asked(n, "interest"),
}


def _asked(note: Note, part: str) -> str | None:
    row = note.next
    if row is None:
        return note.ours(Money.zero(note.found.loan.currency))
    left: Money = getattr(row.instalment, part) - getattr(row.paid, part)
    return amount(left)
