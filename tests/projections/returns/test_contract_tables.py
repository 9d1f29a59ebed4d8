"""Tables 501, 505 and 601, and what 503 says of a note under a contract."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from adapters.storage.view_answer import opened
from domain.contract.events import ContractSecured
from domain.money import Money
from projections.returns.east import EAST
from projections.view import Question
from tests.domain.contract.deeds import DAY, ENDED, LATER, SIGNED_LOAN, SIGNED_MORTGAGE
from tests.domain.customer.people import REGISTERED
from tests.domain.drawdown.drawings import PAID
from tests.domain.loan.loans import AGREED, paid_out
from tests.laws.naive import NaiveReader
from tests.projections.asking import Books

NOTE = evolve(AGREED, signed_on=DAY, contract_id="L1", facility_id="F1")
PAYMENT = paid_out(NOTE, date(2026, 3, 6))


def bank() -> Books:
    """Return the records of a contract, its mortgage, a drawdown, its note and a loan by itself."""
    books = Books().sealed("customer-C1", REGISTERED)
    books = books.with_events("contract-L1", *SIGNED_LOAN, day=DAY)
    books = books.with_events("contract-M1", *SIGNED_MORTGAGE, day=DAY)
    books = books.sealed("drawdown-D1", *PAID, day=LATER)
    books = books.with_events("loan-N1", NOTE, PAYMENT, day=LATER)
    return books.with_events("loan-N2", evolve(AGREED, signed_on=DAY), day=LATER)


def table(number: str, books: Books, **asked: str) -> Sequence[Mapping[str, Any]]:
    """Return the rows of a table of the pack for March 2026."""
    facts = books.journal.facts(-1, 1000)
    reader = NaiveReader(facts, date(2026, 3, 31), books.journal.head())
    question = Question(values={"since": "2026-02-28", **asked})
    return list(opened(EAST[number].view().answer(reader, question).rows, books.journal))


def test_a_contract_is_reported_once_whatever_its_notes_and_a_lone_loan_as_its_own():
    contract, lone = table("501", bank())
    assert (contract["XDHTH"], contract["HTMC"], contract["KHTYBH"]) == ("L1", "借款合同", "C1")
    assert (contract["HTJE"], contract["BZ"], contract["DBLX"]) == ("200000.00", "CNY", "抵押")
    assert (contract["HTQSRQ"], contract["HTDQRQ"]) == ("20260302", "20270302")
    assert contract["HTDKYT"] == "养殖业：forty sows and their feed"
    assert (contract["KHJLGH"], contract["HTZT"], contract["KHMC"]) == ("zhao", "已签署", "三")
    assert (lone["XDHTH"], lone["HTJE"], lone["DBLX"]) == ("N2", "12000.00", None)


def test_a_contract_that_ended_before_the_last_report_is_reported_no_more():
    ended = bank().with_events("contract-L1", evolve(ENDED, on=date(2026, 3, 20)))
    assert [row["HTZT"] for row in table("501", ended, row="L1")] == ["已终止"]
    assert table("501", ended, row="L1", since="2026-03-31") == []


def test_what_was_paid_to_a_counterparty_is_reported_in_the_period_of_paying():
    (row,) = table("505", bank())
    assert (row["XDHTH"], row["XDJJH"], row["DKJE"]) == ("L1", "N1", "150000.00")
    assert (row["STZFJE"], row["STZFRQ"]) == ("120000.00", "20260306")
    assert (row["STZFDXZH"], row["STZFDXHM"]) == ("6228480000000000001", "清河种猪场")
    assert (row["STZFDXHH"], row["STZFDXXM"]) == ("103100000026", "农业银行清河支行")
    assert table("505", bank(), since="2026-03-06") == []
    assert table("505", bank(), row="N1") and table("505", bank(), row="N9") == []


def test_a_note_says_its_contract_and_how_it_was_paid():
    (note,) = table("503", bank(), row="N1")
    assert (note["XDHTH"], note["XDJJH"]) == ("L1", "N1")
    assert (note["FKFS"], note["XDYGH"]) == ("混合支付", "zhao")


def test_a_security_contract_is_reported_for_each_contract_that_it_secures():
    (row,) = table("601", bank())
    assert (row["DBHTH"], row["BDBHTH"], row["DBLX"]) == ("M1", "L1", "抵押")
    assert (row["DBHTLX"], row["DBJE"], row["DBHTZT"]) == ("抵押合同", "200000.00", "有效")
    assert (row["DBQSRQ"], row["DBDQRQ"], row["JBRGH"]) == ("20260302", "20270302", "zhao")
    secured = ContractSecured(loan_contract_id="L2", amount=Money(1))
    assert len(table("601", bank().with_events("contract-M1", secured))) == 1
