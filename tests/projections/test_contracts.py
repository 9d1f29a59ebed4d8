"""The contract register, the text as it is frozen and as it is printed, and the comparison."""

import hashlib

import pytest
from attrs import evolve

from adapters.problems import Unknown
from domain.contract import events as said
from domain.log.events import LogOpened
from domain.money import Money
from tests.domain.contract.deeds import (
    CHECKED,
    DAY,
    DRAFTED,
    ENDED,
    LATER,
    MORTGAGE_DRAFTED,
    PRINTED,
    SIGNED,
    SIGNED_LOAN,
    SIGNED_MORTGAGE,
    STORED,
    TERMS,
)
from tests.domain.customer.people import REGISTERED
from tests.projections.asking import Books, shown
from tests.village import OPEN

DRAWN = said.ContractDrawn(loan_id="N1", amount=Money(15_000_000))
DRAFTS = (evolve(DRAFTED, terms=evolve(TERMS, months=24)),)
OPENED = LogOpened(**{name: value for name, value in OPEN.items() if name != "log_id"})


def signed() -> Books:
    """Return the records of a loan contract that was drawn on, and of its mortgage."""
    books = Books().with_events("log-main", OPENED, day=DAY)
    books = books.sealed("customer-C1", REGISTERED)
    books = books.with_events("contract-L1", *SIGNED_LOAN, DRAWN, STORED, day=DAY)
    return books.with_events("contract-M1", *SIGNED_MORTGAGE, day=DAY)


@pytest.mark.row("CT-01", "CT-06", "CT-09", "CT-11", shown_by="views.contracts")
def test_the_register_says_what_was_agreed_signed_drawn_and_kept():
    loan, mortgage = signed().rows("contracts")
    assert shown(loan, "contract_id", "kind", "stage", "amount", "rate_yearly") == (
        "L1",
        "loan",
        "signed",
        "200000.00 CNY",
        "6.00%",
    )
    assert shown(loan, "drawn", "undrawn", "loans") == (
        "150000.00 CNY",
        "50000.00 CNY",
        {"N1": "150000.00 CNY"},
    )
    assert shown(loan, "drafted_by", "checked_by", "witnesses") == ("zhao", "qian", ["qian"])
    assert shown(loan, "signed_on", "way", "copies", "in_custody") == (
        "2026-03-02",
        "in_presence",
        3,
        2,
    )
    assert loan["custody"][0]["place"] == "vault 1, shelf 3"
    assert shown(mortgage, "kind", "secures", "givers", "amount") == (
        "mortgage",
        ["L1"],
        ["C2"],
        None,
    )


@pytest.mark.row("CT-12", shown_by="views.contracts")
def test_the_terms_of_breach_say_what_may_be_done_about_each():
    terms = signed().row("contracts", contract_id="L1")["breach_terms"]
    assert terms == [
        {
            "breach": "late_payment",
            "cure_days": 10,
            "remedies": ["penalty_interest", "call_in"],
        },
        {"breach": "misuse", "cure_days": 0, "remedies": ["penalty_interest"]},
    ]


def test_the_register_is_narrowed_and_shows_each_day_as_it_was():
    books = signed().with_events("contract-L1", ENDED, day=LATER)
    assert [row["contract_id"] for row in books.rows("contracts", kind="mortgage")] == ["M1"]
    assert [row["contract_id"] for row in books.rows("contracts", stage="ended")] == ["L1"]
    assert books.rows("contracts", customer_id="C9") == []
    before = books.row("contracts", contract_id="L1", in_effect_on="2026-03-04")
    assert shown(before, "stage", "in_custody", "ended_on") == ("signed", 0, None)
    assert books.row("contracts", contract_id="L1")["ended_on"] == "2026-03-05"
    assert books.rows("contracts", in_effect_on="2026-03-01") == []


@pytest.mark.row("CT-07", shown_by="views.contract_text")
def test_the_frozen_text_is_shown_byte_for_byte():
    row = signed().row("contract_text", contract_id="L1")
    digest = f"sha256:{hashlib.sha256(row['text'].encode()).hexdigest()}"
    assert (row["digest"], row["same"]) == (digest, True)
    assert digest == SIGNED.digest
    assert "〔C1·名称〕" in row["text"] and "张三" not in row["text"]


def test_what_is_printed_names_the_parties_where_the_frozen_text_refers_to_them():
    printed = signed().row("contract_text", contract_id="L1")["as_printed"]
    assert "贷款人（甲方）：Qinghe Village Bank" in printed
    assert f"借款人（乙方）：{REGISTERED.name}" in printed
    assert REGISTERED.document is not None and REGISTERED.document.number in printed
    unknown = signed().row("contract_text", contract_id="M1")["as_printed"]
    assert "抵押人（乙方）：〔C2·名称〕" in unknown, (
        "a party who is not on record stays a reference"
    )


def test_an_altered_text_shows():
    altered = evolve(PRINTED, lines=(*PRINTED.lines, "利率：年利率16%"))
    books = Books().with_events("contract-L1", DRAFTED, CHECKED, altered, day=DAY)
    assert books.row("contract_text", contract_id="L1")["same"] is False


def test_there_is_no_text_before_printing():
    books = Books().with_events("contract-L1", DRAFTED, CHECKED, day=DAY)
    assert books.rows("contract_text", contract_id="L1") == []
    with pytest.raises(Unknown, match="no contract 'L9' was drafted"):
        books.rows("contract_text", contract_id="L9")


@pytest.mark.row("CT-08", shown_by="views.contract_comparison")
def test_a_contract_is_laid_beside_its_approval_item_by_item():
    books = Books().with_events("contract-L1", *DRAFTS, day=DAY)
    rows = books.rows("contract_comparison", contract_id="L1")
    assert [row["item"] for row in rows if not row["same"]] == ["months"]
    (months,) = [row for row in rows if row["item"] == "months"]
    assert shown(months, "as_approved", "as_drafted") == ([12], [24])
    assert len(rows) == 9
    security = Books().with_events("contract-M1", MORTGAGE_DRAFTED, day=DAY)
    row = security.row("contract_comparison", contract_id="M1")
    assert shown(row, "item", "as_approved", "same") == ("security", ["mortgage"], True)
    with pytest.raises(Unknown, match="no contract 'M9' was drafted"):
        security.rows("contract_comparison", contract_id="M9")
