"""What the regulator's tables say of a discounted bill."""

from datetime import date

from domain.loan import LOAN
from tests.domain.customer.people import REGISTERED
from tests.domain.loan.bills import DAY, DISCOUNT, DUE
from tests.domain.loan.test_discounting import PAY, receive
from tests.projections.asking import Books, shown
from tests.projections.returns.test_contract_tables import table
from tests.specs import given


def bank() -> Books:
    """Return the records of a bill that was discounted, and taken back in the same month."""
    agreed = given(LOAN).when(DISCOUNT).outcome()
    paid = given(LOAN, *agreed).when(PAY).outcome()
    back = receive("98616.67", date(2026, 3, 20))
    taken = given(LOAN, *agreed, *paid).when(back).outcome()
    books = Books().sealed("customer-C1", REGISTERED)
    return books.with_events("loan-L1", *agreed, *paid, *taken, day=DAY)


def test_a_note_and_a_contract_of_a_bill_say_so():
    (note,) = table("503", bank())
    assert shown(note, "XDYWZL", "MXKMBH", "MXKMMC", "HKFS", "JXFS", "DKDQRQ") == (
        "票据贴现",
        "1301.01",
        "贴现资产——面值",
        "其他-到期收回票款",
        "其他-贴现预扣利息",
        DUE.strftime("%Y%m%d"),
    )
    assert shown(note, "ZQS", "DQQS") == (1, 1)
    (contract,) = table("501", bank())
    assert contract["XDYWZL"] == "票据贴现"


def test_entries_show_the_face_and_what_was_kept_back_and_given_back():
    entries = table("410", bank())
    assert [shown(e, "JYLX", "MXKMBH", "JYJDBZ", "JYJE", "ZHYE") for e in entries] == [
        ("贷款发放", "1301.01", "借", "100000.00", "100000.00"),
        ("贷款还息", "1301.02", "贷", "1533.33", "100000.00"),
        ("贷款还本", "1301.01", "贷", "100000.00", "0.00"),
        ("贷款还息", "1301.02", "借", "1383.33", "0.00"),
    ]
