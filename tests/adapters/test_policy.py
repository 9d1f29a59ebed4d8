"""The credit policy, as the head of the department sends it."""

import pytest

from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.policy.rules import LAW_IS_KEPT, PARAMETER_IS_KNOWN
from tests.adapters.officers import (
    MEASURE,
    open_bank,
    refused,
    rows,
    send,
)
from tests.department import DIGEST
from tests.projections.asking import shown

bank = pytest.fixture(open_bank)


@pytest.mark.row("PR-08", shown_by="policy.issue_text, policy.repeal_text, views.policy_library")
def test_a_policy_text_has_versions_and_days_in_force(bank):
    text = {"text_id": "farm", "title": "农户贷款细则", "digest": DIGEST, "authority": "Board"}
    send(bank, "zhou", "policy.issue_text", **text, version="1", since="2025-01-01")
    send(bank, "zhou", "policy.issue_text", **text, version="2", since="2026-06-01")
    before = rows(bank, "policy_library", text_id="farm")
    assert [shown(row, "version", "in_force") for row in before] == [("1", True), ("2", False)]
    end = {"text_id": "farm", "until": "2026-12-31", "authority": "Board"}
    send(bank, "zhou", "policy.repeal_text", **end)
    after = rows(bank, "policy_library", in_effect_on="2027-01-01")
    assert [row["in_force"] for row in after] == [False, False]


@pytest.mark.row(
    "PR-10", shown_by="policy.set_parameter, policy.record_capital, views.policy_parameters"
)
def test_caps_on_collateral_are_the_banks_own_and_the_law_is_kept(bank):
    vehicle = "collateral.ltv_max_default.vehicle"
    day = {"since": "2026-03-02", **MEASURE}
    send(bank, "zhou", "policy.set_parameter", parameter=vehicle, setting="0.40", **day)
    (row,) = rows(bank, "policy_parameters", parameter=vehicle)
    assert shown(row, "setting", "shipped", "own", "source") == (
        "0.40",
        "0.50",
        True,
        "Minutes 2026-7",
    )
    single = {"parameter": "concentration.single_borrower.loans_to_capital_max", "setting": "0.12"}
    assert refused(bank, "zhou", "policy.set_parameter", **single, **day) == LAW_IS_KEPT.code
    unknown = {"parameter": "collateral.ltv_max_default.boat", "setting": "0.5"}
    assert (
        refused(bank, "zhou", "policy.set_parameter", **unknown, **day) == PARAMETER_IS_KNOWN.code
    )
    wrong = {"parameter": vehicle, "setting": "0.3"}
    assert (
        refused(bank, "wang", "policy.set_parameter", **wrong, **day) == ACTOR_HOLDS_THE_POST.code
    )
    capital = {"as_of": "2025-12-31", "net_capital": "800000000.00", "net_tier1": "700000000.00"}
    send(bank, "zhou", "policy.record_capital", **capital, source="Return")
    (row,) = rows(bank, "capital")
    assert shown(row, "net_capital", "in_force") == ("800000000.00 CNY", True)


@pytest.mark.row("PR-11", shown_by="policy.set_fees, views.fee_schedule")
def test_a_fee_that_is_not_in_the_schedule_of_the_day_may_not_be_asked(bank):
    survey = {"fee_id": "survey", "title": "评估费", "amount_max": "500.00", "products": ["P1"]}
    day = {"source": "Minutes 2026-7", "authority": "Board"}
    send(bank, "zhou", "policy.set_fees", fees=[survey], since="2026-03-02", **day)
    send(bank, "zhou", "policy.set_fees", fees=[], since="2026-06-01", **day)
    (row,) = rows(bank, "fee_schedule")
    assert shown(row, "fee_id", "amount_max", "products") == ("survey", "500.00 CNY", ["P1"])
    assert rows(bank, "fee_schedule", in_effect_on="2026-06-01") == []
