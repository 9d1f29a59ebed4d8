"""Products as managers define them and officers look for them."""

import json
from typing import Any

import pytest

from adapters.cli.main import run
from domain.loan.entrusted.rules import ENTRUSTER_IS_NAMED
from domain.money import Money
from domain.product.rules import FEEDBACK_IS_OPEN
from tests.adapters.officers import open_bank, refused, rows, send
from tests.projections.asking import shown
from tests.village import AGREE, DISBURSE, PRODUCT, repay

bank = pytest.fixture(open_bank)
ORCHARD: dict[str, Any] = {
    **PRODUCT,
    "product_id": "P2",
    "title": "果园抵押贷款",
    "terms": {
        **PRODUCT["terms"],
        "instalments_max": 96,
        "methods": ["single_payment", "equal_principal"],
        "securities": ["mortgage"],
        "loan_purposes": ["planting", "fixed_assets"],
        "product_role": "earns",
    },
}


@pytest.mark.row("PR-01, PR-05, PR-07, MK-12", shown_by="product.define, views.products")
def test_products_are_found_by_security_purpose_and_role(bank):
    send(bank, "zhou", "product.define", **ORCHARD)
    found = {
        narrowed: [row["product_id"] for row in rows(bank, "products", **dict([narrowed]))]
        for narrowed in (
            ("security", "unsecured"),
            ("security", "mortgage"),
            ("loan_purpose", "education"),
            ("loan_purpose", "planting"),
            ("product_role", "earns"),
            ("funding", "own_book"),
        )
    }
    assert list(found.values()) == [
        ["P1"],
        ["P1", "P2"],
        ["P1"],
        ["P1", "P2"],
        ["P2"],
        ["P1", "P2"],
    ]
    (row,) = rows(bank, "products", product_id="P2")
    assert shown(row["terms"], "amount_min", "amount_max", "rate_max", "instalments_max") == (
        "1000.00 CNY",
        "500000.00 CNY",
        "12.00%",
        96,
    )


@pytest.mark.row("PR-04, PR-06", shown_by="views.products, views.loan_register")
def test_term_and_form_follow_from_the_terms_and_from_the_loan(bank):
    send(bank, "zhou", "product.define", **ORCHARD)
    classes = [shown(row, "term_class", "forms") for row in rows(bank, "products")]
    assert classes == [("medium", ["instalment", "single"]), ("long", ["single", "instalment"])]
    send(bank, "wang", "loan.agree", **{**AGREE, "signed_on": "2026-01-02"})
    send(bank, "wang", "loan.disburse", **{**DISBURSE, "value_date": "2026-01-02"})
    longer = {**AGREE, "signed_on": "2026-01-02", "loan_id": "L2", "instalments": 13}
    send(bank, "wang", "loan.agree", **longer)
    paid = {**DISBURSE, "loan_id": "L2", "value_date": "2026-01-02"}
    send(bank, "wang", "loan.disburse", **paid)
    loans = [shown(row, "loan_id", "term_class", "form") for row in rows(bank, "loan_register")]
    assert loans == [("L1", "short", "instalment"), ("L2", "medium", "instalment")]


@pytest.mark.row(
    "PR-13", shown_by="product.give_feedback, product.answer_feedback, views.product_feedback"
)
def test_a_suggestion_is_answered_and_closed_by_a_version(bank):
    said = {"product_id": "P1", "feedback_id": "F1", "says": "Longer terms for orchards."}
    send(bank, "wang", "product.give_feedback", **said, channel="visit")
    longer = {**PRODUCT["terms"], "instalments_max": 60}
    change = {"product_id": "P1", "terms": longer, "since": "2026-04-01", "source": "Committee"}
    closing = {**change, "closes": ["F1"]}
    assert refused(bank, "zhou", "product.change_terms", **closing) == FEEDBACK_IS_OPEN.code
    answer = {"product_id": "P1", "feedback_id": "F1", "accepted": True, "says": "From April."}
    send(bank, "zhou", "product.answer_feedback", **answer)
    (row,) = rows(bank, "product_feedback", state="accepted")
    assert shown(row, "version_since", "given_by", "answer") == (
        "2025-01-01",
        "wang",
        "From April.",
    )
    send(bank, "zhou", "product.change_terms", **closing)
    (row,) = rows(bank, "product_feedback", product_id="P1", in_effect_on="2026-04-01")
    assert shown(row, "state", "closed_since") == ("taken_up", "2026-04-01")


@pytest.mark.row("PR-02", shown_by="schedule")
def test_the_discount_of_a_bill_is_calculated_without_lending_it(capsys):
    asked = ("--principal", "100000", "--paid-out-on", "2026-03-02", "--rates", "3%")
    assert run(["schedule", *asked, "--method", "discount", "--periods", "6", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert shown(plan, "drawn", "deducted", "maturity") == (
        "100000.00 CNY",
        "1533.33 CNY",  # 100,000 at 3 % for 184 of 360 days, kept back on paying out.
        "2026-09-02",
    )
    assert [row["instalment"] for row in plan["rows"]] == ["1533.33 CNY", "100000.00 CNY"]


@pytest.mark.row(
    "PR-03", shown_by="product.define, loan.entrust, views.ledger, views.trial_balance"
)
def test_another_s_money_is_lent_at_their_risk_and_booked_beside_our_own(bank):
    terms = {**PRODUCT["terms"], "funding": "entrusted"}
    send(bank, "zhou", "product.define", **{**PRODUCT, "product_id": "E1", "terms": terms})
    loan = {**AGREE, "product_id": "E1", "customer_id": "C2", "signed_on": "2026-01-02"}
    paid = {**DISBURSE, "value_date": "2026-01-02"}
    send(bank, "wang", "loan.agree", **loan)
    assert refused(bank, "wang", "loan.disburse", **paid) == ENTRUSTER_IS_NAMED.code
    send(bank, "wang", "loan.entrust", loan_id="L1", entrusted_by="C1", contract_no="E-1")
    send(bank, "wang", "loan.disburse", **paid)
    send(bank, "wang", "loan.record_repayment", **repay("R1", "1033.00", "2026-02-02"))
    accounts = {row["account"] for row in rows(bank, "ledger")}
    assert accounts == {"1321.01", "2314.01", "2314.02"}
    balances = {row["account"]: row["balance"] for row in rows(bank, "trial_balance")}
    owed = [balances[code] for code in ("2314.01", "2314.02")]
    fen = [Money.parse(amount).fen for amount in (balances["1321.01"], *owed)]
    assert sum(fen) == 0
    assert [row["product_id"] for row in rows(bank, "products", funding="entrusted")] == ["E1"]
